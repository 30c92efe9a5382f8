import { fallbackOrder, type Language, type Localized } from '#app/i18n/languages.ts'
import type { MergeField } from '#app/mail/merge-fields.ts'
import type { OrganisationKind } from '#db/schema/directory.server.ts'

/** Who may come in place of whom was invited: nobody, whom the organiser approves, or whomever they send. */
export const policies = ['bound', 'substitute', 'open'] as const
export type Policy = (typeof policies)[number]

/** What an institution is offered unless the organiser says otherwise. */
export const usualSeats = 2
export const usualAlternates = 1
export const mostSeats = 99

/** How many texts an event writes to its guests, and what for. */
export const mailingKinds = ['invitation', 'reminder'] as const
export type MailingKind = (typeof mailingKinds)[number]

/** `unwritten`: no invitation was written to them; `unanswered`: it went out, and some part waits for their answer. */
export const audienceSets = ['unwritten', 'unanswered', 'all'] as const
export const audienceSides = ['persons', 'organisations'] as const

/** Whom a mailing is for: live invitations of its event that fit everything that is set. */
export type Audience = {
  who: (typeof audienceSets)[number]
  side?: (typeof audienceSides)[number]
  partId?: string
  language?: Language
  kind?: OrganisationKind
}

export type MailingTexts = { subject: Localized; body: Localized }

/**
 * The text a guest of this language gets and the language it is in: the first by the declared fallback order that has
 * both subject and body; null when none has.
 */
export function textFor({ subject, body }: MailingTexts, language: Language) {
  for (const candidate of fallbackOrder(language)) {
    const found = { subject: subject[candidate]?.trim(), body: body[candidate]?.trim() }
    if (found.subject && found.body)
      return { language: candidate, subject: found.subject, body: found.body } as const
  }
  return null
}

/** Which guests read another language than their own, and which: `got` is null when there is no text at all. */
export function missingTexts(
  texts: MailingTexts,
  byLanguage: readonly { language: Language; count: number }[],
) {
  return byLanguage
    .map(({ language, count }) => ({ language, count, got: textFor(texts, language)?.language ?? null }))
    .filter(({ language, got, count }) => got !== language && count > 0)
}

/** Whether a text holds somebody's personal link, as a copied mail would: it would let every reader answer for them. */
export function holdsPrivateLink(text: string): boolean {
  return /\/(r|o|b|u|reset)\/[\w-]{16,}/i.test(text.replace(/%2f/gi, '/'))
}

/** How many messages of a mailing stand where. */
export type MailingCounts = Record<
  'prepared' | 'approved' | 'underway' | 'sent' | 'troubled' | 'withdrawn',
  number
>

/** A letter may be changed as long as no message holds its text; withdrawn ones never leave. */
export function isEditable({ withdrawn: _, ...held }: MailingCounts): boolean {
  return Object.values(held).every((count) => count === 0)
}

export const mailingSteps = ['write', 'prepare', 'approve', 'send'] as const
export type MailingStep = (typeof mailingSteps)[number]

/** What the desk does next with a mailing; null when all is done. */
export function nextStep(
  state: 'draft' | 'approved' | 'sent',
  { prepared }: MailingCounts,
): MailingStep | null {
  if (state === 'sent') return null
  if (state === 'approved') return 'send'
  return prepared > 0 ? 'approve' : 'prepare'
}

/** `guest.name` as a template names it. */
export function fieldCode(field: MergeField): string {
  return `{{ ${field} }}`
}
