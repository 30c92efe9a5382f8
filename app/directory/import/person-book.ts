import type { NameParts, PersonNames } from '#db/schema/directory.server.ts'
import { nameAlone, nameKey, nameSounds } from '../keys.ts'
import type { PersonContent } from '../persons.server.ts'
import { soundsOf } from '../sound.ts'

export type BookedAddress = { id: string; address: string; isFailing: boolean }

/** A person of the directory or of the list, as they will stand when the list is taken. */
export type BookedPerson = Omit<PersonContent, 'addresses'> & {
  id: string
  addresses: BookedAddress[]
  state: 'kept' | 'changed' | 'new'
  /** The line of the list that is about them. */
  line: number | null
}

/** The persons an import may meet, by address and by the sound of their names. */
export type PersonBook = {
  all: Map<string, BookedPerson>
  byAddress: Map<string, BookedPerson[]>
  /** By organisation and sound. */
  bySound: Map<string, BookedPerson[]>
}

export function emptyPersonBook(): PersonBook {
  return { all: new Map(), byAddress: new Map(), bySound: new Map() }
}

export function bookPerson(persons: PersonBook, person: BookedPerson): void {
  persons.all.set(person.id, person)
  for (const { address } of person.addresses) push(persons.byAddress, address.toLowerCase(), person)
  for (const sound of soundsOfNames(person.names))
    push(persons.bySound, soundAt(person.organisationId, sound), person)
}

/** Whoever fills a list with one name must not make every line look at all lines before it. */
const alikeKept = 100

function push(index: Map<string, BookedPerson[]>, key: string, person: BookedPerson): void {
  const there = index.get(key)
  if (!there) index.set(key, [person])
  else if (there.length < alikeKept && !there.includes(person)) there.push(person)
}

function soundAt(organisationId: string | null, sound: string): string {
  return `${organisationId ?? ''} ${sound}`
}

/** What names are looked up by, one for each script. */
export function soundsOfNames(names: PersonNames): string[] {
  const { latin, arabic } = nameSounds(names)
  return latin === arabic ? [latin].filter(Boolean) : [latin, arabic].filter(Boolean)
}

type Sought = { names: PersonNames; addresses: readonly string[]; organisationId: string | null }
type Found = {
  same: BookedPerson | null
  /** Somebody else who has one of the addresses. */
  sharing: BookedPerson | null
  /** Somebody at the same organisation whose name sounds alike. */
  similar: BookedPerson | null
}

/**
 * Who this is: whoever has one of the addresses and may be called so, else whoever bears exactly this name at the same
 * organisation. A name that only sounds alike is told, never taken for the same: Hassan and Hussein sound alike here.
 */
export function findPerson(persons: PersonBook, sought: Sought): Found {
  const withAddress = sought.addresses.flatMap(
    (address) => persons.byAddress.get(address.toLowerCase()) ?? [],
  )
  const atSame = soundsOfNames(sought.names)
    .flatMap((sound) => persons.bySound.get(soundAt(sought.organisationId, sound)) ?? [])
    .filter((person) => person.organisationId === sought.organisationId)
  const byAddress =
    withAddress.find((person) => isSameName(person.names, sought.names)) ??
    withAddress.find((person) => mayBeSameName(person.names, sought.names))
  const same =
    byAddress ??
    atSame.find((person) => isSameName(person.names, sought.names) && !hasOtherAddress(person, sought)) ??
    null
  return {
    same,
    sharing: same ? null : (withAddress[0] ?? null),
    similar: same ? null : (atSame[0] ?? null),
  }
}

/** Whether somebody of exactly this name has one of these addresses. */
export function hasPerson(persons: PersonBook, sought: Omit<Sought, 'organisationId'>): boolean {
  return sought.addresses.some((address) =>
    persons.byAddress.get(address.toLowerCase())?.some((person) => isSameName(person.names, sought.names)),
  )
}

/** Two lines of one list with the same name and different addresses are two people until somebody says otherwise. */
function hasOtherAddress(person: BookedPerson, { addresses }: Sought): boolean {
  if (person.line === null || !addresses.length || !person.addresses.length) return false
  const known = new Set(person.addresses.map(({ address }) => address.toLowerCase()))
  return !addresses.some((address) => known.has(address.toLowerCase()))
}

function isSameName(a: PersonNames, b: PersonNames): boolean {
  const same = (x: NameParts | undefined, y: NameParts | undefined) =>
    Boolean(x && y && keyOf(x) === keyOf(y))
  return same(a.latin, b.latin) || same(a.arabic, b.arabic)
}

// A common name is compared with many.
const keys = new WeakMap<NameParts, string>()

function keyOf(name: NameParts): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = nameKey(name.full)
  keys.set(name, key)
  return key
}

/** Whether all parts of the shorter name sound like parts of the longer, in either script; an initial fits its name. */
function mayBeSameName(a: PersonNames, b: PersonNames): boolean {
  const spellings = (names: PersonNames) =>
    [names.latin?.full, names.arabic?.full].flatMap((name) => (name ? [soundsOf(nameAlone(name))] : []))
  return spellings(a).some((first) => spellings(b).some((second) => fitsInto(first, second)))
}

function fitsInto(a: string[], b: string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, [...b]] : [b, [...a]]
  if (!short.length) return false
  return short.every((part) => {
    const place = long.findIndex((other) => other === part || (part.length === 1 && other.startsWith(part)))
    if (place < 0) return false
    long.splice(place, 1)
    return true
  })
}
