import { and, eq, inArray, or } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { linkToken, tokenHash } from '../accounts/token.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import type { Language } from '../i18n/languages.ts'
import { type ListedSpeaker, readSpeakers } from './speakers.server.ts'

/**
 * Gives these people a link of their own, which all their roles share; who has one keeps it, and roles they were given
 * since are added to it. An HMAC of some microseconds each, as where many are invited at once.
 */
export async function enrolSpeakers(
  tx: Tx,
  scope: EventScope,
  {
    people,
    language,
    secret,
    now,
  }: { people: readonly ListedSpeaker[]; language: Language; secret: string; now: Date },
): Promise<void> {
  for (const person of people) {
    const known = person.speaker?.id ?? (await formerlyEnrolled(tx, scope, person))
    const id = known ?? newId()
    if (!known)
      await tx.insert(speakers).values({
        ...{ id, eventId: scope.eventId, personId: person.personId, attendeeId: person.attendeeId },
        ...{ email: person.email, language: person.language ?? language },
        tokenHash: tokenHash(linkToken(secret, 'speaker', id, 1)),
        createdAt: now,
        updatedAt: now,
      })
    const roleIds = person.roles.map((role) => role.id)
    await tx
      .update(agendaRoles)
      .set({ speakerId: id })
      .where(and(eq(agendaRoles.eventId, scope.eventId), inArray(agendaRoles.id, roleIds)))
  }
}

/** Whoever lost all their roles and is given one again goes on with what they said of themselves. */
async function formerlyEnrolled(tx: Tx, { eventId }: EventScope, { personId, attendeeId }: ListedSpeaker) {
  const isThem = or(
    personId ? eq(speakers.personId, personId) : undefined,
    attendeeId ? eq(speakers.attendeeId, attendeeId) : undefined,
  )
  if (!isThem) return null
  const [row] = await tx
    .select({ id: speakers.id })
    .from(speakers)
    .where(and(eq(speakers.eventId, eventId), isThem))
    .limit(1)
  return row?.id ?? null
}

type Contact = { roleId: string; email: string | null; language: Language }

/** Where a speaker is written to, and in which language; the directory stays as it is. Refused: `notFound`. */
export async function setContact(
  tx: Tx,
  scope: EventScope,
  { roleId, email, language, secret, now }: Contact & { secret: string; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const found = await findSpeakerOf(tx, scope, roleId)
  if (!found) return { ok: false, reason: 'notFound' } as const
  await enrolSpeakers(tx, scope, { people: [found], language, secret, now })
  const speaker = (await findSpeakerOf(tx, scope, roleId))?.speaker
  if (!speaker) return { ok: false, reason: 'notFound' } as const
  await tx
    .update(speakers)
    .set({ email, language, updatedAt: now })
    .where(and(eq(speakers.id, speaker.id), eq(speakers.eventId, scope.eventId)))
  await note(tx, scope, {
    action: 'agenda.speaker.contact',
    subjectId: speaker.id,
    before: { email: found.email, language: found.language },
    after: { email, language },
    now,
  })
  return { ok: true } as const
}

/** Makes a new link; the old one is dead from this moment. Refused: `notFound`. */
export async function renewSpeakerLink(
  tx: Tx,
  scope: EventScope,
  { roleId, secret, now }: { roleId: string; secret: string; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const speaker = (await findSpeakerOf(tx, scope, roleId))?.speaker
  if (!speaker) return { ok: false, reason: 'notFound' } as const
  const tokenVersion = speaker.tokenVersion + 1
  const hash = tokenHash(linkToken(secret, 'speaker', speaker.id, tokenVersion))
  await tx
    .update(speakers)
    .set({ tokenVersion, tokenHash: hash, updatedAt: now })
    .where(and(eq(speakers.id, speaker.id), eq(speakers.eventId, scope.eventId)))
  const fact = { action: 'agenda.speaker.renewLink', subjectId: speaker.id, after: { tokenVersion }, now }
  await note(tx, scope, fact)
  return { ok: true, speakerId: speaker.id } as const
}

/** Whoever has this role of this event. */
export async function findSpeakerOf(
  tx: Tx,
  { eventId }: EventScope,
  roleId: string,
): Promise<ListedSpeaker | null> {
  const people = await readSpeakers(tx, eventId)
  return people.find(({ roles }) => roles.some(({ id }) => id === roleId)) ?? null
}
