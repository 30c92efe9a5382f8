import type { Board, BoardItem } from '#app/agenda/board.ts'
import { comma, formatTimeRange, isolate } from '#app/i18n/format.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'

export type Speech = { t: Translator; language: Language; zone: string; board: Board }

export function titleOf(item: BoardItem, { language }: Pick<Speech, 'language'>): string {
  return isolate(localize(item.title, language))
}

/** Where something is now, as the live region says it and as its label reads. */
export function whereIs(item: BoardItem, { t, language, zone, board }: Speech): string {
  if (!item.isScheduled) return t('planner:board.inSideList')
  const room = board.rooms.find(({ id }) => id === item.roomId)
  const time = formatTimeRange(new Date(item.startsAt), new Date(item.endsAt), language, zone)
  return t('planner:board.where', {
    time: isolate(time),
    room: room ? isolate(localize(room.name, language)) : t('agenda:item.noRoom'),
  })
}

/** What an item is called for those who hear it: all that is to be seen of it, in that order, and then the rest. */
export function labelOf(item: BoardItem, { t, language, zone, board }: Speech, warned = ''): string {
  const room = board.rooms.find(({ id }) => id === item.roomId)
  const time = formatTimeRange(new Date(item.startsAt), new Date(item.endsAt), language, zone)
  const place = room ? localize(room.name, language) : t('agenda:item.noRoom')
  const where = item.isScheduled ? place : t('planner:board.inSideList')
  return [`${localize(item.title, language)} ${time}`, where, warned].filter(Boolean).join(comma(language))
}
