import { useLoaderData } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { gridOf } from '#app/agenda/layout.ts'
import { formatInstant, formatTimeRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Board } from './board.tsx'
import type { loader } from './route.tsx'

/** The day as a grid: a table to read as the page comes, the board to work on once script is there. */
export function DayGrid() {
  const { board } = useLoaderData<typeof loader>()
  const [hasScript, setHasScript] = useState(false)
  useEffect(() => setHasScript(true), [])
  if (!board) return null
  return hasScript ? <Board loaded={board} /> : <DayTable board={board} />
}

type Loaded = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['board']>

function DayTable({ board }: { board: Loaded }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const roomOf = new Map(board.rooms.map((room, position) => [room.id, { ...room, position }]))
  const items = board.items
    .filter(({ isScheduled }) => isScheduled)
    .map((item) => ({
      ...item,
      room: roomOf.get(item.roomId ?? '') ?? null,
      startsAt: new Date(item.startsAt),
      endsAt: new Date(item.endsAt),
    }))
  const { rooms, rows } = gridOf(items)
  return (
    <>
      <p className="muted">{t('planner:needsScript')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: many rooms are wider than a screen; keys must reach them too. */}
      <section className="scroll" aria-label={t('planner:board.grid')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col" className="capital">
                {t('planner:paste.column.time')}
              </th>
              {rooms.map((room) => (
                <th key={room?.id ?? 'none'} scope="col">
                  {room ? (
                    <LocalizedText text={roomOf.get(room.id)?.name} language={language} />
                  ) : (
                    t('agenda:item.noRoom')
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ startsAt, cells }) => (
              <tr key={startsAt.getTime()}>
                <th scope="row">
                  <bdi>{formatInstant(startsAt, 'time', language, event.zone)}</bdi>
                </th>
                {cells.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: free cells have nothing else to tell them apart by.
                  <td key={at} rowSpan={cell.rows > 1 ? cell.rows : undefined}>
                    {cell.items.map((item) => (
                      <p key={item.id}>
                        <a href={`/desk/events/${event.slug}/agenda/${item.id}`}>
                          <LocalizedText text={item.title} language={language} />
                        </a>{' '}
                        <bdi className="muted small">
                          {formatTimeRange(item.startsAt, item.endsAt, language, event.zone)}
                        </bdi>
                      </p>
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
