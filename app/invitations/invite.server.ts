import { and, eq, inArray } from 'drizzle-orm'
import { tokenHash } from '#app/accounts/token.server.ts'
import { fold } from '#app/directory/fold.ts'
import { type EventRow, lockEvent } from '#app/events/lock.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import { attendances, invitations } from '#db/schema/invitations.server.ts'
import { insertAttendees } from './attendees.server.ts'
import {
  breathe,
  chunked,
  type Inviter,
  type Known,
  knownInvitations,
  partsWithin,
  restore,
  tell,
} from './inviting.server.ts'
import type { Policy } from './rules.ts'
import { answerToken } from './token.server.ts'

export type Inviting = { partIds: readonly string[]; policy: Policy; secret: string; now: Date }
/** `extended` had an invitation and were given further parts; `already` had all of them. */
export type InvitedCounts = { invited: number; extended: number; already: number }
export type InvitingResult = ({ ok: true } & InvitedCounts) | { ok: false; reason: 'noParts' | 'cancelled' }

/**
 * Invites persons of the directory to parts of the event. Each gets one invitation and one attendee who bears name,
 * position and address as they are now. Who has an invitation keeps it and is given the parts they lack; one that was
 * withdrawn lives again under a new link. Ids from elsewhere are passed over.
 */
export async function invitePersons(
  tx: Tx,
  scope: Inviter,
  { personIds, ...inviting }: Inviting & { personIds: readonly string[] },
): Promise<InvitingResult> {
  const event = await lockEvent(tx, scope.eventId)
  if (event.state === 'cancelled') return { ok: false, reason: 'cancelled' }
  const partIds = await partsWithin(tx, scope, inviting.partIds)
  if (!partIds.length) return { ok: false, reason: 'noParts' }
  const counts = { invited: 0, extended: 0, already: 0 }
  const ids: string[] = []
  for (const some of chunked([...new Set(personIds)])) {
    const people = await readPeople(tx, scope, some)
    const known = await knownInvitations(tx, scope, { personIds: people.map(({ id }) => id) })
    const strangers = people.filter(({ id }) => !known.some(({ personId }) => personId === id))
    ids.push(...(await insertInvited(tx, { event, people: strangers, partIds, inviting })))
    counts.invited += strangers.length
    await extendKnown(tx, { known, partIds, inviting, counts })
    await breathe()
  }
  await tell(tx, scope, { what: 'persons', ids, counts, partIds, now: inviting.now })
  return { ok: true, ...counts }
}

type Person = Awaited<ReturnType<typeof readPeople>>[number]

function readPeople(tx: Tx, scope: Inviter, ids: readonly string[]) {
  return tx
    .select({
      id: persons.id,
      organisationId: persons.organisationId,
      honorific: persons.honorific,
      names: persons.names,
      position: persons.position,
      phone: persons.phone,
      language: persons.language,
      searchKey: persons.searchKey,
      sortKey: persons.sortKey,
      organisationName: organisations.name,
      acronym: organisations.acronym,
      email: personEmails.address,
    })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .leftJoin(personEmails, and(eq(personEmails.personId, persons.id), eq(personEmails.rank, 0)))
    .where(and(eq(persons.officeId, scope.officeId), inArray(persons.id, [...ids])))
}

type Insertion = { event: EventRow; people: Person[]; partIds: string[]; inviting: Inviting }

async function insertInvited(
  tx: Tx,
  { event, people: strangers, partIds, inviting }: Insertion,
): Promise<string[]> {
  if (!strangers.length) return []
  const { now } = inviting
  const fresh = strangers.map((person) => ({ person, invitationId: newId(), attendeeId: newId() }))
  const language = (person: Person): Language => person.language ?? event.languages[0] ?? 'en'
  await tx.insert(invitations).values(
    fresh.map(({ person, invitationId: id }) => ({
      id,
      eventId: event.id,
      personId: person.id,
      language: language(person),
      policy: inviting.policy,
      seats: 1,
      state: 'draft' as const,
      // An HMAC of some microseconds, not a password's hash: 5,000 of them cost less than one chunk of rows.
      tokenHash: tokenHash(answerToken(inviting.secret, id, 1)),
      createdAt: now,
      updatedAt: now,
    })),
  )
  const people = fresh.map(({ person, invitationId, attendeeId }) => ({
    ...attendeeColumns(person),
    id: attendeeId,
    invitationId,
    language: language(person),
    createdAt: now,
    updatedAt: now,
  }))
  await insertAttendees(tx, event.id, people)
  await insertAttendances(
    tx,
    fresh.flatMap(({ attendeeId }) => partIds.map((partId) => ({ attendeeId, partId, eventId: event.id }))),
  )
  return fresh.map(({ invitationId }) => invitationId)
}

