import { and, eq, inArray, like } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import { enrolSpeakers, renewSpeakerLink } from '#app/agenda/enrol.server.ts'
import { readSpeakers } from '#app/agenda/speakers.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { breathe } from '#app/invitations/inviting.server.ts'
import { readTexts } from '#app/invitations/texts.server.ts'
import { enqueueMany, withdrawMessages } from '#app/mail/outbox.server.ts'
import { actionsFrom } from '#app/mail/rules.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { templateOf } from './speaker-letter.ts'
import {
  type Asking,
  type Enrolled,
  isMeant,
  type RequestMail,
  writeRequest,
} from './speaker-mails.server.ts'

/**
 * Asks speakers to confirm what they were put down for, reminds those who have not answered, at most once a day, or thanks
 * those whose part is over, once. Who has no address is asked too: their link is handed on by other ways. Where the office
 * wants a second person, the mails wait in the outbox as drafts. Refused: a draft event (`notPublished`), a cancelled one
 * (`eventCancelled`), and `nobody` where none of those meant is to be written to.
 */
export async function submitSpeakerRequests(database: Database, scope: EventScope, asking: Asking) {
  const facts = await readEventFacts(database.read, scope.eventId)
  if (facts.state === 'draft') return { ok: false, reason: 'notPublished' } as const
  if (facts.state === 'cancelled') return { ok: false, reason: 'eventCancelled' } as const
  const [language = 'en'] = facts.languages
  const chosen = await database.write((tx) => enrolChosen(tx, scope, language, asking))
  if (!chosen.length) return { ok: false, reason: 'nobody' } as const
  const texts = await readTexts(database.read, facts, templateOf[asking.kind])
  const letters: Letter[] = []
  for (const [index, person] of chosen.entries()) {
    if (index % 15 === 14) await breathe()
    letters.push({ person, mail: writeRequest(facts, texts, person, asking) })
  }
  const asked = await database.write((tx) => sendRequests(tx, scope, { letters, asking }))
  return { ok: true, ...asked } as const
}

type Letter = { person: Enrolled; mail: RequestMail | null }

async function enrolChosen(tx: Tx, scope: EventScope, language: Language, asking: Asking) {
  await lockEvent(tx, scope.eventId)
  const people = (await readSpeakers(tx, scope.eventId)).filter((one) => isMeant(asking, one))
  const { secret } = asking.site
  await enrolSpeakers(tx, scope, { people, language, secret, now: asking.now })
  const enrolled = await readSpeakers(tx, scope.eventId)
  return enrolled.filter((one): one is Enrolled => one.speaker !== null && isMeant(asking, one))
}

async function sendRequests(
  tx: Tx,
  scope: EventScope,
  { letters, asking }: { letters: readonly Letter[]; asking: Asking },
) {
  await lockEvent(tx, scope.eventId)
  // Another organiser may have asked meanwhile, or they may have answered.
  const present = new Map((await readSpeakers(tx, scope.eventId)).map((one) => [one.speaker?.id, one]))
  const due = letters.filter(({ person }) => {
    const one = present.get(person.speaker.id)
    return one !== undefined && isMeant(asking, one)
  })
  const state = (await needsSecondPerson(tx, scope)) ? 'draft' : 'queued'
  const mailed = await enqueueMany(
    tx,
    due.flatMap(({ mail }) => (mail ? { ...mail, state } : [])),
  )
  const ids = due.map(({ person }) => person.speaker.id)
  const counts = { asked: due.length, mailed, withoutAddress: due.filter(({ mail }) => !mail).length }
  if (!ids.length) return counts
  await markWritten(tx, scope, ids, asking)
  const { kind, now } = asking
  await note(tx, scope, { action: `agenda.speaker.${kind}`, after: { ids, ...counts }, now })
  return counts
}

/** What a letter of each kind leaves with those it was written to. */
async function markWritten(
  tx: Tx,
  { eventId, actor }: EventScope,
  ids: readonly string[],
  { kind, byItselfOn, now }: Asking,
): Promise<void> {
  const theirs = and(eq(agendaRoles.eventId, eventId), inArray(agendaRoles.speakerId, [...ids]))
  if (kind === 'ask')
    await tx
      .update(agendaRoles)
      .set({ confirmation: 'asked' })
      .where(and(theirs, eq(agendaRoles.confirmation, 'none')))
  await tx
    .update(speakers)
    .set({
      ...(kind === 'ask' && { askedAt: now, askedBy: actor.kind === 'user' ? actor.id : null }),
      ...(kind === 'thank' && { thankedAt: now }),
      ...(byItselfOn && { remindedFor: byItselfOn }),
      updatedAt: now,
    })
    .where(and(eq(speakers.eventId, eventId), inArray(speakers.id, [...ids])))
}

/** Gives a speaker a new link. Mails that bear the old one and have not left never will. See `renewSpeakerLink`. */
export async function replaceSpeakerLink(
  tx: Tx,
  scope: EventScope,
  given: { roleId: string; secret: string; now: Date },
) {
  const renewed = await renewSpeakerLink(tx, scope, given)
  if (!renewed.ok) return renewed
  const unsent = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.eventId, scope.eventId),
        like(messages.dedupeKey, `speaker:${renewed.speakerId}:%`),
        inArray(messages.state, [...actionsFrom.withdraw]),
      ),
    )
  const chosen = { ids: unsent.map(({ id }) => id) }
  if (unsent.length) await withdrawMessages(tx, scope, { chosen, now: given.now })
  return { ok: true } as const
}
