import { inArray, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { nextSequence, withSequence } from './sequence.ts'

export type CalendarEntryRow = typeof calendarEntries.$inferSelect

/** What a mail with a calendar file tells its reader's calendar. */
export type EntryFacts = Pick<
  CalendarEntryRow,
  | 'attendeeId'
  | 'partId'
  | 'eventId'
  | 'address'
  | 'replyId'
  | 'isTentative'
  | 'partSequence'
  | 'startsAt'
  | 'endsAt'
  | 'location'
>
type CalendarMail = {
  calendar?: string
  calendarMethod?: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  entry?: EntryFacts
}

const chunk = 500

/** What the calendars of these attendees were told, in no order. */
export async function readEntries(read: Reader, attendeeIds: readonly string[]): Promise<CalendarEntryRow[]> {
  const rows: CalendarEntryRow[] = []
  for (let start = 0; start < attendeeIds.length; start += chunk) {
    const some = attendeeIds.slice(start, start + chunk)
    rows.push(...(await read.select().from(calendarEntries).where(inArray(calendarEntries.attendeeId, some))))
  }
  return rows
}

export function entryKey({ attendeeId, partId }: Pick<EntryFacts, 'attendeeId' | 'partId'>): string {
  return `${attendeeId} ${partId}`
}

/**
 * Gives each mail's calendar file the SEQUENCE it must have and keeps what the calendar now knows. Mails are written
 * before the transaction, where nobody can tell yet which number is next. `repliedBy` is an attendee whose own calendar
 * brought the news: it knows, so that mail goes without a file.
 */
export async function tellCalendars<Mail extends CalendarMail>(
  tx: Tx,
  mails: readonly Mail[],
  { repliedBy = null, now }: { repliedBy?: string | null; now: Date },
): Promise<Omit<Mail, 'entry'>[]> {
  const entries = mails.flatMap(({ entry }) => entry ?? [])
  if (!entries.length) return mails.map(bare)
  const ids = [...new Set(entries.map(({ attendeeId }) => attendeeId))]
  const told = new Map((await readEntries(tx, ids)).map((row) => [entryKey(row), row]))
  const written = new Map<Mail, Omit<Mail, 'entry'>>()
  // Whoever leaves a seat is told before whoever takes it over: the entry is then the newcomer's.
  for (const mail of mails.toSorted((a, b) => order(a) - order(b))) {
    const { entry, calendar, calendarMethod: method } = mail
    if (!entry || !calendar || !method || method === 'PUBLISH') {
      written.set(mail, bare(mail))
      continue
    }
    const before = told.get(entryKey(entry)) ?? null
    const isKnown = repliedBy === entry.attendeeId && before?.replyId === entry.replyId
    const sequence =
      isKnown && method === 'CANCEL' ? before.sequence : nextSequence(before, { ...entry, method })
    const isSilent = isKnown && sequence === before.sequence
    told.set(entryKey(entry), { ...empty, ...before, ...entry, method, sequence, toldAt: now })
    const { calendar: _, calendarMethod: __, ...plain } = bare(mail)
    written.set(
      mail,
      isSilent
        ? (plain as Omit<Mail, 'entry'>)
        : { ...bare(mail), calendar: withSequence(calendar, sequence) },
    )
  }
  await keep(
    tx,
    [...told.values()].filter((row) => entries.some((entry) => entryKey(entry) === entryKey(row))),
  )
  return mails.map((mail) => written.get(mail) ?? bare(mail))
}

const empty = { repliedSequence: null, repliedStampedAt: null }

function order({ calendarMethod }: CalendarMail): number {
  return calendarMethod === 'CANCEL' ? 0 : 1
}

function bare<Mail extends CalendarMail>({ entry: _, ...mail }: Mail): Omit<Mail, 'entry'> {
  return mail
}

async function keep(tx: Tx, rows: readonly CalendarEntryRow[]) {
  for (let start = 0; start < rows.length; start += chunk)
    await tx
      .insert(calendarEntries)
      .values(rows.slice(start, start + chunk))
      .onConflictDoUpdate({
        target: [calendarEntries.attendeeId, calendarEntries.partId],
        set: asTold,
      })
}

const asTold = {
  address: sql`excluded.address`,
  replyId: sql`excluded.reply_id`,
  method: sql`excluded.method`,
  isTentative: sql`excluded.is_tentative`,
  sequence: sql`excluded.sequence`,
  partSequence: sql`excluded.part_sequence`,
  startsAt: sql`excluded.starts_at`,
  endsAt: sql`excluded.ends_at`,
  location: sql`excluded.location`,
  toldAt: sql`excluded.told_at`,
}
