import { type Language, type Localized, languages, localize } from '../i18n/languages.ts'
import type { AgendaItem, AgendaRole } from './read.server.ts'
import type { ItemKind, RoleKind } from './rules.ts'

type Span = { startsAt: Date; endsAt: Date }
type Change<Value> = { before: Value; after: Value }

/** One thing about an item that differs between two versions. */
export type ItemFact =
  | ({ kind: 'time' } & Change<Span>)
  | ({ kind: 'room' | 'track' } & Change<Localized | null>)
  | ({ kind: 'part'; beforeId: string } & Change<Localized>)
  | ({ kind: 'title' } & Change<Localized>)
  | ({ kind: 'kind' } & Change<ItemKind>)
  | ({ kind: 'spoken' | 'interpreted' } & Change<Language[]>)
  | { kind: 'roleAdded' | 'roleRemoved'; role: AgendaRole }
  | ({ kind: 'roleChanged'; role: AgendaRole } & Change<RoleKind>)
  | ({ kind: 'roleRenamed'; role: AgendaRole } & Change<AgendaRole>)
  /** Description; how somebody is printed, or who stands first; channels, sign-up and what only files tell. */
  | { kind: 'abstract' | 'people' | 'details' }

/** What became of an item between two versions: `item` as it is now, or as it last was when it is gone. */
export type AgendaChange = { kind: 'added' | 'removed' | 'changed'; item: AgendaItem; facts: ItemFact[] }

/**
 * What is new, gone or different in `after`, in its order, with what is gone at its old time. Only what readers of an
 * agenda see counts: who wrote it, when, and the names of parts and places, which are the event's, do not.
 */
export function agendaChanges(before: readonly AgendaItem[], after: readonly AgendaItem[]): AgendaChange[] {
  const known = new Map(before.map((item) => [item.id, item]))
  const kept = new Set(after.map(({ id }) => id))
  const changes = after.flatMap((item): AgendaChange[] => {
    const old = known.get(item.id)
    if (!old) return [{ kind: 'added', item, facts: [] }]
    const facts = factsOf(old, item)
    return facts.length ? [{ kind: 'changed', item, facts }] : []
  })
  const gone = before
    .filter(({ id }) => !kept.has(id))
    .map((item): AgendaChange => ({ kind: 'removed', item, facts: [] }))
  return [...changes, ...gone].toSorted((a, b) => a.item.startsAt.getTime() - b.item.startsAt.getTime())
}

/** Whether calendars must be told with a higher SEQUENCE (RFC 5545 §3.8.7.4): another time, room or part. */
export function isMoved({ facts }: AgendaChange): boolean {
  return facts.some(({ kind }) => kind === 'time' || kind === 'room' || kind === 'part')
}

const kinds = ['removed', 'moved', 'room', 'added', 'people', 'other'] as const
export type ChangeKind = (typeof kinds)[number]

/** How many items were taken out, moved in time, moved to another room … each counted once, under what matters most. */
export function countChanges(changes: readonly AgendaChange[]): { kind: ChangeKind; count: number }[] {
  const counted = Map.groupBy(changes, kindOf)
  return kinds.flatMap((kind) => {
    const count = counted.get(kind)?.length ?? 0
    return count ? [{ kind, count }] : []
  })
}

function kindOf({ kind, facts }: AgendaChange): ChangeKind {
  if (kind !== 'changed') return kind
  const has = (...wanted: ItemFact['kind'][]) => facts.some((fact) => wanted.includes(fact.kind))
  if (has('time', 'part')) return 'moved'
  if (has('room')) return 'room'
  return has('roleAdded', 'roleRemoved', 'roleChanged', 'roleRenamed', 'people') ? 'people' : 'other'
}

