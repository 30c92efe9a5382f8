import { eq } from 'drizzle-orm'
import { nextSequence, withSequence } from '#app/calendar/sequence.ts'
import { entryKey } from '#app/calendar/told.server.ts'
import type { EventFacts } from '#app/events/facts.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Reader } from '#db/client.server.ts'
import { type AttendanceStatus, attendances } from '#db/schema/invitations.server.ts'
import type { Recipient } from './audience.server.ts'
import { calendarAttachment } from './calendar-part.ts'
import { readCalendars } from './calendars.server.ts'
import type { Site } from './token.server.ts'

/** One date for a reader's calendar, as a message bears it. */
export type DateFile = { partId: string } & Pick<
  OutgoingMessage,
  'calendar' | 'calendarMethod' | 'untoldEntry'
>
type Addressed = { name: string; address: string; language: Language }

/** Who may come, and has not said otherwise. */
const mayCome: readonly AttendanceStatus[] = ['invited', 'accepted', 'tentative']

/**
 * The calendar files of one mailing's readers: of each part that somebody is invited to and has not declined. An
 * institution has none, since an entry belongs to a person.
 */
export async function readDates(
  read: Reader,
  facts: EventFacts,
  { guests, site, now }: { guests: readonly Recipient[]; site: Site; now: Date },
) {
  const ids = guests.flatMap(({ attendeeId }) => attendeeId ?? [])
  const calendars = await readCalendars(read, ids, site)
  const rows = await read.select().from(attendances).where(eq(attendances.eventId, facts.eventId))
  const statusOf = new Map(rows.map((row) => [entryKey(row), row.status]))
  const parts = facts.parts.filter(({ audience }) => audience === 'invited')
  return ({ attendeeId }: Recipient, reader: Addressed): DateFile[] =>
    parts.flatMap((part) => {
      const status = attendeeId && statusOf.get(entryKey({ attendeeId, partId: part.id }))
      if (!attendeeId || !status || !mayCome.includes(status)) return []
      const { calendar, entry } = calendarAttachment(
        { event: facts, reader: { ...reader, attendeeId }, calendars, now },
        { part, method: 'REQUEST', status },
      )
      const before = calendars.told({ attendeeId, partId: part.id }) ?? null
      const sequence = nextSequence(before, { ...entry, method: 'REQUEST' })
      const { startsAt, endsAt } = entry
      const dates = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
      return {
        partId: part.id,
        calendar: withSequence(calendar, sequence),
        calendarMethod: 'REQUEST' as const,
        untoldEntry: { ...entry, ...dates, status },
      }
    })
}
