import { isArabicScript, likelyLanguage } from '../../directory/names.ts'
import type { Language, Localized } from '../../i18n/languages.ts'
import { nearestColour } from '../track-colours.ts'
import { trackColours } from '../tracks.ts'
import type { ReadSchedule } from './reading.ts'

type Named = { id: string; name: Localized }
export type NewRoom = { name: Localized; capacity: number | null; channels: Language[] }
export type NewTrack = { name: Localized; colour: string }

/** Which room or track of ours each name of the file means, and what is to be made for those that we have not. */
export type Places<New> = { ids: Map<string, string>; toMake: Map<string, New> }

type Given = {
  schedule: Pick<ReadSchedule, 'items' | 'rooms' | 'tracks' | 'format'>
  known: readonly Named[]
  /** What the names of earlier files became, which may be called otherwise since. */
  before: ReadonlyMap<string, string>
  languages: readonly Language[]
}

export function roomsFor(given: Given): Places<NewRoom> {
  const described = new Map(given.schedule.rooms.toReversed().map((room) => [room.key, room]))
  return placesFor(given, 'room', (key) => {
    const room = described.get(key)
    return {
      name: nameFor(key, room?.name, given.languages),
      capacity: room?.capacity ?? null,
      channels: room?.channels ?? [],
    }
  })
}

/** Tracks without a colour take the palette's in turn. */
export function tracksFor(given: Given): Places<NewTrack> {
  const described = new Map(given.schedule.tracks.toReversed().map((track) => [track.key, track]))
  let next = given.known.length
  return placesFor(given, 'track', (key) => {
    const track = described.get(key)
    const said = track?.colour ?? ''
    const own = trackColours.find((colour) => colour === said) ?? nearestColour(said)
    return {
      name: nameFor(key, track?.name, given.languages),
      colour: own ?? trackColours[next++ % trackColours.length] ?? 'teal',
    }
  })
}

function placesFor<New extends { name: Localized }>(
  { schedule, known, before }: Given,
  field: 'room' | 'track',
  make: (key: string) => New,
): Places<New> {
  const byName = new Map(
    known
      .toReversed()
      .flatMap(({ id, name }) => Object.values(name).map((one): [string, string] => [folded(one), id])),
  )
  const ids = new Map<string, string>()
  const toMake = new Map<string, New>()
  for (const key of new Set(schedule.items.map((item) => item[field]))) {
    if (!key) continue
    const own = make(key)
    const id =
      before.get(key) ??
      byName.get(folded(key)) ??
      Object.values(own.name).flatMap((name) => byName.get(folded(name)) ?? [])[0] ??
      (schedule.format === 'ics' ? byName.get(folded(key.split(/[,،] /)[0] ?? '')) : undefined)
    if (id) ids.set(key, id)
    else toMake.set(key, own)
  }
  return { ids, toMake }
}

function nameFor(key: string, own: Localized | undefined, languages: readonly Language[]): Localized {
  if (own && Object.values(own).some(Boolean)) return own
  return { [isArabicScript(key) ? likelyLanguage(key, null) : (languages[0] ?? 'en')]: key }
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}
