import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm'
import type { GuestScope } from '#app/answers/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { personEmails, persons } from '#db/schema/directory.server.ts'
import { events } from '#db/schema/events.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { speakersOf } from './subject-speakers.server.ts'
import { wordsOf } from './words.ts'

/** How far an act goes: one event, or all events of the office and its directory. */
export type Reach = 'event' | 'office'
export type Whose = { officeId: string; eventId: string; attendeeId: string }

/** One person and everything by which the office's tables know them. */
export type Subject = {
  officeId: string
  reach: Reach
  eventIds: string[]
  attendeeIds: string[]
  speakerIds: string[]
  personId: string | null
  /** Invitations that are theirs alone, and those on which an institution or a guest named them. */
  ownInvitationIds: string[]
  sharedInvitationIds: string[]
  words: string[]
}

/**
 * Whose rights the holder of a link may use: with a person's invitation that person's, also when somebody else comes in
 * their place; with an own link its attendee's. Null for an institution, which is nobody.
 */
export async function rightsHolder(read: Reader, scope: GuestScope): Promise<string | null> {
  if (scope.isOrganisation) return null
  if (scope.attendeeId) return scope.attendeeId
  const [invited] = await read
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.invitationId, scope.invitationId), eq(attendees.source, 'invitation')))
  return invited?.id ?? null
}

/** The person who is this attendee; null when the event has none such. */
export async function readSubject(read: Reader, whose: Whose, reach: Reach): Promise<Subject | null> {
  const [one] = await attendeesWhere(
    read,
    whose.officeId,
    and(eq(attendees.id, whose.attendeeId), eq(attendees.eventId, whose.eventId)),
  )
  if (!one) return null
  const { personId } = one
  const all =
    reach === 'office' && personId
      ? await attendeesWhere(
          read,
          whose.officeId,
          or(eq(attendees.personId, personId), eq(attendees.id, one.id)),
        )
      : [one]
  const isOwn = ({ source, organisationId }: (typeof all)[number]) =>
    source === 'invitation' && organisationId === null
  const invitationsOf = (rows: typeof all) => [
    ...new Set(rows.flatMap(({ invitationId }) => invitationId ?? [])),
  ]
  const eventIds = [...new Set(all.map(({ eventId }) => eventId))]
  const attendeeIds = all.map(({ id }) => id)
  const words = wordsOf([
    ...all.map(({ names, email, phone }) => ({ names, phone, addresses: email ? [email] : [] })),
    ...(personId ? await inDirectory(read, personId) : []),
  ])
  const speaking = await speakersOf(read, { eventIds, attendeeIds, personId, words })
  const spokenTo = speaking.flatMap(({ email }) => email ?? [])
  return {
    officeId: whose.officeId,
    ...{ reach, personId, eventIds, attendeeIds, speakerIds: speaking.map(({ id }) => id) },
    ownInvitationIds: invitationsOf(all.filter(isOwn)),
    sharedInvitationIds: invitationsOf(all.filter((row) => !isOwn(row))),
    words: [...new Set([...words, ...wordsOf([{ names: {}, phone: null, addresses: spokenTo }])])],
  }
}

function attendeesWhere(read: Reader, officeId: string, which: SQL | undefined) {
  return read
    .select({
      id: attendees.id,
      eventId: attendees.eventId,
      personId: attendees.personId,
      invitationId: attendees.invitationId,
      source: attendees.source,
      names: attendees.names,
      email: attendees.email,
      phone: attendees.phone,
      organisationId: invitations.organisationId,
    })
    .from(attendees)
    .innerJoin(events, and(eq(events.id, attendees.eventId), eq(events.officeId, officeId)))
    .leftJoin(invitations, eq(invitations.id, attendees.invitationId))
    .where(which)
}

async function inDirectory(read: Reader, personId: string) {
  const rows = await read
    .select({ names: persons.names, phone: persons.phone, address: personEmails.address })
    .from(persons)
    .leftJoin(personEmails, eq(personEmails.personId, persons.id))
    .where(eq(persons.id, personId))
  return rows.map(({ names, phone, address }) => ({ names, phone, addresses: address ? [address] : [] }))
}

/** Which of these ids exist as somebody else's: their history is not this person's to take away. */
export async function idsOfOthers(
  read: Reader,
  subject: Subject,
  ids: readonly string[],
): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const some = [...ids]
  const known = [
    ...(await read.select({ id: persons.id }).from(persons).where(inArray(persons.id, some))),
    ...(await read.select({ id: attendees.id }).from(attendees).where(inArray(attendees.id, some))),
    ...(await read
      .select({ id: invitations.id })
      .from(invitations)
      .where(and(inArray(invitations.id, some), isNull(invitations.organisationId)))),
  ]
  const mine = new Set([...subject.attendeeIds, ...subject.ownInvitationIds, subject.personId])
  return new Set(known.map(({ id }) => id).filter((id) => !mine.has(id)))
}
