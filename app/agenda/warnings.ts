import { type Language, type Localized, languages, missingLanguages } from '../i18n/languages.ts'
import { type ItemKind, isPause, type RoleKind } from './rules.ts'
import { stretchesOf } from './stretches.ts'

type Span = { startsAt: Date; endsAt: Date }

export type CheckedRole = {
  role: RoleKind
  personId: string | null
  attendeeId?: string | null
  names: { latin?: { full: string }; arabic?: { full: string } }
  /** They declined the role, or to come at all. */
  isDeclined: boolean
}

/** What warnings need to know of an item; made by `checked`, or by the browser of what it was sent. */
export type Checked = Span & {
  id: string
  kind: ItemKind
  title: Localized
  partId: string
  part: Span
  room: { id: string; capacity: number | null; channels: readonly Language[] } | null
  interpretedLanguages: readonly Language[]
  takesSignUps: boolean
  seats: number | null
  /** Languages of the event in which its texts say nothing. */
  missing: readonly Language[]
  roles: readonly CheckedRole[]
}

type About<Item> = { item: Item }
export type AgendaWarning<Item extends Checked = Checked> =
  | ({ kind: 'roomTaken'; other: Item } & About<Item>)
  | ({ kind: 'personTwice'; other: Item; person: CheckedRole } & About<Item>)
  | ({ kind: 'personDeclined'; person: CheckedRole } & About<Item>)
  | ({ kind: 'outsidePart' | 'chairMissing' } & About<Item>)
  | ({ kind: 'roomTooSmall'; expected: number; capacity: number } & About<Item>)
  | ({ kind: 'channelsExceeded'; needed: number; has: number } & About<Item>)
  | ({ kind: 'channelMissing' | 'textMissing'; languages: readonly Language[] } & About<Item>)
  /** `since`: what began the stretch that has gone on too long when `item` ends. */
  | ({ kind: 'noBreak'; since: Item; minutes: number } & About<Item>)

/** How many are expected in each part, by its id. Left out: not known. */
export type Expected = Readonly<Record<string, number>>

/**
 * What an editor should look at again, in order of time. Nothing here is refused: a clash may be meant, or be mended in
 * the next step. One pass over the items by time, so that it can follow a hand that drags one of nine hundred.
 */
export function warningsOf<Item extends Checked>(
  items: readonly Item[],
  expected: Expected = {},
): AgendaWarning<Item>[] {
  const byStart = items.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const usesChannels = items.some(({ room }) => room?.channels.length)
  return [
    ...roomsTaken(byStart),
    ...personsTwice(byStart),
    ...byStart.flatMap((item, at): AgendaWarning<Item>[] => [
      ...itsPart(item),
      ...itsPeople(item),
      ...itsRoom(at, byStart, expected),
      ...(usesChannels ? itsChannels(item) : []),
      ...(item.missing.length ? [{ kind: 'textMissing' as const, item, languages: item.missing }] : []),
    ]),
    ...stretchesOf(byStart).map((stretch) => ({ kind: 'noBreak' as const, ...stretch })),
  ].toSorted((a, b) => a.item.startsAt.getTime() - b.item.startsAt.getTime())
}

/** The warnings that name this item, as its own or as the other one. */
export function warningsAbout<Item extends Checked>(
  warnings: readonly AgendaWarning<Item>[],
  itemId: string,
): AgendaWarning<Item>[] {
  return warnings.filter(
    (warning) => warning.item.id === itemId || ('other' in warning && warning.other.id === itemId),
  )
}

type Read = Omit<Checked, 'missing' | 'roles'> & {
  abstract: Localized
  roles: readonly (Omit<CheckedRole, 'isDeclined'> & { confirmation: string })[]
}

/** `${attendeeId} ${partId}` of those who said that they do not come to that part. */
export type Absent = ReadonlySet<string>

/** An item of the agenda with what warnings need besides. */
export function checked<Item extends Read>(
  item: Item,
  among: readonly Language[],
  absent: Absent,
): Omit<Item, 'roles'> & { missing: Language[]; roles: (Item['roles'][number] & { isDeclined: boolean })[] } {
  return {
    ...item,
    missing: missingIn(item, among),
    roles: item.roles.map((role: Item['roles'][number]) => ({
      ...role,
      isDeclined: role.confirmation === 'declined' || absent.has(`${role.attendeeId} ${item.partId}`),
    })),
  }
}

