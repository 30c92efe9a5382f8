import { and, asc, eq, exists, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { attendeesOf } from '#app/answers/attendees.server.ts'
import type { GuestScope } from '#app/answers/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { listingConsents } from '#db/schema/privacy.server.ts'

/**
 * For a list of participants that leaves the office: true of an attendee who has agreed to stand in it. Nobody does by
 * silence (GDPR Art. 4(11)). `attendeeId` is the list's own column.
 */
export function mayBeListed(read: Reader, attendeeId: SQLWrapper): SQL {
  return exists(
    read
      .select({ one: sql`1` })
      .from(listingConsents)
      .where(and(eq(listingConsents.attendeeId, attendeeId), eq(listingConsents.agrees, true))),
  )
}

/** Whether those a link speaks for have agreed: `all` of them, and each by their id. */
export async function readListing(read: Reader, scope: GuestScope) {
  const people = await attendeesOf(read, scope)
  const said = await consentsOf(
    read,
    people.map(({ id }) => id),
  )
  const agreed = people.filter(({ id }) => said.some((row) => row.attendeeId === id && row.agrees))
  return { all: people.length > 0 && agreed.length === people.length, agreed: agreed.map(({ id }) => id) }
}

/** What has been said about these attendees, and by whom. */
export async function consentsOf(read: Reader, attendeeIds: readonly string[]) {
  if (!attendeeIds.length) return []
  return read
    .select()
    .from(listingConsents)
    .where(inArray(listingConsents.attendeeId, [...attendeeIds]))
}

/**
 * Records what the holder of a link says for those it speaks for. An institution says it for its delegates, and does not
 * speak over a delegate who has said so with their own link or at the desk.
 */
export async function giveListing(
  tx: Tx,
  scope: GuestScope,
  { agrees, now }: { agrees: boolean; now: Date },
): Promise<void> {
  await lockEvent(tx, scope.eventId)
  const people = await attendeesOf(tx, scope)
  const known = await consentsOf(
    tx,
    people.map(({ id }) => id),
  )
  const via = scope.isOrganisation ? ('institution' as const) : ('link' as const)
  const isOwnWord = (id: string) => known.some((row) => row.attendeeId === id && row.via !== 'institution')
  const changed = people
    .filter(({ id }) => via === 'link' || !isOwnWord(id))
    // Who never agreed and does not now has said nothing new.
    .filter(({ id }) => agrees !== (known.find((row) => row.attendeeId === id)?.agrees ?? false))
  await save(tx, scope, { ids: changed.map(({ id }) => id), agrees, via, enteredBy: null, now })
}

/** The desk enters it for somebody who said so by telephone or on paper. Refused: another event's attendee (`notFound`). */
export async function giveListingOnBehalf(
  tx: Tx,
  scope: EventScope,
  { attendeeId, agrees, now }: { attendeeId: string; agrees: boolean; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const isOurs = and(eq(attendees.id, attendeeId), eq(attendees.eventId, scope.eventId))
  if (!(await tx.$count(attendees, isOurs))) return { ok: false, reason: 'notFound' } as const
  await save(tx, scope, { ids: [attendeeId], agrees, via: 'desk', enteredBy: scope.actor.id, now })
  return { ok: true } as const
}

type Saying = {
  ids: readonly string[]
  agrees: boolean
  via: 'link' | 'institution' | 'desk'
  enteredBy: string | null
  now: Date
}

async function save(
  tx: Tx,
  { officeId, eventId, actor }: EventScope | GuestScope,
  { ids, agrees, via, enteredBy, now }: Saying,
) {
  for (const attendeeId of ids) {
    const said = { eventId, agrees, via, enteredBy, at: now }
    await tx
      .insert(listingConsents)
      .values({ attendeeId, ...said })
      .onConflictDoUpdate({ target: listingConsents.attendeeId, set: said })
    const fact = { action: 'privacy.listing', subjectId: attendeeId, after: { agrees, via }, now }
    await audit(tx, actor, { officeId, eventId, ...fact })
  }
}

/** The people of one invitation of this event and what each has said; null when the event has no such invitation. */
export async function readListingOfInvitation(
  read: Reader,
  { eventId }: EventScope,
  invitationId: string | undefined,
) {
  const isOurs = and(eq(invitations.id, invitationId ?? ''), eq(invitations.eventId, eventId))
  if (!(await read.$count(invitations, isOurs))) return null
  return read
    .select({
      id: attendees.id,
      names: attendees.names,
      phone: attendees.phone,
      agrees: listingConsents.agrees,
      via: listingConsents.via,
    })
    .from(attendees)
    .leftJoin(listingConsents, eq(listingConsents.attendeeId, attendees.id))
    .where(eq(attendees.invitationId, invitationId ?? ''))
    .orderBy(asc(attendees.rank), asc(attendees.id))
}
