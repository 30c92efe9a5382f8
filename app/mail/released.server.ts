import { and, eq, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { entryKey, readEntries, tellCalendars } from '#app/calendar/told.server.ts'
import type { Tx } from '#db/client.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'

const chunk = 500

/**
 * Counts as told what the calendar files of released messages say, each under the SEQUENCE it must have now. Prepared
 * messages tell nobody anything: they may be discarded. A file goes without its mail's reader having answered since, or
 * it would take back what the answer's own mail has told; such a mail goes without it.
 */
export async function tellReleased(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  for (let start = 0; start < ids.length; start += chunk)
    await tellOf(tx, inArray(messages.id, ids.slice(start, start + chunk)), now)
}

/** The same for all of a mailing's messages. */
export function tellReleasedOf(tx: Tx, mailingId: string, now: Date): Promise<void> {
  return tellOf(tx, eq(messages.mailingId, mailingId), now)
}

async function tellOf(tx: Tx, which: SQL, now: Date): Promise<void> {
  const rows = await tx
    .select({
      id: messages.id,
      calendar: messages.calendar,
      calendarMethod: messages.calendarMethod,
      untold: messages.untoldEntry,
    })
    .from(messages)
    .where(and(which, eq(messages.state, 'queued'), isNotNull(messages.untoldEntry)))
  for (let start = 0; start < rows.length; start += chunk)
    await tell(tx, rows.slice(start, start + chunk), now)
}

type Released = Pick<typeof messages.$inferSelect, 'id' | 'calendar' | 'calendarMethod'> & {
  untold: (typeof messages.$inferSelect)['untoldEntry']
}

async function tell(tx: Tx, rows: readonly Released[], now: Date): Promise<void> {
  const isCurrent = await readCurrent(tx, rows)
  const mails = rows.flatMap(({ id, calendar, calendarMethod, untold }) => {
    if (!untold || !calendar || !calendarMethod || !isCurrent(untold)) return []
    const { status: _, startsAt, endsAt, ...entry } = untold
    const dates = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
    return [{ id, calendar, calendarMethod, entry: { ...entry, ...dates } }]
  })
  const told = new Map((await tellCalendars(tx, mails, { now })).map((mail) => [mail.id, mail.calendar]))
  for (const { id, calendar } of rows)
    if (told.get(id) !== calendar)
      await tx
        .update(messages)
        .set(told.has(id) ? { calendar: told.get(id) } : { calendar: null, calendarMethod: null })
        .where(eq(messages.id, id))
  const ids = rows.map(({ id }) => id)
  await tx.update(messages).set({ untoldEntry: null }).where(inArray(messages.id, ids))
}

/** Whether a reader stands as they did when the file was written, and their calendar knows nothing newer. */
async function readCurrent(tx: Tx, rows: readonly Released[]) {
  const ids = [...new Set(rows.flatMap(({ untold }) => untold?.attendeeId ?? []))]
  const standing = await tx.select().from(attendances).where(inArray(attendances.attendeeId, ids))
  const statusOf = new Map(standing.map((row) => [entryKey(row), row.status]))
  const known = new Map((await readEntries(tx, ids)).map((row) => [entryKey(row), row]))
  return (untold: NonNullable<Released['untold']>): boolean =>
    statusOf.get(entryKey(untold)) === untold.status &&
    (known.get(entryKey(untold))?.partSequence ?? 0) <= untold.partSequence
}
