import { localize } from '../../i18n/languages.ts'
import type { Pause } from '../../uploads/pause.server.ts'
import type { Choice, Finding } from './findings.ts'
import { namesInstitution, organisationKey } from './institution.ts'
import { findByName, type OrganisationBook } from './organisation-book.ts'
import { hasPerson, type PersonBook } from './person-book.ts'
import { planInstitution } from './plan-institution.ts'
import { planPerson } from './plan-person.ts'
import { type Entry, isFormula } from './record.ts'

/** What a line of a list comes to: written anew, changes what is there, changes nothing, or is left out. */
export type Outcome = 'new' | 'update' | 'same' | 'leave'

export type PlannedLine = {
  line: number
  kind: 'person' | 'institution'
  outcome: Outcome
  findings: Finding[]
  name: string
  organisation: string
  addresses: string[]
}

export type Books = { organisations: OrganisationBook; persons: PersonBook; newId: () => string }
export type Plan = { lines: PlannedLine[]; books: Books }

/**
 * Decides for every line what is to be written, without writing: the books then hold the directory as it would stand.
 * Institutions come before persons, so that a person's organisation is found wherever it stands in the list.
 */
export async function planLines(
  entries: readonly Entry[],
  books: Books,
  chosen: ReadonlyMap<number, Choice>,
  pause: Pause,
): Promise<Plan> {
  const judged: Judged[] = []
  for (const entry of entries) {
    judged.push({ entry, ...judge(entry, chosen.get(entry.line), books) })
    await pause()
  }
  const lines: PlannedLine[] = []
  for (const kind of ['institution', 'person'] as const) {
    for (const line of judged) {
      if (line.kind !== kind) continue
      lines.push(planLine(line, books))
      await pause()
    }
  }
  return { lines: lines.sort((a, b) => a.line - b.line), books }
}

type Judged = {
  entry: Entry
  kind: 'person' | 'institution'
  findings: Finding[]
  isLeft: boolean
  isTaken: boolean
}

function planLine({ entry, kind, findings, isLeft, isTaken }: Judged, books: Books): PlannedLine {
  const shown = {
    line: entry.line,
    kind,
    name:
      kind === 'person'
        ? entry.nameTexts.join(' · ')
        : ([...entry.nameTexts, localize(entry.organisation, 'en')].find(Boolean) ?? ''),
    organisation: localize(entry.organisation, 'en'),
    addresses: entry.addresses,
  }
  if (isLeft) return { ...shown, outcome: 'leave', findings }
  const plan = kind === 'institution' ? planInstitution : planPerson
  const planned = plan(entry, books, isTaken)
  return { ...shown, outcome: planned.outcome, findings: [...findings, ...planned.findings] }
}

/** Institution or person, and whether it can be taken at all. */
function judge(entry: Entry, choice: Choice | undefined, books: Books): Omit<Judged, 'entry'> {
  const findings = [...entry.findings]
  const hasName = entry.nameTexts.length > 0
  const hasOrganisation = Object.keys(entry.organisation).length > 0
  const kind = kindOf(entry, choice, books, findings)
  const isTaken = choice !== undefined && choice !== 'leave'
  if (kind === 'person' && !hasName) findings.push({ code: 'nameMissing' })
  const hasNothing = kind === 'person' ? !hasName : !hasName && !hasOrganisation && !entry.acronym
  if (kind === 'institution' && !hasName && !hasNothing && Object.keys(entry.position).length && !entry.said)
    findings.push({ code: 'nameToFollow' })
  if (hasNothing && kind === 'institution') findings.push({ code: 'nameMissing' })
  const isDubious = entry.nameTexts.some(isFormula) && !isTaken
  return { kind, findings, isLeft: choice === 'leave' || hasNothing || isDubious, isTaken }
}

function kindOf(
  entry: Entry,
  choice: Choice | undefined,
  books: Books,
  findings: Finding[],
): 'person' | 'institution' {
  if (choice === 'institution' || choice === 'person') return choice
  if (entry.id && books.persons.all.has(entry.id)) return 'person'
  if (entry.id && books.organisations.all.has(entry.id)) return 'institution'
  if (entry.said) return entry.said
  if (!entry.nameTexts.length) return 'institution'
  // What somebody once decided about this name stands in the directory, and holds for the next list.
  if (hasPerson(books.persons, entry)) return 'person'
  if (!seemsInstitution(entry, books.organisations)) return 'person'
  findings.push({ code: 'institutionOrPerson' })
  return 'institution'
}

function seemsInstitution(entry: Entry, organisations: OrganisationBook): boolean {
  if (entry.nameTexts.some(namesInstitution) || findByName(organisations, entry.nameTexts)) return true
  const own = new Set(Object.values(entry.organisation).map(organisationKey))
  return entry.nameTexts.some((name) => own.has(organisationKey(name)))
}
