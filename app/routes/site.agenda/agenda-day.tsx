import { useLoaderData } from '@remix-run/react'
import { runsOf } from '#app/agenda/layout.ts'
import { atOnce } from '#app/agenda/rules.ts'
import { formatInstant, formatTimeRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { AgendaEntry } from './agenda-entry.tsx'
import { RoomGrid } from './room-grid.tsx'
import type { loader } from './route.tsx'
import type { ShownItem } from './shown-item.ts'

/** More rooms than these nobody reads side by side: they would be several screens wide. */
const mostColumns = 8

/** One day in order of time; what runs in several rooms stands side by side, or below one another on a phone. */
export function AgendaDay({ day, items }: { day: string; items: ShownItem[] }) {
  const { event } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const [first] = items
  if (!first) return null
  const severalParts = new Set(items.map(({ part }) => part.id)).size > 1
  return (
    <section aria-labelledby={`day-${day}`} className="stack agenda-day">
      <header className="tight">
        <h2 id={`day-${day}`}>{formatInstant(first.startsAt, 'day', language, event.zone)}</h2>
        <Places items={items} />
      </header>
      {runsOf(items).map((run) => {
        const rooms = new Set(run.map(({ room }) => room?.id))
        const key = run[0]?.id
        if (rooms.size > 1 && rooms.size <= mostColumns)
          return <RoomGrid key={key} items={run} namesPart={severalParts} />
        return (
          <ol key={key} className="plain-list programme">
            {atOnce(run).map((together) => (
              <Slot key={together[0]?.id} together={together} namesPart={severalParts} />
            ))}
          </ol>
        )
      })}
    </section>
  )
}

/** What the day is part of and where it is, once for all its items. */
function Places({ items }: { items: ShownItem[] }) {
  const t = useText()
  const language = useLanguage()
  const parts = [...new Map(items.map((item) => [item.part.id, item])).values()]
  return (
    <ul className="plain-list tight muted">
      {parts.map(({ part, venue }) => (
        <li key={part.id} className="row tags">
          <LocalizedText text={part.name} language={language} />
          {venue && (
            <>
              {' · '}
              <LocalizedText text={venue} language={language} />
            </>
          )}
          <span className={part.audience === 'open' ? 'tag sun' : 'tag quiet'}>
            {t(`events:audience.${part.audience}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Slot({ together, namesPart }: { together: ShownItem[]; namesPart: boolean }) {
  const { event } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const [first] = together
  if (!first) return null
  const { startsAt, endsAt } = first
  const endTogether = together.every((item) => item.endsAt.getTime() === endsAt.getTime())
  return (
    <li className="slot">
      <p className="slot-time">
        <bdi>
          {endTogether
            ? formatTimeRange(startsAt, endsAt, language, event.zone)
            : formatInstant(startsAt, 'time', language, event.zone)}
        </bdi>
      </p>
      <div className="slot-items">
        {together.map((item) => (
          <AgendaEntry key={item.id} item={item} namesPart={namesPart} saysEnd={!endTogether} />
        ))}
      </div>
    </li>
  )
}
