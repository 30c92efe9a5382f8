import type { Localized } from '../../i18n/languages.ts'
import type { Pause } from '../../uploads/pause.server.ts'
import type { Choices } from './choices.ts'
import { digestOf, type Facts, type Field, factsOf, fieldOf, fields } from './facts.ts'
import type { KnownAgenda, KnownItem } from './known.server.ts'
import { holds, partFor } from './parts.ts'
import { type NewRoom, type NewTrack, type Places, roomsFor, tracksFor } from './places.ts'
import type { ReadItem, ReadSchedule, Remark } from './reading.ts'

export type Outcome = 'new' | 'changed' | 'same'

/** What taking a file would do with one of its items. */
export type PlannedItem = {
  item: ReadItem
  known: KnownItem | null
  outcome: Outcome
  partId: string
  /** The facts that are taken from the file. */
  taken: ReadonlySet<string>
  facts: Facts
  /** What of the item changes, for the reader. */
  changed: Field[]
  remarks: Remark[]
}

export type Plan = {
  items: PlannedItem[]
  rooms: Places<NewRoom>
  tracks: Places<NewTrack>
  /** Brought by an earlier file of this schedule, and not in this one any more, or cancelled by it. */
  gone: KnownItem[]
}

/**
 * Compares a file with the agenda as it is: by the id that the file gives an item, or by ours where the file is an
 * export of this event. Null while the event has no part that items could belong to.
 */
export async function planImport(
  schedule: ReadSchedule,
  agenda: KnownAgenda,
  choices: Choices,
  pause: Pause,
): Promise<Plan | null> {
  if (!agenda.parts.length) return null
  const shared = { schedule, languages: agenda.languages }
  const rooms = roomsFor({ ...shared, known: agenda.rooms, before: agenda.roomsBefore })
  const tracks = tracksFor({ ...shared, known: agenda.tracks, before: agenda.tracksBefore })
  const book = bookOf(agenda.items)
  const items: PlannedItem[] = []
  for (const item of schedule.items) {
    items.push(planItem(item, book.take(item.sourceId), { agenda, choices, rooms, tracks }))
    await pause()
  }
  const cancelled = new Set(schedule.cancelled.flatMap((id) => book.take(id) ?? []))
  const gone = agenda.items.filter(
    (known) => cancelled.has(known) || (known.imported?.source === schedule.source && !book.isTaken(known)),
  )
  return { items, rooms, tracks, gone }
}

/** The items of the agenda by the ids a file may call them; each is found once. */
function bookOf(items: readonly KnownItem[]) {
  const bySource = new Map(items.flatMap((item) => (item.sourceId ? [[item.sourceId, item] as const] : [])))
  const byId = new Map(items.map((item) => [item.id, item]))
  const taken = new Set<KnownItem>()
  return {
    take(sourceId: string): KnownItem | null {
      // Calendars of ours write `<id>@<host>`.
      const found = bySource.get(sourceId) ?? byId.get(sourceId) ?? byId.get(sourceId.split('@')[0] ?? '')
      if (!found || taken.has(found)) return null
      taken.add(found)
      return found
    },
    isTaken: (item: KnownItem) => taken.has(item),
  }
}

type Around = { agenda: KnownAgenda; choices: Choices; rooms: Places<NewRoom>; tracks: Places<NewTrack> }

function planItem(item: ReadItem, known: KnownItem | null, around: Around): PlannedItem {
  const { agenda, choices, rooms, tracks } = around
  const facts = factsOf(item, { room: placeOf(rooms, item.room), track: placeOf(tracks, item.track) })
  const { taken, kept, replaced } = known ? compared(facts, known, choices) : everything(facts)
  const part = partOf(item, known && !taken.has('time') ? known : null, { agenda, choices, known })
  const remarks: Remark[] = [...item.remarks]
  if (part && !holds(part, item)) remarks.push({ code: 'outsideParts' })
  if (kept.length) remarks.push({ code: 'editedKept', detail: fieldsIn(kept).join(' ') })
  if (replaced.length) remarks.push({ code: 'editedReplaced', detail: fieldsIn(replaced).join(' ') })
  return {
    item,
    known,
    outcome: known ? (taken.size ? 'changed' : 'same') : 'new',
    partId: part?.id ?? '',
    taken,
    facts,
    changed: known ? fieldsIn([...taken]) : [],
    remarks,
  }
}

/** The id of a room or track, or what stands for one that is to be made. */
function placeOf(places: Places<unknown>, key: string): string {
  return key ? (places.ids.get(key) ?? `+${key}`) : ''
}

type Compared = { taken: Set<string>; kept: string[]; replaced: string[] }

function everything(facts: Facts): Compared {
  return { taken: new Set(facts.keys()), kept: [], replaced: [] }
}

/** What the file changes, where nobody edited it here since the last import, or where the file shall count all the same. */
function compared(facts: Facts, known: KnownItem, { edits }: Choices): Compared {
  const before = known.imported?.digests ?? {}
  const now = factsOf(known, { room: known.roomId ?? '', track: known.trackId ?? '' })
  const found: Compared = { taken: new Set(), kept: [], replaced: [] }
  for (const name of new Set([...facts.keys(), ...Object.keys(before)])) {
    const [here, there] = [now.get(name) ?? '', facts.get(name) ?? '']
    if (here === there) continue
    const last = before[name]
    const isEdited = last === undefined ? here !== '' : last !== digestOf(here)
    if (!isEdited) found.taken.add(name)
    else if (edits === 'keep') found.kept.push(name)
    else {
      found.taken.add(name)
      found.replaced.push(name)
    }
  }
  return found
}

function fieldsIn(names: readonly string[]): Field[] {
  const found = new Set(names.map(fieldOf))
  return fields.filter((field) => found.has(field))
}

function partOf(
  item: ReadItem,
  staying: KnownItem | null,
  { agenda, choices, known }: { agenda: KnownAgenda; choices: Choices; known: KnownItem | null },
) {
  const own = (id: string | null | undefined) => agenda.parts.find((part) => part.id === id)
  if (staying) return own(staying.partId) ?? null
  const chosen = own(choices.partId)
  if (chosen) return own(known?.partId) ?? chosen
  return partFor(agenda.parts, item)
}

/** The title of an item as it will be called. */
export function titleOf({ item, known }: Pick<PlannedItem, 'item' | 'known'>): Localized {
  return { ...known?.title, ...item.title }
}