function factsOf(before: AgendaItem, after: AgendaItem): ItemFact[] {
  const facts: ItemFact[] = []
  const { room, track } = before
  if (!isSame(spanOf(before), spanOf(after)))
    facts.push({ kind: 'time', before: spanOf(before), after: spanOf(after) })
  if (readsDifferently(room?.name, after.room?.name))
    facts.push({ kind: 'room', before: room?.name ?? null, after: after.room?.name ?? null })
  if (before.partId !== after.partId)
    facts.push({ kind: 'part', beforeId: before.partId, before: before.part.name, after: after.part.name })
  if (!isSame(before.title, after.title))
    facts.push({ kind: 'title', before: before.title, after: after.title })
  facts.push(...roleFacts(before.roles, after.roles))
  if (!isSame(before.spokenLanguages, after.spokenLanguages))
    facts.push({ kind: 'spoken', before: before.spokenLanguages, after: after.spokenLanguages })
  if (!isSame(before.interpretedLanguages, after.interpretedLanguages))
    facts.push({
      kind: 'interpreted',
      before: before.interpretedLanguages,
      after: after.interpretedLanguages,
    })
  if (before.kind !== after.kind) facts.push({ kind: 'kind', before: before.kind, after: after.kind })
  if (readsDifferently(track?.name, after.track?.name))
    facts.push({ kind: 'track', before: track?.name ?? null, after: after.track?.name ?? null })
  if (!isSame(before.abstract, after.abstract)) facts.push({ kind: 'abstract' })
  const rest = [detailsOf(before, facts), detailsOf(after, facts)]
  if (!isSame(rest[0], rest[1])) facts.push({ kind: 'details' })
  return facts
}

function spanOf({ startsAt, endsAt }: Span): Span {
  return { startsAt, endsAt }
}

/** What else a reader or a file could see; rooms and tracks only where no fact tells of them already. */
function detailsOf({ room, track, takesSignUps, seats, sourceId, foreign }: AgendaItem, told: ItemFact[]) {
  const isTold = (kind: ItemFact['kind']) => told.some((fact) => fact.kind === kind)
  return {
    room: isTold('room') ? null : { name: room?.name, channels: room?.channels },
    track: isTold('track') ? null : { name: track?.name, colour: track?.colour },
    ...{ takesSignUps, seats, sourceId, foreign },
  }
}

function roleFacts(before: readonly AgendaRole[], after: readonly AgendaRole[]): ItemFact[] {
  const pairs = pairUp(before, after)
  const facts: ItemFact[] = pairs.flatMap(([old, role]): ItemFact[] => {
    if (!old) return [{ kind: 'roleAdded', role }]
    if (!isSame(old.names, role.names)) return [{ kind: 'roleRenamed', role, before: old, after: role }]
    return old.role === role.role ? [] : [{ kind: 'roleChanged', role, before: old.role, after: role.role }]
  })
  const kept = new Set(pairs.map(([old]) => old))
  const gone = before.filter((role) => !kept.has(role))
  facts.push(...gone.map((role): ItemFact => ({ kind: 'roleRemoved', role })))
  const known = pairs.flatMap(([old, role]) => (old ? [[old, role] as const] : []))
  const order = before.filter((role) => kept.has(role))
  const isReprinted = known.some(
    ([old, role], at) => order[at] !== old || !isSame(printed(old), printed(role)),
  )
  return isReprinted ? [...facts, { kind: 'people' }] : facts
}

/** Each role of `after` with the one it was before: by its row, or by who has it where rows were written anew. */
function pairUp(before: readonly AgendaRole[], after: readonly AgendaRole[]) {
  const free = new Set(before)
  const take = (isIt: (role: AgendaRole) => boolean) => {
    const found = [...free].find(isIt)
    if (found) free.delete(found)
    return found
  }
  const byRow = after.map((role) => take(({ id }) => id === role.id))
  return after.map((role, at): [AgendaRole | undefined, AgendaRole] => {
    const same = (other: AgendaRole) => who(other) === who(role)
    return [byRow[at] ?? take((other) => same(other) && other.role === role.role) ?? take(same), role]
  })
}

function who({ personId, attendeeId, names }: AgendaRole): string {
  return personId ?? attendeeId ?? `${names.latin?.full}\n${names.arabic?.full}`
}

function printed({ honorific, position, organisationName, contribution, presented }: AgendaRole) {
  return { honorific, position, organisationName, contribution, presented }
}

/** A translation added where there was none moves nobody; another text where one could be read may. */
function readsDifferently(before: Localized | undefined, after: Localized | undefined): boolean {
  if (!before || !after) return localize(before, 'en') !== localize(after, 'en')
  return languages.some((language) => before[language] && before[language] !== after[language])
}

/** By value. The order of keys says nothing: a database may turn them round. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  if (a instanceof Date || b instanceof Date) return Number(a) === Number(b)
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => isSame(one[key], other[key]))
}
