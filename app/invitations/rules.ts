import { fallbackOrder, type Language, type Localized } from '#app/i18n/languages.ts'
import type { MergeField } from '#app/mail/merge-fields.ts'
import type { MailingKind } from '#db/schema/mail.server.ts'
import type { TemplateKind } from '#db/schema/templates.server.ts'

/** Who may come in place of whom was invited: nobody, whom the organiser approves, or whomever they send. */
export const policies = ['bound', 'substitute', 'open'] as const
export type Policy = (typeof policies)[number]

/** What an institution is offered unless the organiser says otherwise. */
export const usualSeats = 2
export const usualAlternates = 1
export const mostSeats = 99

/** What a template is for, in the order of an event's life; what speakers and the teams of exhibits get at the end. */
export const letterKinds = [
  'save_the_date',
  'invitation',
  'reminder',
  'confirmation',
  'change',
  'cancellation',
  'thanks',
  'speaker_request',
  'speaker_reminder',
  'speaker_thanks',
  'booth_request',
  'booth_reminder',
  'booth_overdue',
  'booth_changes',
] as const satisfies readonly TemplateKind[]

/** What letters to many are for; a confirmation answers one person's act, and an announcement begins empty. */
export const mailingKinds = [
  'save_the_date',
  'invitation',
  'reminder',
  'change',
  'cancellation',
  'thanks',
  'announcement',
] as const satisfies readonly MailingKind[]

/** Letters that ask for something, and so bear a button to the guest's own page. */
const asking: readonly MailingKind[] = ['invitation', 'reminder', 'change']
/** Letters that still have something to say when the event is off. */
const afterCancellation: readonly MailingKind[] = ['cancellation', 'thanks', 'announcement']

/** Letters that may bring an entry for the calendar. An answer's own mail brings it by itself, an invitation asks first. */
const dated: readonly MailingKind[] = ['save_the_date', 'change', 'announcement']

export function mayBearDate(kind: MailingKind): boolean {
  return dated.includes(kind)
}

export function asksForAnswer(kind: MailingKind): boolean {
  return asking.includes(kind)
}

/** Whether a letter leads its reader to their own page, which is not there before the event is public. */
export function bearsLink(kind: MailingKind, { body, subject }: MailingTexts): boolean {
  const all = [...Object.values(body), ...Object.values(subject)]
  return asksForAnswer(kind) || all.some((text) => text.includes('answer.link'))
}

/** Why a letter may not go while its event stands so; null when it may. */
export function refuseWhile(
  state: 'draft' | 'published' | 'cancelled',
  { kind, withCalendar, ...texts }: MailingTexts & { kind: MailingKind; withCalendar: boolean },
): 'notPublished' | 'cancelled' | null {
  if (state === 'cancelled') return afterCancellation.includes(kind) && !withCalendar ? null : 'cancelled'
  // A calendar's answer leads to that page too.
  return state === 'draft' && (withCalendar || bearsLink(kind, texts)) ? 'notPublished' : null
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
export const scheduledSteps = ['write', 'approve', 'wait', 'send'] as const
export type MailingStep = (typeof mailingSteps)[number] | (typeof scheduledSteps)[number]

type Standing = { state: 'draft' | 'approved' | 'scheduled' | 'missed' | 'sent'; isScheduled: boolean }

/** What the desk does next with a mailing; null when all is done. One with a schedule is prepared when it goes. */
export function nextStep({ state, isScheduled }: Standing, { prepared }: MailingCounts): MailingStep | null {
  if (state === 'sent') return null
  if (state === 'scheduled') return 'wait'
  if (state === 'approved') return 'send'
  if (prepared > 0) return 'approve'
  return isScheduled ? 'approve' : 'prepare'
}

/** `guest.name` as a template names it. */
export function fieldCode(field: MergeField): string {
  return `{{ ${field} }}`
}
