import { useLoaderData } from '@remix-run/react'
import { type GridCell, gridOf } from '#app/agenda/layout.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { AgendaEntry } from './agenda-entry.tsx'
import type { loader } from './route.tsx'
import type { ShownItem } from './shown-item.ts'

/** What runs in several rooms at once: a column for each from 760 px on, by time below one another on a phone. */
export function RoomGrid({ items, namesPart }: { items: ShownItem[]; namesPart: boolean }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { rooms, rows } = gridOf(items)
  const names = rooms.map((room) => localize(room?.name, language) || t('agenda:item.noRoom'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: many rooms are wider than a screen; keys must reach them too.
    <section className="rooms-scroll" aria-label={t('programme:site.rooms')} tabIndex={0}>
      <table className="rooms-grid">
        <thead>
          <tr>
            <th scope="col">{t('programme:site.time')}</th>
            {rooms.map((room, at) => (
              <th key={room?.id ?? 'none'} scope="col">
                {room ? <LocalizedText text={room.name} language={language} /> : names[at]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ startsAt, cells }) => (
            <tr key={startsAt.getTime()}>
              <th scope="row" className="slot-time">
                <bdi>{formatInstant(startsAt, 'time', language, event.zone)}</bdi>
              </th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: free cells have nothing else to tell them apart by.
                <Cell key={at} cell={cell} namesPart={namesPart} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ cell, namesPart }: { cell: GridCell<ShownItem>; namesPart: boolean }) {
  return (
    <td rowSpan={cell.rows > 1 ? cell.rows : undefined}>
      {cell.items.map((item) => (
        <AgendaEntry key={item.id} item={item} namesPart={namesPart} saysEnd />
      ))}
    </td>
  )
}
