import { useMemo } from 'react'
import { type BoardItem as Item, lanesOf, type Shown } from '#app/agenda/board.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { BoardItem } from './board-item.tsx'
import { columnPx, minutePx, sized, timesPx, topOf } from './board-size.ts'
import type { BoardState } from './use-board.ts'

const hour = 3_600_000

/** Times down, rooms across, and the items of the day between them. */
export function BoardField({ board }: { board: BoardState }) {
  const { placed, hours, columns, words, shown, speech, address } = board
  const t = useText()
  const places = useMemo(() => placesOf(placed, hours, columns), [placed, hours, columns])
  const size = {
    'inline-size': columns.length * columnPx,
    'block-size': ((hours.endsAt - hours.startsAt) / 60_000) * minutePx,
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: many rooms are wider than a screen; keys must reach them too.
    <section className="board-scroll" aria-label={t('planner:board.grid')} tabIndex={0}>
      <div className="board-sheet" ref={sized({ 'inline-size': columns.length * columnPx + timesPx })}>
        <Heads board={board} />
        <div className="board-body">
          <Times hours={hours} zone={speech.zone} language={speech.language} />
          <div className="board-field" ref={sized(size)}>
            {placed.map((item) => {
              const place = places.get(item.id)
              return (
                place && (
                  <BoardItem
                    key={item.id}
                    {...{ item, speech, address, place }}
                    warned={words.get(item.id) ?? ''}
                    isNew={shown.foreign.has(item.id)}
                  />
                )
              )
            })}
            <div className="board-target" hidden />
          </div>
        </div>
      </div>
    </section>
  )
}

type Place = { top: number; height: number; start: number; width: number }
const known = new WeakMap<Item, Place>()

/** Where each item is drawn. An item whose place did not change keeps the very object, so that it is not drawn again. */
function placesOf(
  items: readonly Item[],
  hours: Shown,
  columns: readonly (string | null)[],
): Map<string, Place> {
  const byRoom = Map.groupBy(items, ({ roomId }) => roomId)
  const at = new Map(columns.map((id, column) => [id, column]))
  const places = new Map<string, Place>()
  for (const [roomId, ofRoom] of byRoom) {
    const lanes = lanesOf(ofRoom)
    for (const item of ofRoom) {
      const { lane, lanes: count } = lanes.get(item.id) ?? { lane: 0, lanes: 1 }
      const width = (columnPx - 6) / count
      const place = {
        top: topOf(item.startsAt, hours),
        height: ((item.endsAt - item.startsAt) / 60_000) * minutePx - 1,
        start: (at.get(roomId) ?? columns.length - 1) * columnPx + 3 + lane * width,
        width: width - 1,
      }
      const before = known.get(item)
      const isSame =
        before && (Object.keys(place) as (keyof Place)[]).every((key) => before[key] === place[key])
      if (!isSame) known.set(item, place)
      places.set(item.id, isSame ? before : place)
    }
  }
  return places
}

function Heads({ board: { loaded, speech } }: { board: BoardState }) {
  const t = useText()
  return (
    <div className="board-heads" ref={sized({ 'padding-inline-start': timesPx })}>
      {loaded.rooms.map(({ id, name, capacity }) => (
        <p key={id} className="board-head" ref={sized({ 'inline-size': columnPx })}>
          <LocalizedText text={name} language={speech.language} />
          {capacity !== null && (
            <span className="muted small">{t('planner:board.seats', { count: capacity })}</span>
          )}
        </p>
      ))}
      <p className="board-head muted" ref={sized({ 'inline-size': columnPx })}>
        {t('agenda:item.noRoom')}
      </p>
    </div>
  )
}

function Times({
  hours,
  zone,
  language,
}: {
  hours: Shown
  zone: string
  language: BoardState['speech']['language']
}) {
  const count = Math.ceil((hours.endsAt - hours.startsAt) / hour)
  const starts = Array.from({ length: count }, (_, at) => hours.startsAt + at * hour)
  return (
    <div className="board-times" ref={sized({ 'inline-size': timesPx })} aria-hidden="true">
      {starts.map((at) => (
        <p key={at} ref={sized({ 'block-size': 60 * minutePx })}>
          <bdi>{formatInstant(new Date(at), 'time', language, zone)}</bdi>
        </p>
      ))}
    </div>
  )
}
