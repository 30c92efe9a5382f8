import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { letterStates } from '#app/letters/rules.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { LetterRow } from './letter-row.tsx'
import type { loader } from './route.tsx'
import { Templates } from './templates.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** The event's part of the register: what went out and what came in, each under its number. */
export function RegisterPage() {
  const page = useLoaderData<typeof loader>()
  const t = useText()
  const { done, batch } = page.asked
  const isEmpty = Object.values(page.counts).every((count) => !count)
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('letters:title')}</h1>
        {page.canEdit && (
          <p className="row">
            <Link className="button" to="new">
              {t('letters:register.write')}
            </Link>
            <Link className="button quiet" to="incoming">
              {t('letters:register.enter')}
            </Link>
          </p>
        )}
      </div>
      {done && <Notice kind="success">{t(`letters:done.${done}`)}</Notice>}
      {isEmpty ? (
        <p className="card empty">{t('letters:register.empty')}</p>
      ) : (
        <>
          <Filters page={page} />
          {batch && <p className="muted">{t('letters:register.batch')}</p>}
          <Downloads page={page} />
          <List page={page} />
        </>
      )}
      <Templates />
    </div>
  )
}

function queryOf({ search, state, batch, from, to }: Data['asked']) {
  return {
    ...(search && { search }),
    ...(state && { state }),
    ...(batch && { batch }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

function Filters({ page: { asked, counts } }: { page: Data }) {
  const t = useText()
  const language = useLanguage()
  const { state: current, ...others } = queryOf(asked)
  const to = (state?: string) => `?${new URLSearchParams({ ...others, ...(state && { state }) })}`
  const shown = letterStates.filter((state) => counts[state] > 0 || state === current)
  return (
    <>
      <Form method="get" className="register-search" role="search">
        {current && <input type="hidden" name="state" value={current} />}
        <input
          type="search"
          name="search"
          defaultValue={asked.search}
          aria-label={t('letters:register.search')}
          placeholder={t('letters:register.search')}
        />
        <label>
          {t('letters:register.from')}
          <input type="date" name="from" defaultValue={asked.from} />
        </label>
        <label>
          {t('letters:register.to')}
          <input type="date" name="to" defaultValue={asked.to} />
        </label>
        <button type="submit" className="button quiet">
          {t('common:search')}
        </button>
      </Form>
      <nav className="filters" aria-label={t('letters:register.filters')}>
        <Link to={to()} aria-current={current ? undefined : 'page'}>
          {t('common:all')}
        </Link>
        {shown.map((state) => (
          <Link key={state} to={to(state)} aria-current={state === current ? 'page' : undefined}>
            {t(`letters:state.${state}`)}{' '}
            <span className="filter-count">{formatNumber(counts[state], language)}</span>
          </Link>
        ))}
      </nav>
    </>
  )
}

/** What the filter shows, all its pages, to take away. */
function Downloads({ page: { asked, found, slug } }: { page: Data }) {
  const t = useText()
  const language = useLanguage()
  if (!found) return null
  const query = new URLSearchParams(queryOf(asked)).toString()
  const address = (file: string) => `/desk/events/${slug}/letters/files/${file}${query ? `?${query}` : ''}`
  return (
    <div className="row between">
      <p className="muted">
        {t('letters:register.found', { count: found, number: formatNumber(found, language) })}
      </p>
      <p className="row">
        <a className="button quiet" href={address('letters.pdf')}>
          {t('letters:register.print')}
        </a>
        <a className="button quiet" href={address('letters.zip')}>
          {t('letters:register.zip')}
        </a>
        <a className="button quiet" href={address('register.xlsx')}>
          {t('letters:register.sheet')}
        </a>
      </p>
    </div>
  )
}

function List({ page }: { page: Data }) {
  const t = useText()
  if (!page.rows.length)
    return (
      <p className="card empty">
        {t('letters:register.emptyHere')} <Link to="?">{t('letters:register.showAll')}</Link>
      </p>
    )
  return (
    <>
      <h2 className="visually-hidden">{t('letters:register.list')}</h2>
      <ul className="plain-list card message-list">
        {page.rows.map((row) => (
          <LetterRow key={row.id} row={row} home={`/desk/events/${page.slug}/letters`} />
        ))}
      </ul>
      <Pager
        label={t('letters:register.pages')}
        page={page.asked.page}
        pages={page.pages}
        to={(number) => `?${new URLSearchParams({ ...queryOf(page.asked), page: String(number) })}`}
      />
    </>
  )
}
