import { and, eq, or } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import type { Stores } from '#app/files/unused.server.ts'
import type { Reader } from '#db/client.server.ts'
import { agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { clearErasedFiles, erasePerson } from './erase.server.ts'
import type { Subject } from './subject.server.ts'
import { wordsOf } from './words.ts'

type Where = Pick<EventScope, 'officeId' | 'eventId'>

/**
 * Somebody who has a role in the agenda and is no guest: known by what stands there and by their address. Null where the
 * event has no such speaker; who is a guest has a guest's rights.
 */
export async function readSpeakerSubject(
  read: Reader,
  { officeId, eventId }: Where,
  speakerId: string,
): Promise<Subject | null> {
  const [speaker] = await read
    .select()
    .from(speakers)
    .where(and(eq(speakers.id, speakerId), eq(speakers.eventId, eventId)))
  if (!speaker || (await isGuest(read, speaker))) return null
  const roles = await read
    .select({ names: agendaRoles.names })
    .from(agendaRoles)
    .where(eq(agendaRoles.speakerId, speakerId))
  const { personId, email } = speaker
  const known = [...roles, { names: {} }].map(({ names }) => ({ names, phone: null }))
  return {
    ...{ officeId, reach: 'event', personId, eventIds: [eventId], attendeeIds: [] },
    ...{ speakerIds: [speakerId], ownInvitationIds: [], sharedInvitationIds: [] },
    words: wordsOf(known.map((one) => ({ ...one, addresses: email ? [email] : [] }))),
  }
}

async function isGuest(read: Reader, { eventId, attendeeId, personId }: typeof speakers.$inferSelect) {
  const isTheirs = or(
    attendeeId ? eq(attendees.id, attendeeId) : undefined,
    personId ? eq(attendees.personId, personId) : undefined,
  )
  return isTheirs ? (await read.$count(attendees, and(eq(attendees.eventId, eventId), isTheirs))) > 0 : false
}

/**
 * Takes a speaker who is no guest out of an event as they asked: their roles in it, also in versions that are out, what
 * they said of themselves, their papers and mails. Refused: `notFound`.
 */
export async function eraseSpeaker(
  stores: Stores,
  scope: EventScope,
  { speakerId, now }: { speakerId: string; now: Date },
) {
  const { officeId, eventId, actor } = scope
  const erased = await stores.database.write(async (tx) => {
    await lockEvent(tx, eventId)
    const subject = await readSpeakerSubject(tx, scope, speakerId)
    if (!subject) return { ok: false, reason: 'notFound' } as const
    return { ok: true, counts: await erasePerson(tx, subject, { actor, now }) } as const
  })
  if (erased.ok) await clearErasedFiles(stores, { officeId, eventIds: [eventId], now })
  return erased
}
