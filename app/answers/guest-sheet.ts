import { displayName } from '#app/directory/names.ts'
import { formatList } from '#app/i18n/format.ts'
import { type Language, type Localized, languageNames, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import type { Question, Said } from '#app/questions/rules.ts'
import { saidText } from '#app/questions/text.ts'
import type { Needs } from '#db/schema/invitations.server.ts'
import type { GuestRow } from './guest-rows.server.ts'

type SheetPart = { id: string; name: Localized }
/** Questions that have a column, and what each person has said; what is sensitive is not among them. */
export type SheetQuestions = {
  questions: readonly Question[]
  said: ReadonlyMap<string, ReadonlyMap<string, Said>>
}

/** The headings of a guest list on a sheet, one column for each part. */
export function guestHeadings(
  t: Translator,
  { parts, questions, language }: { parts: readonly SheetPart[]; language: Language } & SheetQuestions,
): string[] {
  return [
    t('guests:file.organisation'),
    t('guests:file.kind'),
    t('guests:file.honorific'),
    t('guests:file.name'),
    t('guests:file.nameArabic'),
    t('guests:file.position'),
    t('guests:file.email'),
    t('guests:file.phone'),
    t('guests:file.language'),
    t('guests:file.sent'),
    t('guests:file.seat'),
    t('guests:file.head'),
    t('guests:file.inPlaceOf'),
    ...parts.map(({ name }) => localize(name, language)),
    t('guests:file.reason'),
    t('guests:file.needs'),
    t('guests:file.message'),
    ...questions.map(({ label }) => localize(label, language)),
  ]
}

/** One row of the guest table as cells. */
export function guestCells(
  t: Translator,
  guest: GuestRow,
  { parts, language, questions, said }: { parts: readonly SheetPart[]; language: Language } & SheetQuestions,
): string[] {
  const reasons = guest.standing.flatMap(({ reason }) => reason || [])
  return [
    localize(guest.organisationName, language),
    guest.kind ? t(`guests:kind.${guest.kind}`) : '',
    localize(guest.honorific, language),
    guest.names.latin?.full ?? '',
    guest.names.arabic?.full ?? '',
    localize(guest.position, language),
    guest.email ?? '',
    guest.phone ?? '',
    languageNames[guest.language],
    sentText(t, guest),
    guest.source === 'delegation' || guest.source === 'substitute' ? t(`guests:file.${guest.seat}`) : '',
    guest.isHead ? t('guests:file.yes') : '',
    displayName(guest.inPlaceOf ?? {}, language),
    ...parts.map(({ id }) => {
      const stand = guest.standing.find(({ partId }) => partId === id)
      return stand ? t(`answer:status.${stand.status}`) : ''
    }),
    formatList(reasons, language),
    needsText(guest.needs),
    guest.invitation?.message ?? '',
    ...questions.map((question) => saidCell(question, said.get(guest.id)?.get(question.id), language)),
  ]
}

/** Numbers and days as a sheet can sort them, whatever the reader's digits; options in the reader's words. */
function saidCell(question: Question, said: Said | undefined, language: Language): string {
  if (!said) return ''
  return question.kind === 'number' || question.kind === 'date'
    ? (said[0] ?? '')
    : saidText(question, said, language)
}

function sentText(t: Translator, { invitation }: GuestRow): string {
  if (!invitation) return ''
  if (invitation.state === 'sent') return t('guests:file.sentYes')
  return t(`guests:state.${invitation.state === 'revoked' ? 'withdrawn' : 'unsent'}`)
}

/** What a guest needs, in one line. */
export function needsText(needs: Needs): string {
  const said = [needs.access, needs.diet, needs.listenLanguage && languageNames[needs.listenLanguage]]
  return said.filter(Boolean).join('; ')
}
