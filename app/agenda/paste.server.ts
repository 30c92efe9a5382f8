import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems, agendaRoles } from '#db/schema/agenda.server.ts'
import { parts } from '#db/schema/events.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { inItsLanguage } from '../directory/names.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { namesOf } from './exchange/texts.ts'
import { type PastedItem, startOf } from './paste.ts'
import { folded } from './paste-columns.ts'
import { roomsOfEvent } from './read.server.ts'
import { addRoom } from './rooms.server.ts'

type Given = {
  id?: string
  partId: string
  items: readonly PastedItem[]
  /** Makes the rooms that are named and not there yet; else such items have no room. */
  makesRooms: boolean
  now: Date
}

/**
 * Adds the items of a pasted table, with their speakers as the table names them. What stands there already, with the
 * same title at the same time, is left out. Refused `notFound` for another event's part, `badDay` when a day or time is
 * none in the event's zone. The form sent twice adds them once.
 */
export async function addItems(
  tx: Tx,
  scope: EventScope,
  { id = newId(), partId, items, makesRooms, now }: Given,
) {
  const event = await lockEvent(tx, scope.eventId)
  const before = await madeBefore(tx, agendaItems, { id, ours: eq(agendaItems.eventId, scope.eventId) })
  if (before) return before.ok ? ({ ok: true, added: 0 } as const) : before
  const [part] = await tx.select({ eventId: parts.eventId }).from(parts).where(eq(parts.id, partId))
  if (part?.eventId !== scope.eventId) return { ok: false, reason: 'notFound' } as const
  const timed = items.flatMap((item) => {
    const [startsAt, endsAt] = [startOf(item, item.from, event.zone), startOf(item, item.to, event.zone)]
    return startsAt && endsAt ? [{ item, startsAt, endsAt }] : []
  })
  if (timed.length < items.length) return { ok: false, reason: 'badDay' } as const
  const there = await titlesThere(
    tx,
    scope,
    timed.map(({ startsAt }) => startsAt),
  )
  const fresh = timed.filter(({ item, startsAt }) => !there.has(keyOf(startsAt, Object.values(item.title))))
  const roomOf = await roomsFor(tx, scope, { names: fresh.map(({ item }) => item.room), makesRooms, now })
  for (const [at, { item, startsAt, endsAt }] of fresh.entries()) {
    const itemId = at === 0 ? id : newId()
    const { title, kind } = item
    const roomId = roomOf.get(folded(item.room)) ?? null
    await tx.insert(agendaItems).values({
      ...{ id: itemId, eventId: scope.eventId, partId, roomId, kind, title, startsAt, endsAt },
      ...{ abstract: {}, spokenLanguages: [], interpretedLanguages: [] },
      ...{ position: at, createdAt: now, updatedAt: now },
    })
    const roles = item.speakers.map((name, rank) => speakerOf(name, { itemId, eventId: scope.eventId, rank }))
    if (roles.length) await tx.insert(agendaRoles).values(roles)
    await note(tx, scope, { action: 'agenda.item.added', subjectId: itemId, after: item, now })
  }
  return { ok: true, added: fresh.length } as const
}

function keyOf(startsAt: Date, titles: readonly string[]): string {
  return `${startsAt.getTime()} ${folded(titles[0] ?? '')}`
}

async function titlesThere(tx: Tx, scope: EventScope, starts: Date[]): Promise<Set<string>> {
  if (!starts.length) return new Set()
  const rows = await tx
    .select({ title: agendaItems.title, startsAt: agendaItems.startsAt, eventId: agendaItems.eventId })
    .from(agendaItems)
    .where(inArray(agendaItems.startsAt, starts))
  return new Set(
    rows
      .filter(({ eventId }) => eventId === scope.eventId)
      .flatMap(({ title, startsAt }) => Object.values(title).map((text) => keyOf(startsAt, [text]))),
  )
}

/** The rooms' ids by their folded names, those that were missing made where they shall be. */
async function roomsFor(
  tx: Tx,
  scope: EventScope,
  { names, makesRooms, now }: { names: string[]; makesRooms: boolean; now: Date },
): Promise<Map<string, string>> {
  const rooms = await roomsOfEvent(tx, scope.eventId)
  const known = new Map(
    rooms.flatMap(({ id, name }) => Object.values(name).map((text) => [folded(text), id] as const)),
  )
  for (const name of makesRooms ? names : []) {
    if (!name || known.has(folded(name))) continue
    const content = { name: inItsLanguage(name.slice(0, 120), null), capacity: null }
    const made = await addRoom(tx, scope, { content, now })
    if (made.ok) known.set(folded(name), made.id)
  }
  return known
}

/** “Dr Noor Hassan, Director General (Ministry of Planning)”: what follows the name is position and organisation. */
function speakerOf(written: string, row: { itemId: string; eventId: string; rank: number }) {
  const organisation = /[(（]([^()（）]+)[)）]\s*$/.exec(written)?.[1]?.trim() ?? ''
  const bare = written.replace(/[(（][^()（）]+[)）]\s*$/, '').trim() || written
  const [name = '', ...position] = bare.split(/[,،]/)
  return {
    ...row,
    id: newId(),
    role: 'speaker' as const,
    honorific: {},
    names: namesOf(name.trim() || bare),
    position: inItsLanguage(position.join(',').trim(), null),
    organisationName: inItsLanguage(organisation, null),
  }
}
