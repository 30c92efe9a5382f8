import type { EventScope } from '#app/accounts/scope.server.ts'
import { type EventFacts, sender } from '#app/events/facts.server.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { recipient } from '#app/mail/address.ts'
import { enqueue, messageIdHost, type OutgoingMessage } from '#app/mail/outbox.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import type { MailingKind } from '#db/schema/mail.server.ts'
import { readRecipient } from './audience.server.ts'
import { type LetterGuest, letterWriter } from './letter.ts'
import { tell } from './mailing.server.ts'
import { type MailingTexts, usualSeats } from './rules.ts'
import { answerUrl, delegationUrl } from './token.server.ts'

/** Where the link in a preview or test leads: to no guest at all, since whoever holds a real one can answer. */
const nobodysToken = 'example'

/** The letter as this guest would read it, with a link that leads nowhere; null when there is no text. */
export function previewLetter(
  facts: EventFacts,
  { kind, ...texts }: MailingTexts & { kind: MailingKind },
  guest: LetterGuest,
  appUrl: string,
) {
  const link = guest.person ? answerUrl(appUrl, nobodysToken) : delegationUrl(appUrl, nobodysToken)
  return letterWriter(facts, texts, kind)(guest, link)
}

/**
 * Whom a preview is for: `sample:ar` and `sample:ar:institution` are made up, anything else is an invitation of this
 * event. Falls back to a made-up guest.
 */
export async function readPreviewGuest(
  read: Reader,
  scope: EventScope,
  facts: EventFacts,
  wanted: string,
): Promise<LetterGuest> {
  const found = wanted.startsWith('sample:')
    ? null
    : await readRecipient(read, scope, { invitationId: wanted })
  if (found) return found
  const [, language, side] = wanted.split(':')
  return sampleGuest(facts, isLanguage(language) ? language : (facts.languages[0] ?? 'en'), side)
}

function sampleGuest(facts: EventFacts, language: Language, side: string | undefined): LetterGuest {
  const t = translator(language)
  const here = (text: string) => ({ [language]: text })
  return {
    language,
    person:
      side === 'institution'
        ? null
        : {
            names: { latin: { full: t('invitations:sample.name') } },
            honorific: here(t('invitations:sample.honorific')),
            position: here(t('invitations:sample.position')),
          },
    organisationName: here(t('invitations:sample.organisation')),
    seats: usualSeats,
    partIds: facts.parts.map(({ id }) => id),
  }
}

type Test = {
  /** The form's id: sent twice, it is one test. */
  id: string
  mailing: { kind: MailingKind } & MailingTexts
  facts: EventFacts
  guest: LetterGuest
  /** Whoever asks for it. */
  to: { name: string; email: string; language: Language }
  appUrl: string
  now: Date
}

/** A test for whoever wrote the letter, marked as such; null when it cannot be written or their address is none. */
export function testMail({ id, mailing, facts, guest, to, appUrl, now }: Test): OutgoingMessage | null {
  const letter = previewLetter(facts, mailing, guest, appUrl)
  const addressee = recipient(to.name, to.email)
  if (!letter?.ok || !addressee) return null
  const { ok: _, ...text } = letter
  return {
    ...text,
    ...sender(facts, text.language),
    subject: translator(to.language)('invitations:mailing.testSubject', { subject: text.subject }),
    to: addressee,
    kind: 'test',
    dedupeKey: `test:${id}`,
    state: 'queued',
    messageIdHost: messageIdHost(appUrl),
    now,
  }
}

/** Sends a test to oneself, once for each form; wake the worker afterwards. It counts as no message of the mailing. */
export async function sendTest(
  tx: Tx,
  scope: EventScope,
  { mailingId, mail, now }: { mailingId: string; mail: OutgoingMessage; now: Date },
): Promise<void> {
  if (!(await enqueue(tx, mail))) return
  await tell(tx, scope, { action: 'mailing.test', id: mailingId, now })
}
