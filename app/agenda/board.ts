import type { PersonNames } from '#db/schema/directory.server.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import type { Place } from './place.ts'
import type { ItemKind, RoleKind } from './rules.ts'

/*
 * The grid an agenda is edited in: pure rules of times and columns, shared by the browser, which draws and moves, and
 * by the server, which says what is on it.
 */

/** Times snap to so many minutes. */
export const stepMinutes = 5
const minute = 60_000
const hour = 60 * minute
const step = stepMinutes * minute

export type Shown = { startsAt: number; endsAt: number }

/** An item as the grid is sent it; times in milliseconds. */
export type BoardItem = {
  id: string
  version: number
  kind: ItemKind
  title: Localized
  partId: string
  roomId: string | null
  trackColour: string | null
  startsAt: number
  endsAt: number
  isScheduled: boolean
  interpretedLanguages: Language[]
  takesSignUps: boolean
  seats: number | null
  missing: Language[]
  roles: {
    role: RoleKind
    personId: string | null
    attendeeId: string | null
    names: PersonNames
    isDeclined: boolean
  }[]
}
export type BoardRoom = { id: string; name: Localized; capacity: number | null; channels: Language[] }
export type BoardPart = { id: string; name: Localized; startsAt: number; endsAt: number }
/** `day`: from its midnight to the next, in the event's zone. */
export type Board = { day: Shown; rooms: BoardRoom[]; parts: BoardPart[] }

/** An item of the grid as warnings want it. */
export function checkedOnBoard(items: readonly BoardItem[], { rooms, parts }: Board) {
  const roomOf = new Map(rooms.map((room) => [room.id, room]))
  const partOf = new Map(
    parts.map(({ id, name, startsAt, endsAt }) => [
      id,
      { name, startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
    ]),
  )
  return items.flatMap((item) => {
    const part = partOf.get(item.partId)
    return part && item.isScheduled
      ? [
          {
            ...item,
            part,
            room: roomOf.get(item.roomId ?? '') ?? null,
            startsAt: new Date(item.startsAt),
            endsAt: new Date(item.endsAt),
          },
        ]
      : []
  })
}

/** From which hour to which a day is drawn: its items and parts, an hour more on each side to drag into. */
export function shownHours(day: Shown, items: readonly Shown[], parts: readonly Shown[]): Shown {
  const onDay = ({ startsAt, endsAt }: Shown) => startsAt < day.endsAt && endsAt > day.startsAt
  // A part of several days says nothing about the hours of a day between its first and last.
  const all = [...items, ...parts.filter((part) => part.endsAt - part.startsAt <= 24 * hour)].filter(onDay)
  const first = all.length ? Math.min(...all.map(({ startsAt }) => startsAt)) : day.startsAt + 8 * hour
  const last = all.length ? Math.max(...all.map(({ endsAt }) => endsAt)) : day.startsAt + 18 * hour
  const from = Math.max(day.startsAt, Math.floor((first - day.startsAt) / hour - 1) * hour + day.startsAt)
  const to = Math.ceil((last - day.startsAt) / hour + 1) * hour + day.startsAt
  // What ends after midnight is drawn whole, but nothing can begin there.
  return {
    startsAt: from,
    endsAt: Math.max(Math.min(to, day.endsAt), Math.ceil((last - from) / hour) * hour + from),
  }
}

/** Items of one room side by side where they overlap: each with its lane and how many lanes there are. */
export function lanesOf<Item extends Shown & { id: string }>(
  items: readonly Item[],
): Map<string, { lane: number; lanes: number }> {
  const placed = new Map<string, { lane: number; lanes: number }>()
  let run: { id: string; lane: number }[] = []
  let ends: number[] = []
  const close = () => {
    for (const { id, lane } of run) placed.set(id, { lane, lanes: ends.length })
    run = []
    ends = []
  }
  for (const item of items.toSorted((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt)) {
    if (ends.every((end) => end <= item.startsAt)) close()
    const free = ends.findIndex((end) => end <= item.startsAt)
    const lane = free < 0 ? ends.length : free
    ends[lane] = item.endsAt
    run.push({ id: item.id, lane })
  }
  close()
  return placed
}

/** The nearest step. */
export function snapped(at: number): number {
  return Math.round(at / step) * step
}

type Moving = Pick<BoardItem, 'startsAt' | 'endsAt' | 'roomId'>
export type Shift = { minutes: number; columns: number }

/**
 * The item's place after a move by so many minutes and columns; it begins within the day, and stays within the columns.
 * `columns` are the rooms' ids in their order, null for “no room”.
 */
export function movedBy(
  item: Moving,
  { minutes, columns: by }: Shift,
  { day, columns }: { day: Shown; columns: readonly (string | null)[] },
): Moving {
  const at = Math.max(columns.indexOf(item.roomId), 0)
  const column = Math.min(Math.max(at + by, 0), columns.length - 1)
  const length = item.endsAt - item.startsAt
  const wanted = minutes === 0 ? item.startsAt : snapped(item.startsAt + minutes * minute)
  const startsAt = Math.min(Math.max(wanted, day.startsAt), day.endsAt - step)
  return { startsAt, endsAt: startsAt + length, roomId: columns[column] ?? null }
}

/** The item's times when one of its edges moves: five minutes remain at least, a day at most. */
export function resizedBy(item: Moving, edge: 'start' | 'end', minutes: number, day: Shown): Moving {
  if (edge === 'start') {
    const wanted = snapped(item.startsAt + minutes * minute)
    const startsAt = Math.max(Math.min(wanted, item.endsAt - step), day.startsAt)
    return { ...item, startsAt }
  }
  const wanted = snapped(item.endsAt + minutes * minute)
  const endsAt = Math.min(Math.max(wanted, item.startsAt + step), item.startsAt + 24 * hour)
  return { ...item, endsAt }
}

/** A step that can be taken back and taken again: what was asked for, and what it was before. */
export type Step = { itemId: string; before: Place; after: Place }
export type Verb = 'place' | 'resize' | 'schedule' | 'unschedule'

/** The verb that leads from one place to another. */
export function verbFor(before: Place, after: Place): Verb {
  if (before.isScheduled && !after.isScheduled) return 'unschedule'
  if (!before.isScheduled && after.isScheduled) return 'schedule'
  const length = ({ startsAt, endsAt }: Place) => endsAt.getTime() - startsAt.getTime()
  return length(before) === length(after) ? 'place' : 'resize'
}
