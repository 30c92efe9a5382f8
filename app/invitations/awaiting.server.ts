import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import { countUpTo } from '#app/events/counts.server.ts'
import type { Reader } from '#db/client.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'

/**
 * Letters to many that wait for a person: those that a second one has to approve, where the office wants that, and those
 * that did not leave at their time. `loose` are drafts that need nobody's approval, up to a thousand and one.
 */
export async function readAwaitingMailings(read: Reader, scope: EventScope) {
  const ofEvent = eq(messages.eventId, scope.eventId)
  const isDraft = and(ofEvent, eq(messages.state, 'draft'))
  const [wantsApproval, missed] = await Promise.all([
    needsSecondPerson(read, scope),
    read
      .select({ id: mailings.id })
      .from(mailings)
      .where(and(eq(mailings.eventId, scope.eventId), eq(mailings.state, 'missed')))
      .limit(20),
  ])
  const [unapproved, loose] = await Promise.all([
    wantsApproval
      ? read
          .selectDistinct({ id: messages.mailingId })
          .from(messages)
          .where(and(isDraft, isNotNull(messages.mailingId)))
          .limit(20)
      : [],
    countUpTo(read, messages, wantsApproval ? and(isDraft, isNull(messages.mailingId)) : isDraft),
  ])
  return {
    unapproved: unapproved.flatMap(({ id }) => id ?? []),
    missed: missed.map(({ id }) => id),
    loose,
  }
}
