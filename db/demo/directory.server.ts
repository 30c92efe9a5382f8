import type { OfficeScope } from '../../app/accounts/scope.server.ts'
import { addOrganisation } from '../../app/directory/organisations.server.ts'
import { addPerson } from '../../app/directory/persons.server.ts'
import type { Tx } from '../client.server.ts'
import type { OrganisationKind } from '../schema/directory.server.ts'
import type { DemoDays } from './days.server.ts'
import { granted } from './granted.server.ts'
import { organisations } from './organisations.server.ts'
import { type DemoPerson, honorifics } from './persons/person.server.ts'
import { persons } from './persons.server.ts'

/** The ids of the directory's rows by the keys of the facts. */
export type DemoDirectory = {
  organisations: ReadonlyMap<string, string>
  persons: ReadonlyMap<string, string>
}

const tags: Partial<Record<OrganisationKind, string>> = {
  ministry: 'government',
  local_authority: 'government',
  donor: 'donors',
  embassy: 'donors',
  un_agency: 'UN',
  ngo: 'civil society',
  academia: 'civil society',
  media: 'press',
}

/** Organisations and persons of the office's directory. */
export async function buildDirectory(tx: Tx, scope: OfficeScope, days: DemoDays): Promise<DemoDirectory> {
  const ids = { organisations: new Map<string, string>(), persons: new Map<string, string>() }
  const now = days.ago(36, '11:20')
  for (const { key, acronym, email, language, precedence, ...organisation } of organisations) {
    const content = {
      ...organisation,
      acronym: acronym ?? null,
      aliases: aliases[key] ?? [],
      parentId: null,
      email: email ?? null,
      phone: null,
      language: language ?? null,
      precedence: precedence ?? null,
      tags: tagsOf(organisation.kind),
      notes: '',
    }
    ids.organisations.set(key, granted(await addOrganisation(tx, scope, { content, now })).id)
  }
  for (const [index, person] of persons.entries()) {
    const content = personContent(person, index, ids.organisations)
    ids.persons.set(person.key, granted(await addPerson(tx, scope, { content, now })).id)
  }
  return ids
}

/** Spellings met in lists, by which an import finds the ministry. */
const aliases: Record<string, string[]> = {
  momd: ['Ministry of Migration and Displaced', 'Ministry of Displacement & Migration', 'MoDM'],
  molsa: ['Ministry of Labor and Social Affairs'],
}

function personContent(person: DemoPerson, index: number, organisationIds: ReadonlyMap<string, string>) {
  const organisation = organisations.find(({ key }) => key === person.organisation)
  if (!organisation) throw new Error(`The demo knows no organisation ${person.organisation}`)
  return {
    names: {
      latin: { full: person.latin },
      ...(person.arabic && { arabic: { full: person.arabic } }),
    },
    honorific: honorifics[person.honorific],
    position: person.position,
    organisationId: organisationIds.get(organisation.key) ?? null,
    addresses: person.hasNoAddress ? [] : [addressOf(person)],
    phone: `+964 770 000 ${String(index + 1).padStart(4, '0')}`,
    language: person.language,
    precedence: organisation.precedence ?? null,
    tags: tagsOf(organisation.kind),
    notes: '',
  }
}

function tagsOf(kind: OrganisationKind): string[] {
  return tags[kind] ? [tags[kind]] : []
}

/** `asa.lindqvist@eu.example` for Åsa Lindqvist of the EU. */
export function addressOf({ latin, organisation }: Pick<DemoPerson, 'latin' | 'organisation'>): string {
  const name = latin
    .normalize('NFKD')
    .replace(/[^A-Za-z -]/g, '')
    .trim()
    .replace(/[ -]+/g, '.')
  return `${name}@${organisation}.example`.toLowerCase()
}
