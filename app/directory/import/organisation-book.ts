import { type Localized, languages } from '../../i18n/languages.ts'
import { inItsLanguage } from '../names.ts'
import type { OrganisationContent } from '../organisations.server.ts'
import { guessKind, isAcronym, organisationKey, stems } from './institution.ts'

/** An organisation of the directory or of the list, as it will stand when the list is taken. */
export type BookedOrganisation = OrganisationContent & {
  id: string
  state: 'kept' | 'changed' | 'new'
  /** The line of the list that is about it. */
  line: number | null
}

/** All organisations an import knows, by each of their names and by address. */
export type OrganisationBook = {
  all: Map<string, BookedOrganisation>
  byKey: Map<string, BookedOrganisation>
  byStems: Map<string, BookedOrganisation>
  byEmail: Map<string, BookedOrganisation>
  newId: () => string
}

export function emptyOrganisationBook(newId: () => string): OrganisationBook {
  return { all: new Map(), byKey: new Map(), byStems: new Map(), byEmail: new Map(), newId }
}

/** Enters an organisation under all its names; a name that is another's already stays the other's. */
export function book(organisations: OrganisationBook, entry: BookedOrganisation): BookedOrganisation {
  organisations.all.set(entry.id, entry)
  const names = namesOf(entry)
  for (const name of names) {
    const key = organisationKey(name)
    if (key && !organisations.byKey.has(key)) organisations.byKey.set(key, entry)
    const stem = stemKey(name)
    if (stem && !organisations.byStems.has(stem)) organisations.byStems.set(stem, entry)
  }
  const email = entry.email?.toLowerCase()
  if (email && !organisations.byEmail.has(email)) organisations.byEmail.set(email, entry)
  return entry
}

export function namesOf({
  name,
  acronym,
  aliases,
}: Pick<OrganisationContent, 'name' | 'acronym' | 'aliases'>): string[] {
  return [...Object.values(name), ...(acronym ? [acronym] : []), ...aliases]
}

/** The organisation that bears one of these names, whole names before acronyms; null when none does. */
export function findByName(
  organisations: OrganisationBook,
  names: readonly string[],
): BookedOrganisation | null {
  const inOrder = [...names].sort((a, b) => Number(isAcronym(a)) - Number(isAcronym(b)))
  for (const name of inOrder) {
    const found = organisations.byKey.get(organisationKey(name))
    if (found) return found
  }
  return null
}

/** An organisation with nearly one of these names, which a person should compare; null when there is none. */
export function findSimilar(
  organisations: OrganisationBook,
  names: readonly string[],
): BookedOrganisation | null {
  for (const name of names) {
    const found = organisations.byStems.get(stemKey(name))
    if (found) return found
  }
  return null
}

function stemKey(name: string): string {
  const all = [...stems(name)].filter(Boolean).sort()
  return all.length > 1 ? all.join(' ') : ''
}

/**
 * The organisation a cell names, made when the book has none of that name; null for an empty cell. `similar` is another
 * that a new one resembles.
 */
export function organisationNamed(
  organisations: OrganisationBook,
  name: Localized,
): { organisation: BookedOrganisation; similar: BookedOrganisation | null } | null {
  const names = Object.values(name)
  const [first] = names
  if (!first) return null
  const known = findByName(organisations, names)
  if (known) return { organisation: known, similar: null }
  const similar = findSimilar(organisations, names)
  // UNDP is UNDP whatever language the person who named it is written to in.
  const entry = blankOrganisation(organisations.newId(), isAcronym(first) ? { en: first } : name)
  return {
    organisation: book(organisations, { ...entry, acronym: isAcronym(first) ? first.slice(0, 30) : null }),
    similar,
  }
}

export function blankOrganisation(id: string, name: Localized): BookedOrganisation {
  return {
    id,
    kind: guessKind(Object.values(name)),
    name,
    acronym: null,
    aliases: [],
    parentId: null,
    email: null,
    phone: null,
    language: null,
    precedence: null,
    tags: [],
    notes: '',
    state: 'new',
    line: null,
  }
}

/** Keeps further spellings: the first of a language as its name, others as aliases. Tells whether any was new. */
export function learnNames(organisation: BookedOrganisation, names: readonly string[]): boolean {
  const known = new Set(namesOf(organisation).map(organisationKey))
  const fresh = names.filter((name) => !known.has(organisationKey(name)) && organisationKey(name))
  for (const name of fresh) {
    if (isAcronym(name) && !organisation.acronym) organisation.acronym = name.slice(0, 30)
    else if (!learnLanguage(organisation, name)) organisation.aliases = [...organisation.aliases, name]
  }
  return fresh.length > 0
}

function learnLanguage(organisation: BookedOrganisation, name: string): boolean {
  const text = inItsLanguage(name, null)
  const language = languages.find((candidate) => text[candidate])
  if (!language || organisation.name[language] || isAcronym(name)) return false
  organisation.name = { ...organisation.name, ...text }
  return true
}
