import type { Board, BoardItem } from '#app/agenda/board.ts'
import { formatTimeRange, isolate } from '#app/i18n/format.ts'
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
