import { and, eq, inArray } from 'drizzle-orm'
import { tokenHash } from '#app/accounts/token.server.ts'
import { keepPrecedence } from '#app/directory/precedence-keys.server.ts'
import { writeGuestWords } from '#app/invitations/guest-words.server.ts'
import { attendeeToken } from '#app/invitations/token.server.ts'
import type { Tx } from '#db/client.server.ts'
import { type AttendeeSeat, attendees } from '#db/schema/invitations.server.ts'
import type { Delegation, Member } from './delegation.ts'
import { attendeeKeys, type KnownPerson } from './people.ts'
import type { Standing } from './standing.server.ts'

type Saving = { secret: string; now: Date }

/** Whether somebody with this seat has a link of their own: not while the organiser has still to say yes. */
export function hasOwnLink(seat: AttendeeSeat): boolean {
  return seat === 'delegate' || seat === 'alternate'
}

/** The columns of an own link. An HMAC of some microseconds, as where many are invited at once. */
export function ownLink(
  { id, seat, tokenVersion }: { id: string; seat: AttendeeSeat; tokenVersion: number },
  secret: string,
) {
  const isTheirs = hasOwnLink(seat)
  return { tokenVersion, tokenHash: isTheirs ? tokenHash(attendeeToken(secret, id, tokenVersion)) : null }
}

/** Takes people off the list: what was is kept, their links are dead. */
export async function leaveList(
  tx: Tx,
  invitationId: string,
  { ids, seat, now }: { ids: readonly string[]; seat: 'removed' | 'refused'; now: Date },
): Promise<void> {
  if (!ids.length) return
  const left = await tx
    .update(attendees)
    .set({ seat, tokenHash: null, isHead: false, updatedAt: now })
    .where(and(eq(attendees.invitationId, invitationId), inArray(attendees.id, [...ids])))
    .returning({ id: attendees.id, eventId: attendees.eventId })
  if (left[0])
    await keepPrecedence(
      tx,
      left[0].eventId,
      left.map(({ id }) => id),
    )
}

/** Writes whom an organisation names: new people, what was changed about the others, seats, order and head. */
export async function saveDelegation(
  tx: Tx,
  standing: Standing,
  { members, leaving }: Delegation,
  saving: Saving,
): Promise<void> {
  await leaveList(tx, standing.invitation.id, { ids: leaving, seat: 'removed', now: saving.now })
  for (const member of members) {
    if (!member.knownAs) await insertMember(tx, standing, member, saving)
    else if (isChanged(standing, member)) await updateMember(tx, standing, member, saving)
  }
  await keepPrecedence(
    tx,
    standing.invitation.eventId,
    members.map(({ id }) => id),
  )
}

function isChanged({ people }: Standing, { id, isTouched, seat, isHead, rank }: Member): boolean {
  const known = people.find((person) => person.id === id)
  return isTouched || known?.seat !== seat || known.isHead !== isHead || known.rank !== rank
}

async function updateMember(
  tx: Tx,
  { invitation, people }: Standing,
  member: Member,
  { secret, now }: Saving,
) {
  const { id, seat, isHead, rank, person, isReaddressed } = member
  const known = people.find((one) => one.id === id)
  const tokenVersion = (known?.tokenVersion ?? 1) + Number(isReaddressed)
  const columns = personColumns(person, known?.organisationName ?? {})
  await tx
    .update(attendees)
    .set({
      ...{ seat, isHead, rank, updatedAt: now },
      ...columns,
      ...ownLink({ id, seat, tokenVersion }, secret),
      ...(isReaddressed && { wrongRecipientAt: null }),
    })
    .where(and(eq(attendees.id, id), eq(attendees.invitationId, invitation.id)))
  await writeGuestWords(tx, [{ id, eventId: invitation.eventId, ...columns }])
}

async function insertMember(tx: Tx, { invitation, organisation }: Standing, member: Member, saving: Saving) {
  const { id, seat, isHead, rank, person } = member
  const columns = personColumns(person, organisation?.name ?? {})
  await tx.insert(attendees).values({
    ...{ id, seat, isHead, rank, eventId: invitation.eventId, invitationId: invitation.id },
    ...{ organisationId: invitation.organisationId, source: 'delegation', needs: {} },
    organisationName: organisation?.name ?? {},
    ...columns,
    ...ownLink({ id, seat, tokenVersion: 1 }, saving.secret),
    createdAt: saving.now,
    updatedAt: saving.now,
  })
  await writeGuestWords(tx, [{ id, eventId: invitation.eventId, ...columns }])
}

/** What is kept of a person as a form described them. */
export function personColumns(
  person: KnownPerson,
  organisationName: Standing['people'][number]['organisationName'],
) {
  const { names, honorific, position, email, phone, language } = person
  return { names, honorific, position, email, phone, language, ...attendeeKeys(person, organisationName) }
}
