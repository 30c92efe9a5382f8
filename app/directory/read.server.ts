import { and, asc, count, desc, eq, isNull, like, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { type OrganisationKind, organisations, personEmails, persons } from '#db/schema/directory.server.ts'
import type { EventScope, OfficeScope } from '../accounts/scope.server.ts'
import type { Language } from '../i18n/languages.ts'
import { foldedWords } from './fold.ts'
import type { Sort } from './rules.ts'
import { soundPatterns } from './sound.ts'

/** How many rows a list shows at once. */
const pageSize = 50

export type PersonFilter = {
  /** Every word must be found, in any spelling or script. */
  search?: string
  /** Kind of the person's organisation. */
  kind?: OrganisationKind | null
  organisationId?: string | null
  tag?: string | null
  language?: Language | null
  /** Only those whom no mail can reach. */
  withoutAddress?: boolean
  sort?: Sort
}

export type OrganisationFilter = Omit<PersonFilter, 'organisationId'>

type Scope = OfficeScope | EventScope
/** A column of folded text, as `keys.ts` makes it. */
type SearchKey = Parameters<typeof like>[0]

/** Persons of the office that fit the filter, `size` of them from page `page` (counted from 1), and how many in all. */
export async function personsMatching(
  read: Reader,
  scope: Scope,
  filter: PersonFilter,
  page = 1,
  size = pageSize,
) {
  const where = and(...personConditions(scope, filter))
  const rows = await read
    .select({
      id: persons.id,
      names: persons.names,
      honorific: persons.honorific,
      position: persons.position,
      language: persons.language,
      tags: persons.tags,
      phone: persons.phone,
      organisationId: persons.organisationId,
      organisationName: organisations.name,
      organisationKind: organisations.kind,
      email: personEmails.address,
    })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .leftJoin(personEmails, firstAddress)
    .where(where)
    .orderBy(...personOrder(filter.sort), asc(persons.sortKey), asc(persons.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await countPersons(read, scope, filter), page, size }
}

const firstAddress = and(eq(personEmails.personId, persons.id), eq(personEmails.rank, 0))

/** How many persons `personsMatching` would find on all its pages. */
export async function countPersons(read: Reader, scope: Scope, filter: PersonFilter): Promise<number> {
  const query = read
    .select({ total: count() })
    .from(persons)
    .leftJoin(organisations, eq(organisations.id, persons.organisationId))
    .$dynamic()
  if (filter.withoutAddress) query.leftJoin(personEmails, firstAddress)
  const [row] = await query.where(and(...personConditions(scope, filter)))
  return row?.total ?? 0
}

/** What a filter asks of a row; joins on organisations are the caller’s. */
export function personConditions(scope: Scope, filter: PersonFilter): (SQL | undefined)[] {
  return [
    eq(persons.officeId, scope.officeId),
    ...searchWords(filter.search).map((word) =>
      or(...found(word, persons.searchKey, true), ...found(word, organisations.searchKey, false)),
    ),
    filter.kind ? eq(organisations.kind, filter.kind) : undefined,
    filter.organisationId ? eq(persons.organisationId, filter.organisationId) : undefined,
    filter.tag ? tagged(persons.tags, filter.tag) : undefined,
    filter.language ? eq(persons.language, filter.language) : undefined,
    filter.withoutAddress ? isNull(personEmails.id) : undefined,
  ]
}

/** Rows that bear a person's search key, and in it every word of a search, in any spelling or script. */
export function namesFound(search: string, key: SearchKey): SQL | undefined {
  return and(...searchWords(search).map((word) => or(...found(word, key, true))))
}

/** The words that must be found. An article beside a name is none: الجبوري and Jubouri are both al-Jubouri. */
function searchWords(search = ''): string[] {
  // A number is kept with its country as a list may have it, and looked for as it is dialled: 0770 is in +964 770.
  const words = foldedWords(search).map((word) => word.replace(/^0+(?=\d{3,}$)/, ''))
  return words.length > 1 ? words.filter((word) => !/^([ae]l|ال)$/.test(word)) : words
}

/** Ways in which one folded word may be found: as it is spelled, or as it sounds. */
function found(word: string, key: SearchKey, bySound: boolean): (SQL | undefined)[] {
  const sounds = bySound ? soundPatterns(word) : []
  return [
    like(key, `%${word}%`),
    sounds.length ? and(...sounds.map((pattern) => like(key, pattern))) : undefined,
  ]
}

/** Whether a list of texts holds one of them. Both engines write it as JSON with each in double quotes. */
export function tagged(tags: typeof persons.tags | typeof organisations.tags, tag: string): SQL {
  const pattern = `%${JSON.stringify(tag).replace(/[!%_]/g, '!$&')}%`
  return sql`cast(${tags} as text) like ${pattern} escape '!'`
}

function personOrder(sort: Sort = 'name'): SQL[] {
  const last = 1_000_000
  if (sort === 'organisation') return [asc(sql`coalesce(${organisations.sortKey}, '~')`)]
  if (sort === 'precedence')
    return [
      asc(sql`coalesce(${persons.precedence}, ${last})`),
      asc(sql`coalesce(${organisations.precedence}, ${last})`),
    ]
  return sort === 'latest' ? [desc(persons.updatedAt)] : []
}

/** Organisations of the office that fit the filter, with how many persons each has in the directory. */
export async function organisationsMatching(
  read: Reader,
  scope: Scope,
  filter: OrganisationFilter,
  page = 1,
  size = pageSize,
) {
  const where = and(...organisationConditions(scope, filter))
  const rows = await read
    .select({
      id: organisations.id,
      kind: organisations.kind,
      name: organisations.name,
      acronym: organisations.acronym,
      email: organisations.email,
      phone: organisations.phone,
      language: organisations.language,
      tags: organisations.tags,
      persons: read.$count(persons, eq(persons.organisationId, organisations.id)),
    })
    .from(organisations)
    .where(where)
    .orderBy(...organisationOrder(filter.sort), asc(organisations.sortKey), asc(organisations.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await countOrganisations(read, scope, filter), page, size }
}

/** How many organisations `organisationsMatching` would find on all its pages. */
export async function countOrganisations(
  read: Reader,
  scope: Scope,
  filter: OrganisationFilter,
): Promise<number> {
  const where = and(...organisationConditions(scope, filter))
  const [row] = await read.select({ total: count() }).from(organisations).where(where)
  return row?.total ?? 0
}

/** What a filter asks of a row. */
export function organisationConditions(scope: Scope, filter: OrganisationFilter): (SQL | undefined)[] {
  return [
    eq(organisations.officeId, scope.officeId),
    ...searchWords(filter.search).map((word) => or(...found(word, organisations.searchKey, false))),
    filter.kind ? eq(organisations.kind, filter.kind) : undefined,
    filter.tag ? tagged(organisations.tags, filter.tag) : undefined,
    filter.language ? eq(organisations.language, filter.language) : undefined,
    filter.withoutAddress ? isNull(organisations.email) : undefined,
  ]
}

function organisationOrder(sort: Sort = 'name'): SQL[] {
  if (sort === 'precedence') return [asc(sql`coalesce(${organisations.precedence}, 1000000)`)]
  return sort === 'latest' ? [desc(organisations.updatedAt)] : []
}

/** Organisations by name, for a list to choose from; at most `limit` of them. */
export async function organisationChoices(read: Reader, scope: Scope, limit = 5000) {
  return read
    .select({ id: organisations.id, name: organisations.name, acronym: organisations.acronym })
    .from(organisations)
    .where(eq(organisations.officeId, scope.officeId))
    .orderBy(asc(organisations.sortKey))
    .limit(limit)
}

/** Every tag in use, on persons and organisations, in alphabetical order. */
export async function tagsInUse(read: Reader, scope: Scope): Promise<string[]> {
  const [ofPersons, ofOrganisations] = await Promise.all([
    read.selectDistinct({ tags: persons.tags }).from(persons).where(eq(persons.officeId, scope.officeId)),
    read
      .selectDistinct({ tags: organisations.tags })
      .from(organisations)
      .where(eq(organisations.officeId, scope.officeId)),
  ])
  return [...new Set([...ofPersons, ...ofOrganisations].flatMap(({ tags }) => tags))].sort((a, b) =>
    a.localeCompare(b),
  )
}
