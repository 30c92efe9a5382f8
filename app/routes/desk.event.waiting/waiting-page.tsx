import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { ruleText } from '#app/answers/waiting-text.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Line, Offered } from './line.tsx'
import { Quotas } from './quotas.tsx'
import type { action, loader } from './route.tsx'

/** Who waits for a seat in a part, in which order and why; and what the organiser can do about it. */
export function WaitingPage() {
  const { parts, list, page } = useLoaderData<typeof loader>()
  const t = useText()
  const here = (to: number) => `?part=${list?.part.id}&page=${to}`
  return (
    <div className="stack sections">
      <h1>{t('waiting:desk.title')}</h1>
      <Done />
      {parts.length > 1 && <Parts />}
      {list ? (
        <>
          <Figures />
          <Rule />
          <Offered />
          <Line />
          <Pager label={t('waiting:desk.pages')} page={page} pages={list.pages} to={here} />
          <Quotas />
        </>
      ) : (
        <p className="empty">{t('waiting:desk.nothing')}</p>
      )}
    </div>
  )
}

const dones = ['given', 'offered', 'moved', 'back', 'takenBack', 'quota'] as const

function Done() {
  const { done, seated } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  if (came && 'refused' in came)
    return <Notice kind="error">{t(`waiting:desk.refused.${came.refused as 'noSeatFree'}`)}</Notice>
  if (done === 'served')
    return <Notice kind="success">{t('waiting:desk.done.served', { count: seated })}</Notice>
  const known = dones.find((one) => one === done)
  return known ? <Notice kind="success">{t(`waiting:desk.done.${known}`)}</Notice> : null
}

function Parts() {
  const { parts, list } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <nav className="filters" aria-label={t('waiting:desk.parts')}>
      {parts.map(({ id, name, waits }) => (
        <Link key={id} to={`?part=${id}`} aria-current={id === list?.part.id ? 'page' : undefined}>
          {localize(name, language)} <span className="filter-count">{formatNumber(waits, language)}</span>
        </Link>
      ))}
    </nav>
  )
}

function Figures() {
  const { list } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!list) return null
  const { capacity } = list.part
  const { taken, offered, waiting } = list.seats
  const number = (value: number) => formatNumber(value, language)
  const over = capacity === null ? 0 : taken + offered - capacity
  const figures = [
    ['seats', capacity === null ? t('waiting:desk.noLimit') : number(capacity)],
    ['taken', number(taken)],
    ['offered', number(offered)],
    ...(capacity === null ? [] : [['free', number(Math.max(0, -over))] as const]),
    ['waiting', number(waiting)],
  ] as const
  return (
    <>
      <dl className="waiting-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="muted">{t(`waiting:desk.figure.${name}`)}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {over > 0 && <Notice kind="warning">{t('waiting:desk.over', { count: over })}</Notice>}
    </>
  )
}

/** What happens by itself, and what the organiser may do for all at once. */
function Rule() {
  const { list, slug, canEdit, canSet, free: count } = useLoaderData<typeof loader>()
  const t = useText()
  if (!list) return null
  const { part, isOver, canOffer } = list
  return (
    <section className="card stack" aria-labelledby="told">
      <h2 id="told">{t('waiting:desk.told')}</h2>
      <p>
        {ruleText(t, part)}{' '}
        {part.organisationQuota !== null && t('waiting:desk.quotaRule', { count: part.organisationQuota })}
      </p>
      {canSet && (
        <p>
          <Link className="target" to={`/desk/events/${slug}/parts/${part.id}`}>
            {t('waiting:desk.change')}
          </Link>
        </p>
      )}
      {canEdit && !isOver && count > 0 && (
        <Form method="post" className="row">
          <input type="hidden" name="intent" value="serve" />
          <input type="hidden" name="part" value={part.id} />
          <button type="submit" className="button" name="how" value="give">
            {t('waiting:desk.giveAll', { count })}
          </button>
          {canOffer && (
            <button type="submit" className="button quiet" name="how" value="offer">
              {t('waiting:desk.offerAll', { count })}
            </button>
          )}
        </Form>
      )}
    </section>
  )
}
