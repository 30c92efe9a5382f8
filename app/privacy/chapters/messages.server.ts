import { and, asc, eq, inArray, isNull, like, or, type SQL, sql } from 'drizzle-orm'
import { declineKey } from '#app/answers/decline-notice.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { type MessageState, messages } from '#db/schema/mail.server.ts'
import { mailingPicks } from '#db/schema/mailing-picks.server.ts'
import type { Chapter, Fact } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import type { Subject } from '../subject.server.ts'
import { withoutWords } from '../words.ts'

/** What we wrote to them, and what mails to others say of them. */
export const messagesChapter: Chapter = {
  name: 'messages',
  async held(read, subject) {
    const rows = await read
      .select({ subject: messages.subject, state: messages.state, at: messages.createdAt })
      .from(messages)
      .where(toThem(subject))
      .orderBy(asc(messages.createdAt))
    return rows.map(
      ({ subject: line, state, at }): Fact => ({
        label: 'mail',
        value: [line, { message: state }],
        at,
      }),
    )
  },
  async erase(tx, subject, now) {
    const own = await makeUnreadable(tx, or(toThem(subject), toldColleagues(subject)), now)
    // No letter that was begun for them goes on to whoever has the row.
    await tx.delete(mailingPicks).where(inArray(mailingPicks.readerId, subject.attendeeIds))
    return { messages: own, mentions: await leaveOut(tx, subject) }
  },
}

export function toThem(subject: Subject) {
  const { officeId, eventIds, attendeeIds, ownInvitationIds, sharedInvitationIds, words } = subject
  const addresses = words.filter((word) => word.includes('@'))
  return and(
    eq(messages.officeId, officeId),
    inArray(messages.eventId, eventIds),
    or(
      inArray(messages.attendeeId, attendeeIds),
      and(inArray(messages.invitationId, ownInvitationIds), isNull(messages.attendeeId)),
      // Two people may share a mailbox: what is about another guest stays theirs.
      and(
        isNull(messages.attendeeId),
        or(isNull(messages.invitationId), inArray(messages.invitationId, sharedInvitationIds)),
        holdsAny(messages.to, addresses),
      ),
    ),
  )
}

/** Mails to colleagues that tell of nothing but them: that they decline a role. */
function toldColleagues({ speakerIds }: Subject) {
  return or(sql`1 = 0`, ...speakerIds.map((id) => like(messages.dedupeKey, `${declineKey(id)}%`)))
}

/** A message nobody can read any more, which still counts as what it was. */
export const unreadable = {
  ...{
    to: { name: '', address: '' },
    replyTo: null,
    subject: '',
    text: '',
    html: '',
    calendar: null,
    untoldEntry: null,
    enclosures: null,
    edited: null,
  },
  ...{ response: '', leasedBy: null, leasedUntil: null },
}

/** Makes these mails unreadable; what has not left never will. How many they were. */
export async function makeUnreadable(tx: Tx, which: SQL | undefined, now: Date): Promise<number> {
  const found = await tx.select({ id: messages.id, state: messages.state }).from(messages).where(which)
  const ids = (states: (state: MessageState) => boolean) =>
    found.filter(({ state }) => states(state)).map(({ id }) => id)
  const isOut = (state: MessageState) => state === 'sent' || state === 'sending'
  // What a worker has in hand has left as far as we are concerned; without a lease its outcome changes nothing here.
  await blankAll(tx, ids(isOut), { state: 'sent', settledAt: now })
  await blankAll(
    tx,
    ids((state) => !isOut(state)),
    { state: 'withdrawn', settledAt: now },
  )
  return found.length
}

async function blankAll(
  tx: Tx,
  ids: readonly string[],
  settled: Partial<typeof messages.$inferInsert>,
): Promise<void> {
  if (!ids.length) return
  const which = inArray(messages.id, [...ids])
  await tx
    .update(messages)
    .set({ ...unreadable, ...settled })
    .where(which)
}

/** Mails to an institution name its delegates: those still go, and speak of somebody without a name. */
async function leaveOut(tx: Tx, subject: Subject): Promise<number> {
  const found = await mentioning(tx, subject)
  for (const { id, subject: line, text, html } of found)
    await tx
      .update(messages)
      .set({
        subject: withoutWords(line, subject.words),
        text: withoutWords(text, subject.words),
        html: withoutWords(html, subject.words),
      })
      .where(eq(messages.id, id))
  return found.length
}

function mentioning(read: Reader, { officeId, eventIds, sharedInvitationIds, words }: Subject) {
  return read
    .select({ id: messages.id, subject: messages.subject, text: messages.text, html: messages.html })
    .from(messages)
    .where(
      and(
        eq(messages.officeId, officeId),
        inArray(messages.eventId, eventIds),
        inArray(messages.invitationId, sharedInvitationIds),
        or(holdsAny(messages.text, words), holdsAny(messages.html, words), holdsAny(messages.subject, words)),
      ),
    )
}
