import { type Language, type Localized, languages, localize } from '../../i18n/languages.ts'
import { likelyLanguage } from '../names.ts'
import type { Finding } from './findings.ts'
import { guessKind, isAcronym, organisationKey, seemSame } from './institution.ts'
import {
  type BookedOrganisation,
  blankOrganisation,
  book,
  findByName,
  findSimilar,
  learnNames,
  namesOf,
  organisationNamed,
} from './organisation-book.ts'
import type { Books, Outcome } from './plan.ts'
import type { Entry } from './record.ts'

/** Plans the organisation a line is about; `isTaken` when a person asked for the line though it repeats another. */
export function planInstitution(
  entry: Entry,
  { organisations, newId }: Books,
  isTaken: boolean,
): { outcome: Outcome; findings: Finding[] } {
  const { own, parent } = namesInLine(entry)
  const findings: Finding[] = []
  const byId = entry.id ? organisations.all.get(entry.id) : undefined
  if (entry.id && !byId) findings.push({ code: 'unknownId' })
  const found = byId ?? findInstitution(entry, own, organisations, findings)
  if (found?.line != null && !isTaken) {
    learnNames(found, own)
    book(organisations, found)
    return { outcome: 'leave', findings: [...findings, { code: 'duplicateInFile', line: found.line }] }
  }
  const parentId = parent ? (organisationNamed(organisations, parent)?.organisation.id ?? null) : null
  if (found && found.line === null) {
    found.line = entry.line
    const isChanged = merge(found, entry, own, { parentId, organisations, mayRename: found === byId })
    if (isChanged && found.state === 'kept') found.state = 'changed'
    book(organisations, found)
    // Made by an earlier line of this list that named it: to the directory it is new all the same.
    if (found.state === 'new') return { outcome: 'new', findings }
    findings.push({ code: 'duplicateInDirectory', detail: localize(found.name, 'en') })
    return { outcome: isChanged ? 'update' : 'same', findings }
  }
  const similar = findSimilar(organisations, own)
  if (similar) findings.push({ code: 'organisationSimilar', detail: localize(similar.name, 'en') })
  const made = { ...blankOrganisation(newId(), mainNames(entry, own)), line: entry.line }
  merge(made, entry, own, { parentId, organisations, mayRename: false })
  book(organisations, made)
  return { outcome: 'new', findings }
}

/** Names in the column of organisations are the institution's own, unless they are plainly another's: then it is part of that. */
function namesInLine(entry: Entry): { own: string[]; parent: Localized | null } {
  const organisation = Object.values(entry.organisation)
  const acronym = entry.acronym ? [entry.acronym] : []
  const said = Object.keys(entry.parent).length ? entry.parent : null
  if (!entry.nameTexts.length) return { own: [...organisation, ...acronym, ...entry.aliases], parent: said }
  const isOwn = (text: string) => isAcronym(text) || entry.nameTexts.some((name) => seemSame(name, text))
  const own = [...entry.nameTexts, ...organisation.filter(isOwn), ...acronym, ...entry.aliases]
  const others = Object.entries(entry.organisation).filter(([, text]) => !isOwn(text))
  return { own, parent: said ?? (others.length ? Object.fromEntries(others) : null) }
}

function findInstitution(
  entry: Entry,
  own: readonly string[],
  organisations: Books['organisations'],
  findings: Finding[],
): BookedOrganisation | null {
  const whole = own.filter((name) => !isAcronym(name))
  const byName = findByName(organisations, whole.length ? whole : own)
  if (byName) return byName
  for (const address of entry.addresses) {
    const withAddress = organisations.byEmail.get(address.toLowerCase())
    if (!withAddress) continue
    if (own.some((name) => isAcronym(name) || namesOf(withAddress).some((known) => seemSame(known, name))))
      return withAddress
    findings.push({ code: 'addressShared', detail: localize(withAddress.name, 'en') })
  }
  return null
}

/** The name in each language: said by the columns, else the first spelling that is no short form. */
function mainNames(entry: Entry, own: readonly string[]): Localized {
  const isShort = (name: string) =>
    isAcronym(name) || own.some((other) => other.length > name.length * 2 && seemSame(other, name))
  const inOrder = [...own].sort((a, b) => Number(isShort(a)) - Number(isShort(b)))
  const name: Localized = {}
  for (const text of inOrder) {
    const language: Language = likelyLanguage(text, entry.language)
    if (Object.keys(name).length === 0 || !isShort(text)) name[language] ??= text
  }
  return { ...name, ...saidNames(entry) }
}

function saidNames(entry: Entry): Localized {
  const all = Object.entries(entry.nameByLanguage)
  return all.length > 1 ? Object.fromEntries(all) : {}
}

type Merging = { parentId: string | null; organisations: Books['organisations']; mayRename: boolean }

/** Fills and updates from the line; what the line leaves empty stays. Tells whether anything changed. */
function merge(
  into: BookedOrganisation,
  entry: Entry,
  own: readonly string[],
  { parentId, organisations, mayRename }: Merging,
): boolean {
  const before = JSON.stringify({ ...into, line: null })
  if (mayRename) for (const language of languages) into.name = renamed(into.name, entry, language)
  learnNames(into, own)
  into.kind = entry.organisationKind ?? (into.kind === 'other' ? guessKind(namesOf(into)) : into.kind)
  if (parentId && !standsBelow(parentId, into.id, organisations)) into.parentId = parentId
  into.email =
    entry.addresses[0] && !sameText(entry.addresses[0], into.email) ? entry.addresses[0] : into.email
  into.phone = entry.phone ?? into.phone
  into.language = entry.language ?? into.language
  into.precedence = entry.precedence ?? into.precedence
  into.tags = [...new Set([...into.tags, ...entry.tags])]
  into.notes = withNotes(into.notes, [
    ...Object.values(entry.position),
    entry.notes,
    ...entry.addresses.slice(1),
  ])
  return JSON.stringify({ ...into, line: null }) !== before
}

/** Whether `id` is `topId` or one of its parts, at any depth: it cannot then be what `topId` is part of. */
function standsBelow(id: string, topId: string, { all }: Books['organisations']): boolean {
  const passed = new Set<string>()
  for (let next: string | null | undefined = id; next && !passed.has(next); next = all.get(next)?.parentId) {
    if (next === topId) return true
    passed.add(next)
  }
  return false
}

function renamed(name: Localized, entry: Entry, language: Language): Localized {
  const said = entry.nameByLanguage[language]
  return said && organisationKey(said) !== '' ? { ...name, [language]: said } : name
}

function sameText(a: string, b: string | null): boolean {
  return a.toLowerCase() === b?.toLowerCase()
}

/** The remarks with those added that do not stand in them yet. */
export function withNotes(notes: string, added: readonly string[]): string {
  const fresh = added.map((text) => text.trim()).filter((text) => text && !notes.includes(text))
  return [notes, ...new Set(fresh)].filter(Boolean).join('\n').slice(0, 5000)
}
