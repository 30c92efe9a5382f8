import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { inboxMails } from '#db/schema/inbox.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { privacyRequests } from '#db/schema/privacy.server.ts'
import { suppressions } from '#db/schema/suppression.server.ts'
import type { Chapter } from '../chapter.ts'
import { holdsAny } from '../naming.server.ts'
import { idsOfOthers, type Subject } from '../subject.server.ts'
import { jsonWithoutWords } from '../words.ts'
import { fromThem } from './inbox.server.ts'
import { toThem } from './messages.server.ts'
import { theirEntries } from './suppression.server.ts'

/** The append-only history: that something was done, by whom and when, stays; what it said of them goes. */
export const historyChapter: Chapter = {
  name: 'history',
  async held() {
    return []
  },
  async erase(tx, subject) {
    const own = await tx
      .update(auditEntries)
      .set({ before: null, after: null })
      .where(
        and(
          eq(auditEntries.officeId, subject.officeId),
          or(
            inArray(auditEntries.subjectId, await subjectsOf(tx, subject)),
            // What they did by their own link, to their papers say.
            and(eq(auditEntries.actorKind, 'token'), inArray(auditEntries.actorId, subject.speakerIds)),
          ),
          or(isNotNull(auditEntries.before), isNotNull(auditEntries.after)),
        ),
      )
      .returning({ id: auditEntries.id })
    return { history: own.length + (await leaveOut(tx, subject)) }
  },
}

async function subjectsOf(read: Reader, subject: Subject): Promise<string[]> {
  const { attendeeIds, speakerIds, ownInvitationIds, personId, reach } = subject
  const rows = [
    ...(await read.select({ id: messages.id }).from(messages).where(toThem(subject))),
    ...(await read.select({ id: inboxMails.id }).from(inboxMails).where(fromThem(subject))),
    ...(await read.select({ id: suppressions.id }).from(suppressions).where(theirEntries(subject))),
    ...(await read
      .select({ id: privacyRequests.id })
      .from(privacyRequests)
      .where(inArray(privacyRequests.attendeeId, attendeeIds))),
  ]
  return [
    ...rows.map(({ id }) => id),
    ...attendeeIds,
    ...speakerIds,
    ...ownInvitationIds,
    ...(personId && reach === 'office' ? [personId] : []),
  ]
}

/** Entries about an institution or a whole list name them among others. */
async function leaveOut(tx: Tx, subject: Subject): Promise<number> {
  const { officeId, eventIds, reach, words } = subject
  const inReach = or(
    inArray(auditEntries.eventId, eventIds),
    reach === 'office' ? isNull(auditEntries.eventId) : undefined,
  )
  const found = await tx
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.officeId, officeId),
        inReach,
        or(holdsAny(auditEntries.before, words), holdsAny(auditEntries.after, words)),
      ),
    )
  const others = await idsOfOthers(
    tx,
    subject,
    found.flatMap(({ subjectId }) => subjectId ?? []),
  )
  const theirs = found.filter(({ subjectId }) => !others.has(subjectId ?? ''))
  for (const { id, before, after } of theirs)
    await tx
      .update(auditEntries)
      .set({ before: jsonWithoutWords(before, words), after: jsonWithoutWords(after, words) })
      .where(eq(auditEntries.id, id))
  return theirs.length
}
