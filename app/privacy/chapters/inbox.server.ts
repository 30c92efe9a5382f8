import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { inboxMails, type ReceivedReply } from '#db/schema/inbox.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { jsonWithoutWords, withoutWords } from '../words.ts'

/** What they wrote to us and their calendars answered, as far as Majlis keeps it: the mails themselves lie in the mailbox. */
export const inboxChapter: Chapter = {
  name: 'inbox',
  async held(read, subject) {
    const rows = await read
      .select({ subject: inboxMails.subject, text: inboxMails.text, at: inboxMails.receivedAt })
      .from(inboxMails)
      .where(fromThem(subject))
      .orderBy(asc(inboxMails.receivedAt))
    return rows.map(({ subject: line, text, at }): Fact => ({ label: 'mail', value: [line, text], at }))
  },
  async erase(tx, subject) {
    const own = await tx
      .update(inboxMails)
      .set({
        ...unreadableMail,
        state: sql`case when ${inboxMails.state} = 'waiting' then 'done' else ${inboxMails.state} end`,
      })
      .where(fromThem(subject))
      .returning({ id: inboxMails.id })
    await tx.delete(calendarEntries).where(inArray(calendarEntries.attendeeId, subject.attendeeIds))
    return { inbox: own.length + (await leaveOut(tx, subject)) }
  },
}

/** A mail nobody can read any more; its fingerprint stays, or the mailbox would be read anew. */
export const unreadableMail = {
  ...{ fromName: '', fromAddress: '', toAddress: '', subject: '', searchKey: '', text: '' },
  ...{ attachments: [], reply: null, report: null, calendar: null },
}

export function fromThem({ officeId, eventIds, attendeeIds, ownInvitationIds, words, reach }: Subject) {
  const addresses = words.filter((word) => word.includes('@'))
  return and(
    eq(inboxMails.officeId, officeId),
    or(inArray(inboxMails.eventId, eventIds), reach === 'office' ? isNull(inboxMails.eventId) : undefined),
    or(
      inArray(inboxMails.attendeeId, attendeeIds),
      and(inArray(inboxMails.invitationId, ownInvitationIds), isNull(inboxMails.attendeeId)),
      and(isNull(inboxMails.attendeeId), inArray(inboxMails.fromAddress, addresses)),
    ),
  )
}

/** Others wrote about them. */
async function leaveOut(tx: Tx, { officeId, eventIds, sharedInvitationIds, words }: Subject) {
  const found = await tx
    .select()
    .from(inboxMails)
    .where(
      and(
        eq(inboxMails.officeId, officeId),
        inArray(inboxMails.eventId, eventIds),
        inArray(inboxMails.invitationId, sharedInvitationIds),
        or(
          ...[inboxMails.subject, inboxMails.text, inboxMails.calendar, inboxMails.reply].map((column) =>
            holdsAny(column, words),
          ),
        ),
      ),
    )
  for (const { id, subject, text, reply } of found)
    await tx
      .update(inboxMails)
      .set({
        subject: withoutWords(subject, words),
        text: withoutWords(text, words),
        reply: jsonWithoutWords(reply, words) as ReceivedReply | null,
        // Its lines are folded, so a name may stand in two halves.
        calendar: null,
      })
      .where(eq(inboxMails.id, id))
  return found.length
}