/** A description may be left out altogether; begun in one language, it is missed in the others. */
function missingIn(
  { title, abstract }: { title: Localized; abstract: Localized },
  among: readonly Language[],
): Language[] {
  const isDescribed = missingLanguages(abstract, languages).length < languages.length
  const missing = new Set([
    ...missingLanguages(title, among),
    ...(isDescribed ? missingLanguages(abstract, among) : []),
  ])
  return among.filter((language) => missing.has(language))
}

function roomsTaken<Item extends Checked>(byStart: readonly Item[]): AgendaWarning<Item>[] {
  const ofRoom = ({ room }: Item) => (room ? [room.id] : [])
  return clashes(byStart, ofRoom).map(({ item, other }) => ({ kind: 'roomTaken', item, other }))
}

function personsTwice<Item extends Checked>(byStart: readonly Item[]): AgendaWarning<Item>[] {
  const present = ({ roles }: Item) =>
    new Set(roles.flatMap((role) => (role.isDeclined ? [] : (whoIs(role) ?? []))))
  return clashes(byStart, present).flatMap(({ item, other, key }) => {
    const person = item.roles.find((role) => whoIs(role) === key)
    return person ? [{ kind: 'personTwice' as const, item, other, person }] : []
  })
}

/** A name written in is nobody in particular: two people may bear it. */
function whoIs({ personId, attendeeId }: CheckedRole): string | null {
  return personId ?? attendeeId ?? null
}

/** Two items that share time and a key, the earlier first. The items come by their start. */
function clashes<Item extends Span>(byStart: readonly Item[], keysOf: (item: Item) => Iterable<string>) {
  const running = new Map<string, Item[]>()
  const found: { item: Item; other: Item; key: string }[] = []
  for (const item of byStart) {
    for (const key of keysOf(item)) {
      const still = (running.get(key) ?? []).filter(({ endsAt }) => endsAt > item.startsAt)
      found.push(...still.map((earlier) => ({ item: earlier, other: item, key })))
      running.set(key, [...still, item])
    }
  }
  return found
}

function itsPart<Item extends Checked>(item: Item): AgendaWarning<Item>[] {
  const isOutside = item.startsAt < item.part.startsAt || item.endsAt > item.part.endsAt
  return isOutside ? [{ kind: 'outsidePart', item }] : []
}

function itsPeople<Item extends Checked>(item: Item): AgendaWarning<Item>[] {
  const leads = item.roles.some(({ role, isDeclined }) => !isDeclined && /^(chair|moderator)$/.test(role))
  const needsLead = item.kind === 'session' || item.kind === 'panel'
  return [
    ...item.roles
      .filter(({ isDeclined }) => isDeclined)
      .map((person) => ({ kind: 'personDeclined' as const, item, person })),
    ...(needsLead && !leads ? [{ kind: 'chairMissing' as const, item }] : []),
  ]
}

/**
 * Whether those expected find a seat. What runs at the same time in other rooms of the part shares its people in a way
 * that nobody knows, so only the seats of its own sign-up count then.
 */
function itsRoom<Item extends Checked>(
  at: number,
  byStart: readonly Item[],
  all: Expected,
): AgendaWarning<Item>[] {
  const item = byStart[at]
  const capacity = item?.room?.capacity
  if (!capacity) return []
  const signedUp = item.takesSignUps ? item.seats : null
  const expected = signedUp ?? all[item.partId] ?? 0
  if (expected <= capacity || (signedUp === null && hasCompany(at, byStart))) return []
  return [{ kind: 'roomTooSmall', item, expected, capacity }]
}

/** Looks from the item outwards: in a full agenda the very next one is company. */
function hasCompany(at: number, byStart: readonly Checked[]): boolean {
  for (let away = 1; away < byStart.length; away++)
    if (isBeside(byStart[at], byStart[at - away]) || isBeside(byStart[at], byStart[at + away])) return true
  return false
}

function isBeside(item: Checked | undefined, other: Checked | undefined): boolean {
  if (!item || !other || other.partId !== item.partId || other.room?.id === item.room?.id) return false
  return other.startsAt < item.endsAt && item.startsAt < other.endsAt
}

function itsChannels<Item extends Checked>(item: Item): AgendaWarning<Item>[] {
  const { room, interpretedLanguages } = item
  if (!room || isPause(item.kind)) return []
  const [needed, has] = [interpretedLanguages.length, room.channels.length]
  if (needed > has) return [{ kind: 'channelsExceeded', item, needed, has }]
  const unheard = interpretedLanguages.filter((language) => !room.channels.includes(language))
  return unheard.length ? [{ kind: 'channelMissing', item, languages: unheard }] : []
}
