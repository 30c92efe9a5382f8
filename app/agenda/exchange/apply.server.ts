import { and, eq, max, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { agendaItems, agendaTracks } from '#db/schema/agenda.server.ts'
import { agendaImported } from '#db/schema/agenda-imports.server.ts'
import { rooms } from '#db/schema/events.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { lockEvent } from '../../events/lock.server.ts'
import { note } from '../../events/note.server.ts'
import { withoutPause } from '../../uploads/pause.server.ts'
import { releasePapersOfItem } from '../papers.server.ts'
import { takePeople } from './apply-people.server.ts'
import type { Choices } from './choices.ts'
import { digestOf, fieldOf } from './facts.ts'
import { type KnownItem, readKnownAgenda } from './known.server.ts'
import { type Plan, type PlannedItem, planImport } from './plan.ts'
import type { ReadSchedule } from './reading.ts'
import { type ImportReport, reportOf } from './report.ts'

type Taking = {
  schedule: ReadSchedule
  choices: Choices
  /** Of items that are gone from the file, those to be removed here; `all` for every one. */
  remove: ReadonlySet<string> | 'all'
  fileName: string
  now: Date
}

/**
 * Takes a schedule into the agenda: plans it against the agenda as it is now, and writes what is new or changed, and
 * removes what shall be. Refused as `noParts` while there is no part that items could belong to.
 */
export async function takeSchedule(
  tx: Tx,
  scope: EventScope,
  { schedule, choices, remove, fileName, now }: Taking,
): Promise<{ ok: true; report: ImportReport } | { ok: false; reason: 'noParts' }> {
  await lockEvent(tx, scope.eventId)
  const agenda = await readKnownAgenda(tx, scope, withoutPause)
  const plan = await planImport(schedule, agenda, choices, withoutPause)
  if (!plan) return { ok: false, reason: 'noParts' }
  const places = await makePlaces(tx, scope, plan)
  const writing: Writing = { scope, source: schedule.source, places, now }
  await insertNew(
    tx,
    plan.items.filter(({ known }) => !known).map((planned) => ({ ...planned, id: newId() })),
    writing,
  )
  for (const planned of plan.items) if (planned.known) await updateKnown(tx, planned, planned.known, writing)
  const removed = plan.gone.filter(({ id }) => remove === 'all' || remove.has(id))
  for (const item of removed) await removeGone(tx, item, writing)
  const report = reportOf(plan, schedule, removed.length)
  await note(tx, scope, {
    action: 'agenda.imported',
    after: { fileName, source: schedule.source, version: schedule.version, ...report.counts },
    now,
  })
  return { ok: true, report }
}

type Ids = { room: ReadonlyMap<string, string>; track: ReadonlyMap<string, string> }
type Writing = { scope: EventScope; source: string; places: Ids; now: Date }

/** Makes the rooms and tracks that the file names and we have not, after the others. */
async function makePlaces(
  tx: Tx,
  scope: EventScope,
  { rooms: ofRooms, tracks: ofTracks }: Plan,
): Promise<Ids> {
  const { eventId } = scope
  const [room, track] = [new Map(ofRooms.ids), new Map(ofTracks.ids)]
  const [lastRoom] = await tx
    .select({ at: max(rooms.position) })
    .from(rooms)
    .where(eq(rooms.eventId, eventId))
  const [lastTrack] = await tx
    .select({ at: max(agendaTracks.position) })
    .from(agendaTracks)
    .where(eq(agendaTracks.eventId, eventId))
  let position = (lastRoom?.at ?? -1) + 1
  for (const [key, content] of ofRooms.toMake) {
    const id = newId()
    await tx.insert(rooms).values({ ...content, id, eventId, position: position++ })
    room.set(key, id)
  }
  position = (lastTrack?.at ?? -1) + 1
  for (const [key, content] of ofTracks.toMake) {
    const id = newId()
    await tx.insert(agendaTracks).values({ ...content, id, eventId, position: position++ })
    track.set(key, id)
  }
  return { room, track }
}

const rowsAtOnce = 40

async function insertNew(
  tx: Tx,
  items: readonly (PlannedItem & { id: string })[],
  writing: Writing,
): Promise<void> {
  const { scope, places, now } = writing
  const together = new Map<number, number>()
  for (let at = 0; at < items.length; at += rowsAtOnce) {
    const some = items.slice(at, at + rowsAtOnce)
    await tx.insert(agendaItems).values(
      some.map(({ id, item, partId }) => {
        const position = together.get(item.startsAt) ?? 0
        together.set(item.startsAt, position + 1)
        return {
          id,
          eventId: scope.eventId,
          partId,
          roomId: places.room.get(item.room) ?? null,
          trackId: places.track.get(item.track) ?? null,
          kind: item.kind,
          title: item.title,
          abstract: item.abstract,
          startsAt: new Date(item.startsAt),
          endsAt: new Date(item.endsAt),
          spokenLanguages: item.spokenLanguages,
          interpretedLanguages: item.interpretedLanguages,
          takesSignUps: item.takesSignUps,
          seats: item.seats,
          sourceId: item.sourceId,
          foreign: item.foreign,
          position,
          createdAt: now,
          updatedAt: now,
        }
      }),
    )
    await tx.insert(agendaImported).values(some.map((planned) => importedRow(planned, planned.id, writing)))
    await takePeople(
      tx,
      scope,
      some.map(({ id, item }) => ({ itemId: id, before: [], people: item.people })),
    )
  }
}

async function updateKnown(tx: Tx, planned: PlannedItem, known: KnownItem, writing: Writing): Promise<void> {
  const { scope, now } = writing
  const { item, taken, partId } = planned
  const row = importedRow(planned, known.id, writing)
  if (!isSameImport(row, known.imported)) {
    await tx.delete(agendaImported).where(eq(agendaImported.itemId, known.id))
    await tx.insert(agendaImported).values(row)
  }
  if (!taken.size) return
  await tx
    .update(agendaItems)
    .set({
      ...takenValues(planned, known, writing),
      partId,
      version: sql`${agendaItems.version} + 1`,
      updatedAt: now,
    })
    .where(and(eq(agendaItems.id, known.id), eq(agendaItems.eventId, scope.eventId)))
  if (taken.has('people'))
    await takePeople(tx, scope, [{ itemId: known.id, before: known.people, people: item.people }])
}

/** The columns of what is taken from the file; everything else stays as it is here. */
function takenValues({ item, taken }: PlannedItem, known: KnownItem, { places }: Writing) {
  const text = (name: 'title' | 'abstract') => {
    const languages = [...taken]
      .filter((fact) => fieldOf(fact) === name)
      .map((fact) => fact.slice(name.length + 1))
    const merged = Object.entries({
      ...known[name],
      ...Object.fromEntries(languages.map((one) => [one, undefined])),
    })
    const said = Object.entries(item[name]).filter(([language]) => languages.includes(language))
    return Object.fromEntries([...merged, ...said].filter(([, value]) => value))
  }
  return {
    title: text('title'),
    abstract: text('abstract'),
    ...(taken.has('time') && { startsAt: new Date(item.startsAt), endsAt: new Date(item.endsAt) }),
    ...(taken.has('room') && { roomId: places.room.get(item.room) ?? null }),
    ...(taken.has('track') && { trackId: places.track.get(item.track) ?? null }),
    ...(taken.has('kind') && { kind: item.kind }),
    ...(taken.has('languages') && {
      spokenLanguages: item.spokenLanguages,
      interpretedLanguages: item.interpretedLanguages,
    }),
    ...(taken.has('signUp') && { takesSignUps: item.takesSignUps, seats: item.seats }),
    ...(taken.has('foreign') && { foreign: item.foreign }),
  }
}

/** What this file told of an item, as the next import will compare it. */
function importedRow({ item, facts }: PlannedItem, itemId: string, { scope, source, places }: Writing) {
  const [roomId, trackId] = [places.room.get(item.room) ?? null, places.track.get(item.track) ?? null]
  const told = new Map([...facts, ['room', roomId ?? ''], ['track', trackId ?? '']])
  return {
    itemId,
    eventId: scope.eventId,
    source,
    digests: Object.fromEntries([...told].map(([name, text]) => [name, digestOf(text)])),
    places: { room: item.room, roomId, track: item.track, trackId },
  }
}

function isSameImport(row: ReturnType<typeof importedRow>, before: KnownItem['imported']): boolean {
  if (!before || before.source !== row.source) return false
  const names = new Set([...Object.keys(before.digests), ...Object.keys(row.digests)])
  return (
    [...names].every((name) => before.digests[name] === row.digests[name]) &&
    before.places.room === row.places.room &&
    before.places.track === row.places.track
  )
}

async function removeGone(tx: Tx, item: KnownItem, { scope, now }: Writing): Promise<void> {
  const { people: _, imported: __, ...before } = item
  await releasePapersOfItem(tx, scope, item.id)
  await tx.delete(agendaItems).where(and(eq(agendaItems.id, item.id), eq(agendaItems.eventId, scope.eventId)))
  await note(tx, scope, { action: 'agenda.item.removed', subjectId: item.id, before, now })
}
