import { and, eq, inArray } from 'drizzle-orm'
import { type AttendeeChange, changeAttendees, insertAttendees } from '#app/invitations/attendees.server.ts'
import { attendeeToken, tokenHash } from '#app/invitations/token.server.ts'
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
  await changeAttendees(tx, {
    which: and(eq(attendees.invitationId, invitationId), inArray(attendees.id, [...ids])),
    set: { seat, tokenHash: null, isHead: false, updatedAt: now },
  })
}

/** Writes whom an organisation names: new people, what was changed about the others, seats, order and head. */
export async function saveDelegation(
  tx: Tx,
  standing: Standing,
  { members, leaving }: Delegation,
  saving: Saving,
): Promise<void> {
  await leaveList(tx, standing.invitation.id, { ids: leaving, seat: 'removed', now: saving.now })
  const fresh = members.filter(({ knownAs }) => !knownAs)
  const changed = members.filter((member) => member.knownAs && isChanged(standing, member))
  const { eventId } = standing.invitation
  await insertAttendees(
    tx,
    eventId,
    fresh.map((member) => newMember(standing, member, saving)),
  )
  await changeAttendees(tx, ...changed.map((member) => changedMember(standing, member, saving)))
}

function isChanged({ people }: Standing, { id, isTouched, seat, isHead, rank }: Member): boolean {
  const known = people.find((person) => person.id === id)
  return isTouched || known?.seat !== seat || known.isHead !== isHead || known.rank !== rank
}

function changedMember(
  { invitation, people }: Standing,
  member: Member,
  { secret, now }: Saving,
): AttendeeChange {
  const { id, seat, isHead, rank, person, isReaddressed } = member
  const known = people.find((one) => one.id === id)
  const tokenVersion = (known?.tokenVersion ?? 1) + Number(isReaddressed)
  return {
    which: and(eq(attendees.id, id), eq(attendees.invitationId, invitation.id)),
    set: {
      ...{ seat, isHead, rank, updatedAt: now },
      ...personColumns(person, known?.organisationName ?? {}),
      ...ownLink({ id, seat, tokenVersion }, secret),
      ...(isReaddressed && { wrongRecipientAt: null }),
    },
  }
}

function newMember({ invitation, organisation }: Standing, member: Member, { secret, now }: Saving) {
  const { id, seat, isHead, rank, person } = member
  return {
    ...{ id, seat, isHead, rank, invitationId: invitation.id },
    ...{ organisationId: invitation.organisationId, source: 'delegation' as const, needs: {} },
    organisationName: organisation?.name ?? {},
    ...personColumns(person, organisation?.name ?? {}),
    ...ownLink({ id, seat, tokenVersion: 1 }, secret),
    ...{ createdAt: now, updatedAt: now },
  }
}

/** What is kept of a person as a form described them. */
export function personColumns(
  person: KnownPerson,
  organisationName: Standing['people'][number]['organisationName'],
) {
  const { names, honorific, position, email, phone, language } = person
  return { names, honorific, position, email, phone, language, ...attendeeKeys(person, organisationName) }
}
