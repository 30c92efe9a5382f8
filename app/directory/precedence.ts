import type { OrganisationKind } from '#db/schema/directory.server.ts'
import type { AttendeeSeat } from '#db/schema/invitations.server.ts'
import type { Localized } from '../i18n/languages.ts'
import { fold } from './fold.ts'

/*
 * Who goes before whom, in lists, letters, name plates and when speaking:
 *
 * - Kinds of organisation in the office's order, or the event's own. By usage the authorities of the country come first,
 *   then its governorates, then who is accredited there (embassies, donors), the United Nations, and others; the host
 *   comes last among its guests.
 * - Within a kind, organisations by their rank in the directory, those without one after them by name.
 * - Within a delegation its head, the members, substitutes (who have a rank of their own, and that is not the one of whom
 *   they stand in for), alternates; each by rank, then by what their position says, then as the delegation named them.
 * - An event may place a delegation or a person first, last, before or after another: they follow where that one goes.
 *
 * The order is one text for each person, of digits alone: every database sorts those alike, whatever its language.
 */

/** By usage; an office may order them as it likes. */
export const usualKinds = [
  'ministry',
  'local_authority',
  'embassy',
  'donor',
  'un_agency',
  'ngo',
  'academia',
  'private_sector',
  'media',
  'other',
  'host',
] as const satisfies readonly OrganisationKind[]

export type RankedOrganisation = {
  /** Null for one that is in no directory: its name alone keeps its people together. */
  id: string | null
  kind: OrganisationKind
  precedence: number | null
  /** Folded. */
  name: string
}

export type RankedPerson = {
  id: string
  organisation: RankedOrganisation
  isHead: boolean
  seat: AttendeeSeat
  /** Whom they come in place of; null when they come in their own right. */
  substituteFor: string | null
  isSubstitute: boolean
  precedence: number | null
  position: Localized
  /** As their delegation named them. */
  rank: number
  /** Folded. */
  name: string
}

export type Place = { place: 'first' | 'last' | 'before' | 'after'; anchorId: string | null; turn: number }

/** All that an order depends on beside the person: those that places name are in `people` and `organisations`. */
export type Protocol = {
  kinds: readonly OrganisationKind[]
  substitutes: 'own' | 'place'
  organisationPlaces: ReadonlyMap<string, Place>
  personPlaces: ReadonlyMap<string, Place>
  organisations: ReadonlyMap<string, RankedOrganisation>
  people: ReadonlyMap<string, RankedPerson>
}

/** What the attendees of an event are sorted by. */
export function precedenceKey(person: RankedPerson, protocol: Protocol): string {
  return `${personRoot(person, protocol, new Set())}5`
}

/** Where an institution that has named nobody stands: where its head would. `id` breaks ties and is any id of its own. */
export function institutionKey(id: string, organisation: RankedOrganisation, protocol: Protocol): string {
  const head = { id, organisation, isHead: true, seat: 'delegate', isSubstitute: false, rank: 0 } as const
  return precedenceKey({ ...head, substituteFor: null, precedence: null, position: {}, name: '' }, protocol)
}

/** Every key that goes with a person begins with it: they have it with a 5, who was placed before them with a 4. */
function personRoot(person: RankedPerson, protocol: Protocol, passed: Set<string>): string {
  const natural = () => `${delegationRoot(person.organisation, protocol, new Set())}5${within(person)}`
  // The verbs make no circle; a key must come to an end all the same.
  if (passed.has(person.id)) return natural()
  passed.add(person.id)
  const placed = protocol.personPlaces.get(person.id)
  if (placed?.place === 'first') return `0${falling(placed.turn)}`
  if (placed?.place === 'last') return `9${rising(placed.turn)}`
  const anchor = placed?.anchorId && protocol.people.get(placed.anchorId)
  if (placed && anchor) return personRoot(anchor, protocol, passed) + beside(placed)
  const guest = person.substituteFor && protocol.people.get(person.substituteFor)
  if (guest && protocol.substitutes === 'place')
    return `${personRoot(guest, protocol, passed)}55${idDigits(person.id)}`
  return natural()
}

function delegationRoot(organisation: RankedOrganisation, protocol: Protocol, passed: Set<string>): string {
  const { id } = organisation
  if (!id || passed.has(id)) return ofKind(organisation, protocol)
  passed.add(id)
  const placed = protocol.organisationPlaces.get(id)
  if (placed?.place === 'first') return `1${falling(placed.turn)}`
  if (placed?.place === 'last') return `8${rising(placed.turn)}`
  const anchor = placed?.anchorId && protocol.organisations.get(placed.anchorId)
  return placed && anchor
    ? delegationRoot(anchor, protocol, passed) + beside(placed)
    : ofKind(organisation, protocol)
}

