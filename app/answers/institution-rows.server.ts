import { and, eq, exists, gt, inArray, isNotNull, like, ne, notExists, type SQL, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { foldedWords } from '#app/directory/fold.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { attendances, attendees, invitationParts, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { holdsTag, inState } from './guest-conditions.server.ts'
import type { GuestFilter } from './guest-filter.ts'

/** Of invitations, those to institutions; as a range, it is what leads SQLite to the few of them. */
export const isInstitution = gt(invitations.organisationId, '')

/**
 * What a filter asks of institutions that have named nobody yet, which stand in the guest table by themselves; null
 * when it asks for what only a person can be. A condition on `invitations` joined with `organisations`.
 */
export function planInstitutions(read: Reader, { eventId }: EventScope, filter: GuestFilter): SQL | null {
  if (filter.seat && filter.seat !== 'institution') return null
  if (filter.needs || filter.via || filter.flag === 'request') return null
  const { language, kind, organisation, tag, flag, state } = filter
  return (
    and(
      eq(invitations.eventId, eventId),
      isInstitution,
      state === 'withdrawn' ? undefined : ne(invitations.state, 'revoked'),
      inState(state),
      language ? eq(invitations.language, language) : undefined,
      kind ? eq(organisations.kind, kind) : undefined,
      organisation ? eq(invitations.organisationId, organisation) : undefined,
      tag ? holdsTag(organisations.tags, tag) : undefined,
      flag === 'wrongRecipient' ? isNotNull(invitations.wrongRecipientAt) : undefined,
      flag === 'bounced' ? exists(itsMails(read, inArray(messages.state, ['failed', 'bounced']))) : undefined,
      ...foldedWords(filter.search).map((word) => like(organisations.searchKey, `%${word}%`)),
      said(read, filter),
      notExists(itsPeople(read)),
    ) ?? null
  )
}

function itsPeople(read: Reader) {
  return read
    .select({ one: sql`1` })
    .from(attendees)
    .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
    .where(and(eq(attendees.invitationId, invitations.id), ne(attendances.status, 'cancelled')))
}

function itsMails(read: Reader, where: SQL) {
  return read
    .select({ one: sql`1` })
    .from(messages)
    .where(and(eq(messages.invitationId, invitations.id), where))
}

/** By its own word on the part. */
function said(read: Reader, { part, status }: GuestFilter): SQL | undefined {
  if (!status) return undefined
  const words = read
    .select({ one: sql`1` })
    .from(invitationParts)
    .where(
      and(
        eq(invitationParts.invitationId, invitations.id),
        part ? eq(invitationParts.partId, part) : undefined,
        eq(sql`${invitationParts.status}`, status),
      ),
    )
  return exists(words)
}
