import { and, eq, exists, or, type SQL, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { mailings, messages } from '#db/schema/mail.server.ts'
import { releases } from '#db/schema/releases.server.ts'
import type { OutboxAction } from './rules.ts'

/**
 * Drafts that whoever acts has written, of a mailing, with a version of the agenda or one by one, where the office wants
 * a second person to approve them; undefined where it does not.
 */
export async function isFirstPerson(tx: Tx, scope: EventScope): Promise<SQL | undefined> {
  if (!(await needsSecondPerson(tx, scope))) return undefined
  const userId = scope.actor.kind === 'user' ? scope.actor.id : null
  if (userId === null) return eq(messages.state, 'draft')
  const theirs = tx
    .select({ id: mailings.id })
    .from(mailings)
    .where(
      and(
        eq(mailings.id, messages.mailingId),
        or(eq(mailings.createdBy, userId), eq(mailings.editedBy, userId)),
      ),
    )
  const isEditor = sql`coalesce(${messages.edited} ->> 'by', '') = ${userId}`
  // What tells of a version of the agenda is found by that version (app/answers/release-notice.server.ts).
  const isItsNotice = sql`${messages.dedupeKey} like 'agenda:' || ${releases.id} || ':%'`
  const released = tx
    .select({ id: releases.id })
    .from(releases)
    .where(and(eq(releases.eventId, scope.eventId), eq(releases.releasedBy, userId), isItsNotice))
  return and(eq(messages.state, 'draft'), or(exists(theirs), exists(released), isEditor))
}

/** Why an action moved nothing, as far as it can be told: it may be for somebody else to do. */
export async function whyNone(
  read: Reader,
  scope: EventScope,
  action: OutboxAction,
): Promise<'none' | 'secondPerson'> {
  const isApproval = action === 'approve' || action === 'queue'
  return isApproval && (await needsSecondPerson(read, scope)) ? 'secondPerson' : 'none'
}
