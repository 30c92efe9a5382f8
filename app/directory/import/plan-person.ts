import type { NameParts, PersonNames } from '#db/schema/directory.server.ts'
import { localize } from '../../i18n/languages.ts'
import { nameKey } from '../keys.ts'
import { displayName } from '../names.ts'
import type { Finding } from './findings.ts'
import { organisationKey } from './institution.ts'
import { namesOf, organisationNamed } from './organisation-book.ts'
import { type BookedAddress, type BookedPerson, bookPerson, findPerson } from './person-book.ts'
import type { Books, Outcome } from './plan.ts'
import { withNotes } from './plan-institution.ts'
import type { Entry } from './record.ts'

/** Plans the person a line is about; `isTaken` when somebody asked for the line though it repeats another. */
export function planPerson(
  entry: Entry,
  { organisations, persons, newId }: Books,
  isTaken: boolean,
): { outcome: Outcome; findings: Finding[] } {
  const findings: Finding[] = []
  const named = organisationNamed(organisations, entry.organisation)
  if (named?.similar)
    findings.push({ code: 'organisationSimilar', detail: localize(named.similar.name, 'en') })
  const byId = entry.id ? persons.all.get(entry.id) : undefined
  const organisationId = organisationOf(byId, entry, organisations) ?? named?.organisation.id ?? null
  if (entry.id && !byId) findings.push({ code: 'unknownId' })
  const found = findPerson(persons, { names: entry.names, addresses: entry.addresses, organisationId })
  const same = byId ?? found.same
  if (same?.line != null && !isTaken)
    return { outcome: 'leave', findings: [...findings, { code: 'duplicateInFile', line: same.line }] }
  if (same && same.line === null)
    return update(same, entry, organisationId, { persons, newId, findings, mayRespell: same === byId })
  remark(findings, 'addressShared', found.sharing)
  if (!found.sharing && found.similar)
    remark(findings, found.similar.line === null ? 'similarInDirectory' : 'similarInFile', found.similar)
  bookPerson(persons, made(entry, organisationId, newId))
  return { outcome: 'new', findings }
}

/** Of several organisations of one name, a person known by id stays at their own. */
function organisationOf(
  person: BookedPerson | undefined,
  entry: Entry,
  organisations: Books['organisations'],
): string | null {
  const own = person?.organisationId ? organisations.all.get(person.organisationId) : undefined
  if (!own) return null
  const names = new Set(namesOf(own).map(organisationKey))
  return Object.values(entry.organisation).some((name) => names.has(organisationKey(name))) ? own.id : null
}

function remark(findings: Finding[], code: Finding['code'], person: BookedPerson | null) {
  if (person) findings.push({ code, detail: displayName(person.names, 'en'), line: person.line ?? undefined })
}

type Around = {
  persons: Books['persons']
  newId: () => string
  findings: Finding[]
  /** Whether a spelling that differs in case or signs only replaces the one we have. */
  mayRespell: boolean
}

function update(
  person: BookedPerson,
  entry: Entry,
  organisationId: string | null,
  { persons, newId, findings, mayRespell }: Around,
): { outcome: Outcome; findings: Finding[] } {
  const known = displayName(person.names, 'en')
  const before = JSON.stringify({ ...person, line: null })
  person.line = entry.line
  person.names = mergeNames(person.names, entry.names, mayRespell)
  person.honorific = { ...person.honorific, ...entry.honorific }
  person.position = { ...person.position, ...entry.position }
  person.organisationId = organisationId ?? person.organisationId
  person.addresses = mergeAddresses(person.addresses, entry.addresses, newId)
  person.phone = entry.phone ?? person.phone
  person.language = entry.language ?? person.language
  person.precedence = entry.precedence ?? person.precedence
  person.tags = [...new Set([...person.tags, ...entry.tags])]
  person.notes = withNotes(person.notes, [entry.notes])
  const isChanged = JSON.stringify({ ...person, line: null }) !== before
  if (isChanged) person.state = 'changed'
  bookPerson(persons, person)
  return {
    outcome: isChanged ? 'update' : 'same',
    findings: [...findings, { code: 'duplicateInDirectory', detail: known }],
  }
}

function made(entry: Entry, organisationId: string | null, newId: () => string): BookedPerson {
  return {
    id: newId(),
    names: entry.names,
    honorific: entry.honorific,
    position: entry.position,
    organisationId,
    addresses: mergeAddresses([], entry.addresses, newId),
    phone: entry.phone,
    language: entry.language,
    precedence: entry.precedence,
    tags: entry.tags,
    notes: entry.notes,
    state: 'new',
    line: entry.line,
  }
}

/** A list that shouts or has a title before the name does not undo what somebody has put right. */
function mergeNames(known: PersonNames, given: PersonNames, mayRespell: boolean): PersonNames {
  const isNew = (a: NameParts, b: NameParts) =>
    mayRespell ? a.full !== b.full : nameKey(a.full) !== nameKey(b.full)
  const better = (a: NameParts | undefined, b: NameParts | undefined) =>
    a && b ? (isNew(a, b) ? b : a) : (a ?? b)
  const latin = better(known.latin, given.latin)
  const arabic = better(known.arabic, given.arabic)
  if (latin === known.latin && arabic === known.arabic) return known
  return { ...(latin && { latin }), ...(arabic && { arabic }) }
}

/** The list's addresses first, since it is the newer; one that differs in letter case only is the one we have. */
function mergeAddresses(
  known: BookedAddress[],
  given: readonly string[],
  newId: () => string,
): BookedAddress[] {
  const first = given.map(
    (address) =>
      known.find((other) => other.address.toLowerCase() === address.toLowerCase()) ?? {
        id: newId(),
        address,
        isFailing: false,
      },
  )
  return [...first, ...known.filter((other) => !first.includes(other))]
}
