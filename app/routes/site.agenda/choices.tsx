import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { type FilterName, filterNames } from '#app/agenda/filter.ts'
import { formatInstant, formatNumber, formatTimeRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** The days of the agenda, and all of them at once. */
export function Days() {
  const { days, shown, home, carried } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const links = [
    // Noon of the day in UTC is that day wherever it is only named.
    ...days.map((day) => ({
      day,
      label: formatInstant(new Date(`${day}T12:00Z`), 'shortDay', language, 'UTC'),
    })),
    { day: 'all', label: t('agenda:site.allDays') },
  ]
  const query = new URLSearchParams(carried).toString()
  return (
    <nav className="filters" aria-label={t('agenda:site.days')}>
      {links.map(({ day, label }) => (
        <a
          key={day}
          href={`${home}/${day}${query && `?${query}`}`}
          aria-current={day === shown ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  )
}

/** Of a day too long for one page, its times. */
export function Blocks() {
  const { event, blocks, block, shown, home, carried } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (blocks.length < 2) return null
  const label = ({ from, to }: (typeof blocks)[number]) => {
    if (!from || !to) return ''
    const time = formatTimeRange(from, to, language, event.zone)
    return shown === 'all' ? `${formatInstant(from, 'shortDay', language, event.zone)} ${time}` : time
  }
  return (
    <nav className="filters" aria-label={t('programme:site.times')}>
      {blocks.map((one) => (
        <a
          key={one.page}
          href={`${home}/${shown}?${new URLSearchParams({ ...carried, page: String(one.page) })}`}
          aria-current={one.page === block ? 'page' : undefined}
        >
          <bdi>{label(one)}</bdi>
          <span className="filter-count">{formatNumber(one.count, language)}</span>
        </a>
      ))}
    </nav>
  )
}

/** Ways to less: by track, room, language and kind. Links, so that each has an address and needs no script. */
export function Filters() {
  const { choices, filter, total } = useLoaderData<typeof loader>()
  const t = useText()
  const offered = filterNames.filter((name) => choices[name].length > 0)
  if (total < 4 || offered.length === 0) return null
  return (
    <details className="agenda-filters" open={Object.keys(filter).length > 0}>
      <summary>{t('programme:filter.title')}</summary>
      <div className="stack">
        {offered.map((name) => (
          <Choice key={name} name={name} />
        ))}
      </div>
    </details>
  )
}

function Choice({ name }: { name: FilterName }) {
  const { choices, filter } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const links: { value: string; label: ReactNode }[] =
    name === 'track' || name === 'room'
      ? choices[name].map((one) => ({
          value: one.id,
          label: <LocalizedText text={one.name} language={language} />,
        }))
      : name === 'language'
        ? choices.language.map((one) => ({ value: one, label: t(`agenda:language.${one}`) }))
        : choices.kind.map((one) => ({ value: one, label: t(`agenda:kind.${one}`) }))
  return (
    <nav className="filter-row" aria-label={t(`programme:filter.${name}`)}>
      <p className="muted small">{t(`programme:filter.${name}`)}</p>
      <ul className="plain-list filters">
        {filter[name] && (
          <li>
            <FilterLink name={name} value={undefined}>
              {t('programme:filter.all')}
            </FilterLink>
          </li>
        )}
        {links.map(({ value, label }) => (
          <li key={value}>
            <FilterLink name={name} value={value}>
              {label}
            </FilterLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FilterLink({
  name,
  value,
  children,
}: {
  name: FilterName
  value: string | undefined
  children: ReactNode
}) {
  const { carried, shown, home } = useLoaderData<typeof loader>()
  const { [name]: present, ...others } = carried
  const query = new URLSearchParams({ ...others, ...(value && { [name]: value }) }).toString()
  return (
    <a href={`${home}/${shown}${query && `?${query}`}`} aria-current={value === present ? 'true' : undefined}>
      {children}
    </a>
  )
}
