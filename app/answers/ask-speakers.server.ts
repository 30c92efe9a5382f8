import { and, eq, inArray, like } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import { enrolSpeakers, renewSpeakerLink } from '#app/agenda/enrol.server.ts'
import { type ListedSpeaker, readSpeakers } from '#app/agenda/speakers.server.ts'
import type { SpeakerState } from '#app/agenda/speakers.ts'
import { displayName } from '#app/directory/names.ts'
import { type EventFacts, readEventFacts, sender } from '#app/events/facts.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { breathe } from '#app/invitations/inviting.server.ts'
import { type Site, speakerLink } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import {
  enqueueMany,
  messageIdHost,
  type OutgoingMessage,
  withdrawMessages,
} from '#app/mail/outbox.server.ts'
import { actionsFrom } from '#app/mail/rules.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { agendaRoles, speakers } from '#db/schema/agenda.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { type SpeakerLetterKind, speakerLetter } from './speaker-letter.ts'

type Asking = {
  kind: SpeakerLetterKind
  /** Roles of those who are meant; left out: everybody in the state that the kind is for. */
  roleIds?: readonly string[] | undefined
  word: Localized
  site: Site
  now: Date
}

/** Whom a letter of this kind is for. */
const stateFor: Record<SpeakerLetterKind, SpeakerState> = { ask: 'notAsked', remind: 'asked' }

/**
 * Asks speakers to confirm what they were put down for, or reminds those who have not answered; at most one reminder a
 * day. Who has no address is asked too: their link is handed on by other ways. Where the office wants a second person, the
 * mails wait in the outbox as drafts. Refused: a draft event (`notPublished`), a cancelled one (`eventCancelled`), and
 * `nobody` where none of those meant is to be written to.
 */
export async function submitSpeakerRequests(database: Database, scope: EventScope, asking: Asking) {
  const facts = await readEventFacts(database.read, scope.eventId)
  if (facts.state === 'draft') return { ok: false, reason: 'notPublished' } as const
  if (facts.state === 'cancelled') return { ok: false, reason: 'eventCancelled' } as const
  const chosen = await database.write((tx) => enrolChosen(tx, scope, facts, asking))
  if (!chosen.length) return { ok: false, reason: 'nobody' } as const
  const letters: Letter[] = []
  for (const [index, person] of chosen.entries()) {
    if (index % 15 === 14) await breathe()
    letters.push({ person, mail: writeRequest(facts, person, asking) })
  }
  const asked = await database.write((tx) => sendRequests(tx, scope, { letters, asking }))
  return { ok: true, ...asked } as const
}

type Enrolled = ListedSpeaker & { speaker: NonNullable<ListedSpeaker['speaker']> }
type Letter = { person: Enrolled; mail: Omit<OutgoingMessage, 'state'> | null }

function isMeant({ kind, roleIds }: Asking, { state, roles }: ListedSpeaker): boolean {
  const isChosen = !roleIds || roles.some(({ id }) => roleIds.includes(id))
  return isChosen && state === stateFor[kind]
}

async function enrolChosen(tx: Tx, scope: EventScope, facts: EventFacts, asking: Asking) {
  await lockEvent(tx, scope.eventId)
  const people = (await readSpeakers(tx, scope.eventId)).filter((one) => isMeant(asking, one))
  const [language = 'en'] = facts.languages
  const { secret } = asking.site
  await enrolSpeakers(tx, scope, { people, language, secret, now: asking.now })
  const enrolled = await readSpeakers(tx, scope.eventId)
  return enrolled.filter((one): one is Enrolled => one.speaker !== null && isMeant(asking, one))
}

function writeRequest(
  facts: EventFacts,
  person: Enrolled,
  { kind, word, site, now }: Asking,
): Letter['mail'] {
  const language = person.language ?? facts.languages[0] ?? 'en'
  const to = person.email ? recipient(displayName(person.holder.names, language), person.email) : null
  if (!to) return null
  const link = speakerLink(site, person.speaker)
  const { id, tokenVersion } = person.speaker
  const open = person.roles.filter(({ confirmation }) => confirmation === 'none' || confirmation === 'asked')
  // A request is once for what it asks; a reminder once a day.
  const news = person.roles.flatMap((role) => (role.confirmation === 'none' ? role.id : []))
  const once = kind === 'ask' ? news.sort()[0] : isoDay(now, facts.zone)
  return {
    ...speakerLetter({ kind, event: facts, speaker: { ...person, roles: open }, language, word, link }),
    ...sender(facts, language),
    ...{ kind: kind === 'ask' ? ('invitation' as const) : ('reminder' as const), to, language, now },
    ...(person.attendeeId && { attendeeId: person.attendeeId }),
    dedupeKey: `speaker:${id}:${tokenVersion}:${kind}:${once}`,
    messageIdHost: messageIdHost(site.appUrl),
  }
}

async function sendRequests(
  tx: Tx,
  scope: EventScope,
  { letters, asking }: { letters: readonly Letter[]; asking: Asking },
) {
  const { kind, now } = asking
  await lockEvent(tx, scope.eventId)
  // Another organiser may have asked meanwhile, or they may have answered.
  const present = new Map((await readSpeakers(tx, scope.eventId)).map((one) => [one.speaker?.id, one]))
  const due = letters.filter(({ person }) => {
    const one = present.get(person.speaker.id)
    return one !== undefined && one.state === stateFor[kind]
  })
  const state = (await needsSecondPerson(tx, scope)) ? 'draft' : 'queued'
  const mailed = await enqueueMany(
    tx,
    due.flatMap(({ mail }) => (mail ? { ...mail, state } : [])),
  )
  const ids = due.map(({ person }) => person.speaker.id)
  if (kind === 'ask' && ids.length) await markAsked(tx, scope, ids, now)
  const counts = { asked: due.length, mailed, withoutAddress: due.filter(({ mail }) => !mail).length }
  if (ids.length) await note(tx, scope, { action: `agenda.speaker.${kind}`, after: { ids, ...counts }, now })
  return counts
}

async function markAsked(tx: Tx, { eventId }: EventScope, ids: readonly string[], now: Date): Promise<void> {
  const theirs = and(eq(agendaRoles.eventId, eventId), inArray(agendaRoles.speakerId, [...ids]))
  await tx
    .update(agendaRoles)
    .set({ confirmation: 'asked' })
    .where(and(theirs, eq(agendaRoles.confirmation, 'none')))
  await tx
    .update(speakers)
    .set({ askedAt: now, updatedAt: now })
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
