import { displayName } from '#app/directory/names.ts'
import { formatList } from '#app/i18n/format.ts'
import { type Language, type Localized, languageNames, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import type { Question, Said } from '#app/questions/rules.ts'
import { saidText } from '#app/questions/text.ts'
import type { Needs } from '#db/schema/invitations.server.ts'
import type { GuestRow } from './guest-list.server.ts'

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

/** A row for each person; for an institution that has named nobody, one for itself. */
export function guestCells(
  t: Translator,
  guest: GuestRow,
  { parts, language, questions, said }: { parts: readonly SheetPart[]; language: Language } & SheetQuestions,
): string[][] {
  const people = guest.people.length ? guest.people : [null]
  return people.map((person) => {
    const standing = person ? person.attendances : guest.own
    const reasons = standing.flatMap(({ reason }) => reason || [])
    return [
      localize(person?.organisationName, language) || localize(guest.organisation?.name, language),
      guest.organisation?.kind ? t(`guests:kind.${guest.organisation.kind}`) : '',
      localize(person?.honorific, language),
      person?.names.latin?.full ?? '',
      person?.names.arabic?.full ?? '',
      localize(person?.position, language),
      person?.email ?? '',
      person?.phone ?? '',
      languageNames[guest.language],
      guest.state === 'sent' ? t('guests:file.sentYes') : t(`guests:state.${stateOf(guest)}`),
      isNamed(person) ? t(`guests:file.${person.seat}`) : '',
      person?.isHead ? t('guests:file.yes') : '',
      person?.source === 'substitute' ? inPlaceOf(guest, language) : '',
      ...parts.map(({ id }) => {
        const stand = standing.find(({ partId }) => partId === id)
        return stand ? t(`answer:status.${stand.status}`) : ''
      }),
      formatList(reasons, language),
      needsText(person?.needs),
      guest.message,
      ...questions.map((question) =>
        saidCell(question, said.get(person?.id ?? '')?.get(question.id), language),
      ),
    ]
  })
}

type Person = GuestRow['people'][number]

/** Whether somebody else named them, so that their place says something. */
function isNamed(person: Person | null): person is Person {
  return person?.source === 'delegation' || person?.source === 'substitute'
}

/** Whom a substitute comes in place of. */
function inPlaceOf({ people }: GuestRow, language: Language): string {
  return displayName(people.find(({ source }) => source === 'invitation')?.names ?? {}, language)
}

/** Numbers and days as a sheet can sort them, whatever the reader's digits; options in the reader's words. */
function saidCell(question: Question, said: Said | undefined, language: Language): string {
  if (!said) return ''
  return question.kind === 'number' || question.kind === 'date'
    ? (said[0] ?? '')
    : saidText(question, said, language)
}

function stateOf({ state }: GuestRow): 'unsent' | 'withdrawn' {
  return state === 'revoked' ? 'withdrawn' : 'unsent'
}

function needsText(needs: Needs | undefined): string {
  const said = [needs?.access, needs?.diet, needs?.listenLanguage && languageNames[needs.listenLanguage]]
  return said.filter(Boolean).join('; ')
}