function ofKind({ id, kind, precedence, name }: RankedOrganisation, { kinds }: Protocol): string {
  const at = kinds.indexOf(kind)
  const place = String(at < 0 ? 99 : at).padStart(2, '0')
  return `5${place}${ranked(precedence)}${nameDigits(name, 16)}${id ? idDigits(id) : '0'.repeat(20)}`
}

function within(person: RankedPerson): string {
  const named = String(Math.min(Math.max(person.rank, 0), 9999)).padStart(4, '0')
  const standing = `${seatClass(person)}${ranked(person.precedence)}${positionClass(person.position)}`
  return `${standing}${named}${nameDigits(person.name, 10)}${idDigits(person.id)}`
}

function seatClass({ isHead, seat, isSubstitute }: RankedPerson): number {
  if (seat !== 'delegate') return seat === 'alternate' ? 3 : 4
  if (isSubstitute) return 2
  return isHead ? 0 : 1
}

/** The later one is the nearer: it was placed before (or after) exactly this one. */
function beside({ place, turn }: Place): string {
  return place === 'before' ? `4${rising(turn)}` : `6${falling(turn)}`
}

const positionWords: readonly (readonly [level: number, words: RegExp])[] = [
  [
    2,
    /^(deputy|vice|under ?secretary|secretary of state|vice ?ministre|sous secretaire|secretaire d etat)\b/,
  ],
  [2, /^(وكيله?|نائبه?|بريكاري?|جيكري?)( |$)/],
  [0, /^(president of the republic|prime minister|president de la republique|premier ministre)\b/],
  [0, /^(رئيس الجمهوريه|رئيس الوزراء|رئيس مجلس الوزراء|سروكي (كوماري|وزيران))/],
  [1, /^(minister|ministre|governor|gouverneur|ambassador|ambassadeur|ambassadrice)\b/],
  [1, /^(head of mission|chief of mission|chef de mission|special representative|representant special)\b/],
  [1, /^(وزيره?|محافظ|سفيره?|(وهزير|باريزكار|باليوز)ي?|رئيس (البعثه|بعثه))( |$)/],
  [3, /^(director general|directeur general|directrice generale|general director)\b/],
  [3, /^(مدير عام|مديره عامه|المدير العام|بهريوهبهري كشتي)/],
  [4, /^(director|directeur|directrice|head|chef|cheffe|country director|country representative)\b/],
  [4, /^(مديره?|رئيسه?|بهريوهبهري?|سهروكي?)( |$)/],
]

/** What a position says of itself, 0 (head of state) to 5; only by how it begins: an adviser to the minister is none. */
export function positionClass(position: Localized): number {
  const texts = Object.values(position).map((text) => fold(text))
  const levels = texts.map((text) => positionWords.find(([, words]) => words.test(text))?.[0] ?? 5)
  return Math.min(5, ...levels)
}

const most = 9_999_999

/** A rank, lower first; none comes after all that have one. */
function ranked(precedence: number | null): string {
  return rising(precedence === null ? most : Math.min(Math.max(precedence, 0), most - 1))
}

function rising(turn: number): string {
  return String(turn).padStart(7, '0')
}

function falling(turn: number): string {
  return rising(most - turn)
}

/** The last 64 bits of an id, which are its random ones. */
function idDigits(id: string): string {
  const tail = id.replace(/[^0-9a-f]/g, '').slice(-16)
  return BigInt(`0x${tail || '0'}`)
    .toString()
    .padStart(20, '0')
}

/** The first letters of a folded name in digits that sort as they do; as long for every name. */
function nameDigits(name: string, length: number): string {
  let digits = ''
  for (const letter of name) {
    digits += letterDigits(letter)
    if (digits.length >= length * 2) break
  }
  return digits.slice(0, length * 2).padEnd(length * 2, '0')
}

function letterDigits(letter: string): string {
  if (letter === ' ') return '10'
  const code = letter.codePointAt(0) ?? 0
  if (code >= 48 && code <= 57) return String(code - 37)
  if (code >= 97 && code <= 122) return String(code - 76)
  // Arabic letters after Latin ones, two digits each for what fold() leaves of them; any other script after both.
  if (code >= 0x621 && code <= 0x64a) return String(code - 0x621 + 48)
  return `9${String(code).padStart(7, '0')}`
}
