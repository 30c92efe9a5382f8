import type { Language } from '../../i18n/languages.ts'
import { isRecord, nameOf, type Said } from './conference-shape.ts'
import { longest, type ReadPerson, type Remark } from './reading.ts'
import { cutTo, isAddress, namesOf, oneLineOf } from './texts.ts'

const mostPersons = 200

/** Those named at an event, in their order, with what their system says of them besides. Nobody is taken without a name. */
export function readPersons(
  given: readonly unknown[],
  slot: Language,
): { people: ReadPerson[]; foreign: Record<string, unknown>[]; remarks: Remark[] } {
  const people: ReadPerson[] = []
  const foreign: Record<string, unknown>[] = []
  const remarks: Remark[] = []
  for (const person of given.slice(0, mostPersons)) {
    const { name, rest, organisation } = saidPerson(person)
    if (!name) {
      remarks.push({ code: 'nameMissing' })
      continue
    }
    if (name.length > longest.name) remarks.push({ code: 'nameCut', detail: cutTo(name, 60) })
    const full = cutTo(name, longest.name)
    if (people.some(({ names }) => (names.latin?.full ?? names.arabic?.full) === full)) continue
    people.push({
      role: 'speaker',
      honorific: {},
      names: namesOf(full),
      position: {},
      organisationName: organisation ? { [slot]: cutTo(organisation, longest.name) } : {},
      contribution: {},
    })
    if (Object.keys(rest).length) foreign.push({ name: full, ...rest })
  }
  return { people, foreign, remarks: remarks.slice(0, 3) }
}

function saidPerson(person: unknown): { name: string; organisation: string; rest: Record<string, unknown> } {
  if (typeof person === 'string') return { name: nameFrom(person), organisation: '', rest: {} }
  if (!isRecord(person)) return { name: '', organisation: '', rest: {} }
  const { public_name, name, full_public_name, organization, organisation, affiliation, ...rest } = person
  const names = [public_name, name, full_public_name].map((one) => nameFrom(asSaid(one)))
  const from = [organisation, organization, affiliation].map((one) => oneLineOf(nameOf(asSaid(one))))
  return { name: names.find(Boolean) ?? '', organisation: from.find(Boolean) ?? '', rest }
}

function asSaid(value: unknown): Said {
  return typeof value === 'string' || isRecord(value) ? value : ''
}

/** A name that is an address would show it to everybody. */
function nameFrom(given: Said): string {
  const name = oneLineOf(nameOf(given))
  return isAddress(name) ? '' : name
}
