import type { EventScope } from '../../app/accounts/scope.server.ts'
import { releaseAgenda } from '../../app/agenda/release.server.ts'
import { addPerson } from '../../app/agenda/roles.server.ts'
import { addRoom } from '../../app/agenda/rooms.server.ts'
import { addItem, editItem, type ItemContent } from '../../app/agenda/schedule.server.ts'
import { addTrack } from '../../app/agenda/tracks.server.ts'
import type { Localized } from '../../app/i18n/languages.ts'
import type { Tx } from '../client.server.ts'
import { agenda, tracks, versionNotes } from './agenda.server.ts'
import type { DemoDays } from './days.server.ts'
import type { DemoDirectory } from './directory.server.ts'
import { rooms } from './event.server.ts'
import { granted } from './granted.server.ts'
import type { DemoParts } from './programme.server.ts'

type Given = { parts: DemoParts; directory: DemoDirectory; days: DemoDays }
type DemoItem = (typeof agenda)[number]

/** The rooms, the tracks and the agenda of the meeting's day in its three versions. */
export async function buildAgenda(
  tx: Tx,
  scope: EventScope,
  { parts, directory, days }: Given,
): Promise<void> {
  const places = await addPlaces(tx, scope, days.ago(29, '11:10'))
  const contentOf = (item: DemoItem): ItemContent => ({
    partId: parts.meeting,
    roomId: places.get(item.room) ?? null,
    trackId: places.get(item.track ?? '') ?? null,
    kind: item.kind,
    title: item.title,
    abstract: item.abstract ?? {},
    startsAt: days.at(days.meeting, item.from),
    endsAt: days.at(days.meeting, item.to),
    spokenLanguages: item.spoken ?? [],
    interpretedLanguages: item.interpreted ?? [],
  })
  const itemIds = new Map<DemoItem, string>()
  const name = async (isLate: boolean, now: Date) => {
    for (const [item, itemId] of itemIds)
      for (const { role, person, ...one } of item.roles ?? [])
        if (Boolean(one.isLate) === isLate) {
          const personId = directory.persons.get(person) ?? ''
          granted(await addPerson(tx, scope, { itemId, personId, role, now }))
        }
  }
  const release = async (note: Localized | undefined, now: Date) =>
    granted(await releaseAgenda(tx, scope, { note: note ?? {}, now }))

  for (const item of agenda) {
    const content = contentOf({ ...item, ...item.first })
    itemIds.set(item, granted(await addItem(tx, scope, { content, now: days.ago(29, '11:10') })).id)
  }
  await name(false, days.ago(29, '11:40'))
  await release(undefined, days.ago(26, '09:00'))

  for (const [item, itemId] of itemIds)
    if (item.first)
      granted(await editItem(tx, scope, { itemId, content: contentOf(item), now: days.ago(13, '14:05') }))
  await release(versionNotes[0], days.ago(13, '14:20'))

  await name(true, days.ago(5, '10:15'))
  await release(versionNotes[1], days.ago(5, '10:20'))
}

/** Rooms and tracks by their keys. */
async function addPlaces(tx: Tx, scope: EventScope, now: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key, ...room } of rooms) {
    const content = { ...room, channels: [...room.channels] }
    ids.set(key, granted(await addRoom(tx, scope, { content, now })).id)
  }
  for (const { key, ...content } of tracks)
    ids.set(key, granted(await addTrack(tx, scope, { content, now })).id)
  return ids
}
