import { readCalendarHost } from '#app/calendar/host.server.ts'
import { entryKey, readEntries } from '#app/calendar/told.server.ts'
import { mailboxAddress } from '#app/mail/envelope.ts'
import type { Reader } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import type { Calendars } from './calendar-part.ts'
import type { Site } from './token.server.ts'

/** What the calendar files of these attendees are written from. */
export async function readCalendars(
  read: Reader,
  attendeeIds: readonly string[],
  { appUrl, secret, mailbox }: Site,
): Promise<Calendars> {
  const host = await readCalendarHost(read, appUrl)
  const told = new Map((await readEntries(read, attendeeIds)).map((row) => [entryKey(row), row]))
  return {
    host,
    told: (of) => told.get(entryKey(of)),
    replyAddress: (id) => (mailbox ? mailboxAddress(mailbox, { purpose: 'answer', id, secret }) : null),
    newId,
  }
}
