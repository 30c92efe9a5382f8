import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { WhichParticipants } from '../desk.event.participants/participant-filters.tsx'
import { KindOrder } from './kind-order.tsx'
import { Moving } from './moving.tsx'
import { OrderedPeople } from './ordered-people.tsx'
import type { action, loader } from './route.tsx'

const doings = ['placed', 'usual'] as const

/** Who goes before whom at this event, and where one says otherwise. */
export function PrecedencePage() {
  const { home, rows, total, page, size, isRenewing, moving, canEdit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [search] = useSearchParams()
  const done = doings.find((doing) => doing === search.get('done'))
  const to = (next: number) => {
    const { page: _, done: __, kinds: ___, ...kept } = Object.fromEntries(search)
    return `?${new URLSearchParams({ ...kept, page: String(next) })}`
  }
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('participants:precedence.title')}</h1>
        <Link className="button quiet" to={`${home}/participants`}>
          {t('participants:title')}
        </Link>
      </div>
      <p className="muted">{t('participants:precedence.intro')}</p>
      {answer?.refused && (
        <Notice kind="warning">{t(`participants:precedence.refused.${answer.refused}`)}</Notice>
      )}
      {done && !answer && <Notice kind="success">{t(`participants:precedence.done.${done}`)}</Notice>}
      {isRenewing && <Notice kind="info">{t('participants:renewing')}</Notice>}
      {canEdit && <KindOrder />}
      <Filters />
      {moving && canEdit && <Moving />}
      <p className="muted">
        {t('participants:count', { count: total, number: formatNumber(total, language) })}
      </p>
      {rows.length === 0 ? <p className="card empty">{t('participants:none')}</p> : <OrderedPeople />}
      <Pager label={t('participants:pages')} page={page} pages={Math.ceil(total / size)} to={to} />
    </div>
  )
}

function Filters() {
  const { filter, parts, moving } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <Form className="filter-form" role="search">
      {moving && <input type="hidden" name="move" value={`${moving.subject}:${moving.id}`} />}
      <WhichParticipants filter={filter} parts={parts} />
      <button type="submit" className="button quiet">
        {t('participants:filter.show')}
      </button>
    </Form>
  )
}
