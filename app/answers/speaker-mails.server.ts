import type { ListedSpeaker } from '#app/agenda/speakers.server.ts'
import type { SpeakerState } from '#app/agenda/speakers.ts'
import { displayName } from '#app/directory/names.ts'
import { type EventFacts, sender } from '#app/events/facts.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { leaveOf } from '#app/invitations/prepare.server.ts'
import type { MailingTexts } from '#app/invitations/rules.ts'
import { type Site, speakerLink } from '#app/invitations/token.server.ts'
import { recipient } from '#app/mail/address.ts'
import { messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import { type SpeakerLetterKind, speakerLetter } from './speaker-letter.ts'

export type Asking = {
  kind: SpeakerLetterKind
  /** Speakers' roles, or the speakers themselves, who are meant; left out: everybody whom the kind is for. */
  roleIds?: readonly string[] | undefined
  speakerIds?: readonly string[]
  /** The day, `YYYY-MM-DD` in the event's zone, for which it is done by itself. */
  byItselfOn?: string
  word: Localized
  site: Site
  now: Date
}

export type Enrolled = ListedSpeaker & { speaker: NonNullable<ListedSpeaker['speaker']> }
export type RequestMail = Omit<OutgoingMessage, 'state'>

/** Whom a letter of this kind is for. */
const stateFor: Record<SpeakerLetterKind, SpeakerState> = {
  ask: 'notAsked',
  remind: 'asked',
  thank: 'confirmed',
}

/** Whether this is one of those whom such a letter is for, and who is meant. */
export function isMeant({ kind, roleIds, speakerIds, byItselfOn, now }: Asking, one: ListedSpeaker): boolean {
  const { speaker, roles, state } = one
  if (roleIds && !roles.some(({ id }) => roleIds.includes(id))) return false
  if (speakerIds && !(speaker && speakerIds.includes(speaker.id))) return false
  if (byItselfOn && speaker?.remindedFor === byItselfOn) return false
  return kind === 'thank' ? isToThank(one, now) : state === stateFor[kind]
}

/** Whether all that somebody confirmed is over, and nobody has thanked them yet. */
export function isToThank({ state, roles, speaker }: ListedSpeaker, now: Date): boolean {
  const isOver = roles.every(({ confirmation, endsAt }) => confirmation !== 'confirmed' || endsAt <= now)
  return state === stateFor.thank && isOver && speaker !== null && speaker.thankedAt === null
}

const mailKinds = { ask: 'invitation', remind: 'reminder', thank: 'thanks' } as const

/** What goes to this speaker; null where they have no address. */
export function writeRequest(
  facts: EventFacts,
  texts: MailingTexts,
  person: Enrolled,
  asking: Asking,
): RequestMail | null {
  const { kind, word, site, now } = asking
  const language = person.language ?? facts.languages[0] ?? 'en'
  const to = person.email ? recipient(displayName(person.holder.names, language), person.email) : null
  if (!to) return null
  const address = { officeId: facts.officeId, kind: mailKinds[kind], address: to.address }
  return {
    ...speakerLetter({
      ...{ kind, texts, event: facts, language, word },
      speaker: { ...person, roles: person.roles.filter(isTold[kind]) },
      link: kind === 'thank' ? null : speakerLink(site, person.speaker),
      leave: leaveOf(site, address),
    }),
    ...sender(facts, language),
    ...{ kind: mailKinds[kind], to, language, now },
    ...(person.attendeeId && { attendeeId: person.attendeeId }),
    dedupeKey: dedupeKey(person, asking, facts.zone),
    messageIdHost: messageIdHost(site.appUrl),
  }
}

type Role = ListedSpeaker['roles'][number]

const isOpen = ({ confirmation }: Role) => confirmation === 'none' || confirmation === 'asked'
/** Of which roles each letter tells. */
const isTold: Record<SpeakerLetterKind, (role: Role) => boolean> = {
  ask: isOpen,
  remind: isOpen,
  thank: ({ confirmation }) => confirmation === 'confirmed',
}

/** A request is once for what it asks, a reminder once a day; what bears a link goes with that link. */
function dedupeKey({ speaker, roles }: Enrolled, { kind, now }: Asking, zone: string): string {
  if (kind === 'thank') return `speakerThanks:${speaker.id}`
  const news = roles.flatMap((role) => (role.confirmation === 'none' ? role.id : []))
  const once = kind === 'ask' ? news.sort()[0] : isoDay(now, zone)
  return `speaker:${speaker.id}:${speaker.tokenVersion}:${kind}:${once}`
}
