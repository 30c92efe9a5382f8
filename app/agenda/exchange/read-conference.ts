import { isZone } from '../../i18n/zoned.ts'
import {
  isRecord,
  type Listed,
  nameOf,
  roomShape,
  type SaidSchedule,
  saidSchedule,
  trackShape,
} from './conference-shape.ts'
import { keptForeign } from './foreign.ts'
import { identified, type Unidentified } from './identity.ts'
import { kindOf } from './kinds.ts'
import { type OwnFields, ownFields } from './own-fields.ts'
import { withOwn } from './own-item.ts'
import { readPersons } from './read-persons.ts'
import {
  type Format,
  type LeftOut,
  longest,
  type Note,
  type ReadFor,
  type ReadItem,
  type ReadSchedule,
  type Remark,
} from './reading.ts'
import { saidTexts, spokenIn } from './said-texts.ts'
import { cutTo, oneLineOf } from './texts.ts'
import { timesOf } from './times.ts'

/** The items of a `schedule.json`, or of a `schedule.xml` brought into the same shape; null when it is no schedule. */
export function readConference(document: unknown, format: Format, readFor: ReadFor): ReadSchedule | null {
  const said = saidSchedule(document)
  if (!said) return null
  const zone = isZone(said.zone) ? said.zone : readFor.zone
  const own = ownFields(said.own)
  const leftOut: LeftOut[] = []
  const found: Unidentified[] = []
  for (const listed of said.events) {
    const item = readEvent(listed, { ...readFor, zone }, own)
    if (item) found.push(item)
    else leftOut.push({ name: nameIn(listed), reason: 'noTime' })
  }
  const { items, twice } = identified(found)
  return {
    format,
    source: oneLineOf(said.source).slice(0, 200),
    version: oneLineOf(said.version).slice(0, 100),
    items,
    ...placesOf(said, own),
    leftOut: [...leftOut, ...twice],
    notes: notesOf(said, items, { zone, readFor }),
    cancelled: [],
  }
}

function readEvent(listed: Listed, readFor: ReadFor, own: OwnFields): Unidentified | null {
  const times = timesOf(listed, readFor.zone)
  if (!times) return null
  const { event } = listed
  const mine = own.items.get(event.guid)
  const texts = saidTexts(event, readFor)
  const persons = readPersons(event.persons, texts.slot)
  const kept = keptForeign({ ...foreignOf(listed), ...texts.foreign, persons: persons.foreign })
  const remarks: Remark[] = [...times.remarks, ...texts.remarks, ...persons.remarks, ...kept.remarks]
  const room = oneLineOf(event.room)
  const item: Omit<ReadItem, 'sourceId'> = {
    kind: kindOf(event.type),
    title: texts.title,
    abstract: texts.abstract,
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    room: cutTo(room, longest.room),
    track: cutTo(oneLineOf(event.track), longest.room),
    ...spokenIn(event.language),
    people: persons.people,
    takesSignUps: false,
    seats: null,
    foreign: kept.foreign,
    remarks:
      room.length > longest.room ? [...remarks, { code: 'nameCut', detail: cutTo(room, 60) }] : remarks,
  }
  const ids = { guid: event.guid, id: event.id, code: event.code, link: event.slug }
  return mine
    ? {
        ids: { ...ids, guid: mine.sourceId ?? event.guid },
        item: withOwn(item, { own: mine, event, language: own.language }),
      }
    : { ids, item }
}

/** What an item of ours has its own places for; everything else is kept as it came. */
const ownPlaces = new Set([
  ...['title', 'subtitle', 'abstract', 'description', 'persons', 'speakers'],
  ...['date', 'start', 'end', 'duration', 'room', 'track'],
])

function foreignOf({ all }: Listed): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !ownPlaces.has(name)))
}

function nameIn({ event }: Listed): string {
  return cutTo(oneLineOf(nameOf(event.title) || event.slug || event.guid || event.id), 120)
}

function placesOf(said: SaidSchedule, own: OwnFields): Pick<ReadSchedule, 'rooms' | 'tracks'> {
  const key = (name: string) => cutTo(oneLineOf(name), longest.room)
  const rooms = said.rooms.filter(isRecord).map((given) => {
    const { name, capacity } = roomShape.parse(given)
    return { key: key(nameOf(name)), name: {}, capacity, channels: [] }
  })
  const tracks = said.tracks.filter(isRecord).map((given) => {
    const { name, color } = trackShape.parse(given)
    return { key: key(nameOf(name)), name: {}, colour: color || null }
  })
  // Ours come first: they say the same and more.
  return { rooms: [...own.rooms, ...rooms].slice(0, 500), tracks: [...own.tracks, ...tracks].slice(0, 500) }
}

function notesOf(
  said: SaidSchedule,
  items: readonly ReadItem[],
  { zone, readFor }: { zone: string; readFor: ReadFor },
): Note[] {
  const isOther = zone !== readFor.zone
  const hasKept = items.some(({ foreign }) =>
    ['links', 'attachments', 'persons', 'logo'].some((name) => name in foreign),
  )
  return [
    ...(isOther ? [{ code: 'zoneOther' as const, detail: zone }] : []),
    ...(said.own === undefined && hasKept ? [{ code: 'kept' as const }] : []),
  ]
}
