import type { OrganisationKind, PersonNames } from '#db/schema/directory.server.ts'
import { withoutGuard } from '../../documents/formula-guard.ts'
import { type Language, type Localized, languages } from '../../i18n/languages.ts'
import { oneLine } from '../../mail/address.ts'
import { inItsLanguage, isArabicScript } from '../names.ts'
import { splitList } from '../rules.ts'
import { readAddresses } from './addresses.ts'
import type { Field, Mapping, TextField } from './field-names.ts'
import type { Finding } from './findings.ts'
import { saidKind } from './institution.ts'
import { readKind } from './kinds.ts'
import { readLanguage } from './languages.ts'

/** One line of a list, its cells read but not yet judged. */
export type Entry = {
  /** Counted from 0 in the file. */
  line: number
  id: string | null
  said: 'institution' | 'person' | null
  organisationKind: OrganisationKind | null
  honorific: Localized
  names: PersonNames
  /** All spellings in columns of names, in the order of the columns. */
  nameTexts: string[]
  nameByLanguage: Localized
  organisation: Localized
  acronym: string | null
  aliases: string[]
  parent: Localized
  position: Localized
  addresses: string[]
  phone: string | null
  language: Language | null
  precedence: number | null
  tags: string[]
  notes: string
  findings: Finding[]
}

type Cells = Map<Field, string>

/** Reads one line by the mapping. Letter case and spelling stay as they are. */
export function readEntry(line: number, cells: readonly string[], mapping: Mapping): Entry {
  const findings: Finding[] = []
  const values = valuesOf(cells, mapping, findings)
  const language = languageOf(values, findings)
  const { valid, broken } = readAddresses(values.get('email') ?? '')
  for (const address of broken) findings.push({ code: 'brokenAddress', detail: address })
  if (valid.length > 1) findings.push({ code: 'severalAddresses', detail: valid[0] })
  const kind = readKind(values.get('kind') ?? '')
  const nameByLanguage = textOf(values, 'name', language)
  return {
    line,
    id: values.get('id') || null,
    said: kind.said ?? saidKind(values.get('notes') ?? ''),
    organisationKind: kind.organisationKind,
    honorific: textOf(values, 'honorific', language),
    names: namesOf(values),
    nameTexts: nameTexts(values),
    nameByLanguage,
    organisation: textOf(values, 'organisation', language),
    acronym: values.get('acronym') || null,
    aliases: splitList(values.get('aliases') ?? ''),
    parent: textOf(values, 'parent', language),
    position: textOf(values, 'position', language),
    addresses: valid,
    phone: phoneOf(values.get('phone')),
    language,
    precedence: precedenceOf(values.get('precedence')),
    tags: splitList(values.get('tags') ?? '').map((tag) => tag.slice(0, 80)),
    notes: values.get('notes') ?? '',
    findings,
  }
}

const longest: Partial<Record<string, number>> = {
  name: 200,
  arabicName: 200,
  notes: 4000,
  phone: 40,
  acronym: 30,
}
const joined: Partial<Record<Field, string>> = { email: '; ', phone: '; ', notes: '\n', tags: ', ' }

function valuesOf(cells: readonly string[], mapping: Mapping, findings: Finding[]): Cells {
  const values: Cells = new Map()
  for (const [column, field] of mapping.entries()) {
    const text = field && cleanCell(cells[column] ?? '', field)
    if (!field || !text) continue
    if (isFormula(text) && field !== 'phone') findings.push({ code: 'formula', detail: text.slice(0, 60) })
    const before = values.get(field)
    const glue = joined[field]
    if (before && !glue) continue
    const max = longest[field.split('.')[0] ?? ''] ?? 300
    if (text.length > max && field !== 'email') findings.push({ code: 'tooLong', detail: text.slice(0, 40) })
    const kept = field === 'email' ? text : text.slice(0, max).toWellFormed()
    values.set(field, before ? `${before}${glue}${kept}` : kept)
  }
  return values
}

function cleanCell(text: string, field: Field): string {
  if (!text) return ''
  return field === 'notes' ? withoutGuard(text.trim()) : withoutGuard(oneLine(text))
}

/** A text that a spreadsheet would carry out. Nobody's name looks like that. */
export function isFormula(text: string): boolean {
  return /^[=@]|^[+-]\S*\(/.test(text)
}

function languageOf(values: Cells, findings: Finding[]): Language | null {
  const said = values.get('language')
  if (!said) return null
  const language = readLanguage(said)
  if (!language) findings.push({ code: 'unknownLanguage', detail: said.slice(0, 40) })
  return language
}

/** A text with its languages: from columns that say one, else by its script and the reader's language. */
function textOf(values: Cells, field: TextField, reader: Language | null): Localized {
  const text: Localized = inItsLanguage(values.get(field) ?? '', reader)
  for (const language of languages) {
    const said = values.get(`${field}.${language}`)
    if (said) text[language] = said
  }
  return text
}

function nameTexts(values: Cells): string[] {
  const given = [values.get('givenName'), values.get('familyName')].filter(Boolean).join(' ')
  const all = [
    values.get('name'),
    given,
    values.get('name.en'),
    values.get('name.fr'),
    values.get('arabicName'),
    values.get('name.ar'),
    values.get('name.ckb'),
  ]
  return [...new Set(all.filter((text): text is string => Boolean(text)))]
}

function namesOf(values: Cells): PersonNames {
  const texts = nameTexts(values)
  const latin = texts.find((text) => !isArabicScript(text))
  const arabic = values.get('arabicName') ?? texts.find(isArabicScript)
  const given = values.get('givenName')
  const family = values.get('familyName')
  const isFromParts = latin !== undefined && latin === [given, family].filter(Boolean).join(' ')
  return {
    ...(latin && {
      latin: {
        full: latin,
        ...(isFromParts && given && { given }),
        ...(isFromParts && family && { family }),
      },
    }),
    ...(arabic && { arabic: { full: arabic } }),
  }
}

function phoneOf(text: string | undefined): string | null {
  return text && /[\d٠-٩۰-۹]/.test(text) ? text : null
}

function precedenceOf(text: string | undefined): number | null {
  const rank = Number.parseInt(text ?? '', 10)
  return rank >= 1 && rank <= 99_999 ? rank : null
}
