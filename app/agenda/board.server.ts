import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import type { Language } from '../i18n/languages.ts'
import type { Board, BoardItem } from './board.ts'
import {
  type AgendaItem,
  agendaOfDay,
  daySpan,
  partsOfEvent,
  roomsOfEvent,
  unscheduledItems,
} from './read.server.ts'
import { type Absent, checked } from './warnings.ts'

type EventGiven = { id: string; zone: string; languages: readonly Language[] }

/** What begins on `day` and what waits in the side list, as the grid shows them. */
export async function boardItems(
  read: Reader,
  event: EventGiven,
  { day, absent }: { day: string; absent: Absent },
): Promise<BoardItem[]> {
  const [placed, waiting] = await Promise.all([
    agendaOfDay(read, event, day),
    unscheduledItems(read, event.id),
  ])
  return [
    ...placed.map((item) => onBoard(item, event, absent, true)),
    ...waiting.map((item) => onBoard(item, event, absent, false)),
  ]
}

/** Everything the grid of a day shows: its bounds, its columns and what stands in them. */
export async function readBoard(
  read: Reader,
  event: EventGiven,
  { day, absent }: { day: string; absent: Absent },
): Promise<Board & { items: BoardItem[] }> {
  const [rooms, parts, items] = await Promise.all([
    roomsOfEvent(read, event.id),
    partsOfEvent(read, event.id),
    boardItems(read, event, { day, absent }),
  ])
  const span = daySpan(day, event.zone)
  return {
    day: { startsAt: span?.from.getTime() ?? 0, endsAt: span?.to.getTime() ?? 0 },
    rooms: rooms.map(({ id, name, capacity, channels }) => ({ id, name, capacity, channels })),
    parts: parts.map(({ id, name, startsAt, endsAt }) => ({
      ...{ id, name },
      ...{ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() },
    })),
    items,
  }
}

/** Rises with every write to the event, so that an editor's page knows when there is something new. */
export async function revisionOfEvent(read: Reader, eventId: string): Promise<number> {
  const [event] = await read.select({ revision: events.revision }).from(events).where(eq(events.id, eventId))
  return event?.revision ?? 0
}

function onBoard(
  item: AgendaItem,
  { languages }: Pick<EventGiven, 'languages'>,
  absent: Absent,
  isScheduled: boolean,
): BoardItem {
  const { missing, roles } = checked(item, languages, absent)
  return {
    id: item.id,
    version: item.version,
    kind: item.kind,
    title: item.title,
    partId: item.partId,
    roomId: item.room?.id ?? null,
    trackColour: item.track?.colour ?? null,
    startsAt: item.startsAt.getTime(),
    endsAt: item.endsAt.getTime(),
    isScheduled,
    interpretedLanguages: item.interpretedLanguages,
    takesSignUps: item.takesSignUps,
    seats: item.seats,
    missing,
    roles: roles.map(({ role, personId, attendeeId, names, isDeclined }) => ({
      ...{ role, personId, attendeeId, names, isDeclined },
    })),
  }
}
