import { Form, Link, useLoaderData } from '@remix-run/react'
import { exhibitStates } from '#app/exhibition/rules.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { ExhibitRow } from './exhibit-row.tsx'
import type { loader } from './route.tsx'
import { TeamReminders } from './team-reminders.tsx'
import { VoicesLinks } from './voices-links.tsx'

/** Every exhibit of the event: where it stands, at which booth, and what is still to be written. */
export function ExhibitionPage() {
  const { exhibits, counts, total, done, page, pages, filter } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isEmpty = counts.all === 0
  return (
    <div className="stack">
      <Head />
      {done === 'removed' && <Notice kind="success">{t('exhibition:done.removed')}</Notice>}
      {done === 'teamReminders' && <Notice kind="success">{t('team:byItself.saved')}</Notice>}
      {isEmpty ? (
        <p className="card empty">{t('exhibition:list.none')}</p>
      ) : (
        <>
          <StateFilter />
          <SearchForm />
          <p className="muted">
            {t('exhibition:list.found', { count: total, number: formatNumber(total, language) })}
          </p>
          {exhibits.length === 0 && <p className="card empty">{t('exhibition:list.nothingFound')}</p>}
          {exhibits.length > 0 && (
            <ul className="plain-list rows card">
              {exhibits.map((exhibit) => (
                <ExhibitRow key={exhibit.id} exhibit={exhibit} />
              ))}
            </ul>
          )}
          <Pager
            label={t('exhibition:list.pages')}
            page={page}
            pages={pages}
            to={(wanted) => listAddress({ ...filter, page: wanted })}
          />
          <TeamReminders />
        </>
      )}
    </div>
  )
}

function Head() {
  const { event, counts } = useLoaderData<typeof loader>()
  const t = useText()
  const home = `/desk/events/${event.slug}/exhibition`
  return (
    <div className="row between">
      <h1>{t('desk:event.exhibition')}</h1>
      <div className="row">
        {counts.published > 0 && <VoicesLinks home={home} />}
        {counts.published > 0 && (
          <Link className="button quiet" to={`${home}/visits`}>
            {t('visits:title')}
          </Link>
        )}
        {counts.published > 0 && (
          <a className="button quiet" href={`${home}/qr`}>
            {t('exhibition:list.posters')}
          </a>
        )}
        {counts.all > 0 && (
          <Link className="button quiet" to={`${home}/translation`}>
            {t('translation:open')}
          </Link>
        )}
        {counts.all > 0 && (
          <Link className="button quiet" to={`${home}/copy`}>
            {t('copying:openForm')}
          </Link>
        )}
        <Link className="button" to={`${home}/new`}>
          {t('exhibition:list.create')}
        </Link>
      </div>
    </div>
  )
}

type Asked = { search: string; state: string | null; page?: number }

function listAddress({ search, state, page = 1 }: Asked): string {
  const all = { search, state: state ?? '', page: page > 1 ? String(page) : '' }
  return `?${new URLSearchParams(Object.entries(all).filter(([, value]) => value))}`
}

function StateFilter() {
  const { counts, filter } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const chips = [
    { state: null, label: t('common:all'), count: counts.all },
    ...exhibitStates.map((state) => ({
      state,
      label: t(`exhibition:state.${state}`),
      count: counts[state],
    })),
  ]
  return (
    <nav className="filters" aria-label={t('exhibition:list.filters')}>
      {chips.map(({ state, label, count }) => (
        <Link
          key={label}
          to={listAddress({ search: filter.search, state })}
          aria-current={filter.state === state ? 'true' : undefined}
        >
          {label}
          <span className="filter-count">{formatNumber(count, language)}</span>
        </Link>
      ))}
    </nav>
  )
}

function SearchForm() {
  const { filter } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <Form className="row search-row" role="search">
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <input
        key={filter.search}
        type="search"
        name="search"
        defaultValue={filter.search}
        aria-label={t('exhibition:list.search')}
        placeholder={t('exhibition:list.search')}
        dir="auto"
      />
      <button type="submit" className="button quiet">
        {t('common:search')}
      </button>
    </Form>
  )
}