function attendeeColumns({
  id,
  organisationId,
  honorific,
  names,
  position,
  email,
  phone,
  ...person
}: Person) {
  const organisation = [...Object.values(person.organisationName ?? {}), person.acronym ?? '']
  return {
    personId: id,
    organisationId,
    source: 'invitation' as const,
    honorific,
    names,
    position,
    organisationName: person.organisationName ?? {},
    email,
    phone,
    needs: {},
    searchKey: `${person.searchKey} ${fold(organisation.join(' '))}`.trim(),
    sortKey: person.sortKey,
  }
}

async function insertAttendances(
  tx: Tx,
  rows: readonly { attendeeId: string; partId: string; eventId: string }[],
): Promise<void> {
  for (const some of chunked(rows))
    await tx.insert(attendances).values(some.map((row) => ({ ...row, status: 'invited' as const })))
}

type Extension = { known: Known[]; partIds: string[]; inviting: Inviting; counts: InvitedCounts }

/** Gives the parts they lack to those who have an invitation; a part once taken from them is theirs again. */
async function extendKnown(tx: Tx, { known, partIds, inviting, counts }: Extension): Promise<void> {
  const attending = known.flatMap(({ attendeeId }) => attendeeId ?? [])
  const had = attending.length
    ? await tx.select().from(attendances).where(inArray(attendances.attendeeId, attending))
    : []
  const hadBy = Map.groupBy(had, (row) => row.attendeeId)
  const lacking: { attendeeId: string; partId: string; eventId: string }[] = []
  for (const invitation of known) {
    const { attendeeId, eventId } = invitation
    if (!attendeeId) continue
    const mine = hadBy.get(attendeeId) ?? []
    const taken = mine.filter(({ partId, status }) => partIds.includes(partId) && status === 'cancelled')
    const unknown = partIds.filter((id) => !mine.some(({ partId }) => partId === id))
    lacking.push(...unknown.map((partId) => ({ attendeeId, partId, eventId })))
    if (taken.length) await giveBack(tx, attendeeId, taken)
    if (invitation.state === 'revoked') {
      await restore(tx, invitation, { ...inviting, seats: 1, alternates: 0 })
      counts.invited++
    } else if (taken.length || unknown.length) counts.extended++
    else counts.already++
  }
  await insertAttendances(tx, lacking)
}

/**
 * Invites somebody who is on another's invitation, a delegate, to parts of their own besides: what they lack, and what
 * was taken from them. The invitation itself stays as it is, and opens these parts to nobody else.
 */
export async function inviteBesides(
  tx: Tx,
  { attendeeId, eventId }: { attendeeId: string; eventId: string },
  partIds: readonly string[],
): Promise<void> {
  const had = await tx.select().from(attendances).where(eq(attendances.attendeeId, attendeeId))
  const taken = had.filter(({ partId, status }) => partIds.includes(partId) && status === 'cancelled')
  const lacking = partIds.filter((id) => !had.some(({ partId }) => partId === id))
  if (taken.length) await giveBack(tx, attendeeId, taken)
  await insertAttendances(
    tx,
    lacking.map((partId) => ({ attendeeId, partId, eventId })),
  )
}

async function giveBack(tx: Tx, attendeeId: string, taken: readonly { partId: string }[]): Promise<void> {
  const partIds = taken.map(({ partId }) => partId)
  await tx
    .update(attendances)
    .set({
      ...{ status: 'invited', reason: '', answeredVia: null, answeredAt: null },
      ...{ waitingSince: null, waitingRank: 0, offerUntil: null, restsSince: null },
    })
    .where(and(eq(attendances.attendeeId, attendeeId), inArray(attendances.partId, partIds)))
}
