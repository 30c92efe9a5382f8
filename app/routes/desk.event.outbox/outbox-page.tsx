import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { messageStates } from '#app/mail/rules.ts'
import { AllActions, ChosenActions } from './actions.tsx'
import { Done } from './done.tsx'
import { MessageRow } from './message-row.tsx'
import type { loader } from './route.tsx'
import { SendingNotices } from './sending-notices.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>

/** Everything written to guests and not only what is sent: what waits for a decision comes with its buttons. */
export function OutboxPage() {
  const page = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <h1>{t('mail:outbox.title')}</h1>
      <Notices page={page} />
      {page.all === 0 && !page.asked.q ? (
        <p className="card empty">{t('mail:outbox.empty')}</p>
      ) : (
        <>
          <Filters page={page} />
          {page.asked.state && <p className="muted">{t(`mail:stateHint.${page.asked.state}`)}</p>}
          {page.canSend && <AllActions page={page} />}
          <List page={page} />
        </>
      )}
    </div>
  )
}

function Notices({ page }: { page: Data }) {
  return (
    <>
      <Done of={page.asked} />
      <SendingNotices page={page} />
    </>
  )
}

function Filters({ page }: { page: Data }) {
  const t = useText()
  const language = useLanguage()
  const { state: current, q, mailing } = page.asked
  const to = (state?: string) =>
    `?${new URLSearchParams({ ...kept({ q, mailing }), ...(state && { state }) })}`
  const shown = messageStates.filter((state) => page.counts[state] > 0 || state === current)
  return (
    <>
      <Form method="get" className="row search-row" role="search">
        {current && <input type="hidden" name="state" value={current} />}
        {mailing && <input type="hidden" name="mailing" value={mailing} />}
        <input
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t('mail:outbox.search')}
          placeholder={t('mail:outbox.search')}
        />
        <button type="submit" className="button quiet">
          {t('common:search')}
        </button>
      </Form>
      <nav className="filters" aria-label={t('mail:outbox.filters')}>
        <Link to={to()} aria-current={current ? undefined : 'page'}>
          {t('mail:outbox.all')} <FilterCount value={formatNumber(page.all, language)} />
        </Link>
        {shown.map((state) => (
          <Link key={state} to={to(state)} aria-current={state === current ? 'page' : undefined}>
            {t(`mail:state.${state}`)} <FilterCount value={formatNumber(page.counts[state], language)} />
          </Link>
        ))}
      </nav>
    </>
  )
}

/** What of the filter stays in a link. */
function kept({ state, q, mailing }: Partial<Pick<Data['asked'], 'state' | 'q' | 'mailing'>>) {
  return { ...(state && { state }), ...(q && { q }), ...(mailing && { mailing }) }
}

function FilterCount({ value }: { value: string }) {
  return <span className="filter-count">{value}</span>
}

function List({ page }: { page: Data }) {
  const t = useText()
  if (!page.rows.length)
    return (
      <p className="card empty">
        {t('mail:outbox.emptyHere')} <Link to="?">{t('mail:outbox.showAll')}</Link>
      </p>
    )
  return (
    <Form method="post" className="stack">
      <input type="hidden" name="which" value="chosen" />
      <h2 className="visually-hidden">{t('mail:outbox.list')}</h2>
      <ul className="plain-list card message-list">
        {page.rows.map((row) => (
          <MessageRow key={row.id} row={row} canChoose={page.canSend} />
        ))}
      </ul>
      <Pages page={page} />
      {page.canSend && <ChosenActions states={page.rows.map((row) => row.state)} />}
    </Form>
  )
}

function Pages({ page: { asked, pages } }: { page: Data }) {
  const t = useText()
  const language = useLanguage()
  if (pages < 2) return null
  const to = (page: number) => `?${new URLSearchParams({ ...kept(asked), page: String(page) })}`
  const number = (value: number) => formatNumber(value, language)
  return (
    <p className="row between">
      {asked.page > 1 ? <Link to={to(asked.page - 1)}>{t('common:previousPage')}</Link> : <span />}
      <span className="muted">{t('common:pageOf', { page: number(asked.page), pages: number(pages) })}</span>
      {asked.page < pages ? <Link to={to(asked.page + 1)}>{t('common:nextPage')}</Link> : <span />}
    </p>
  )
}
