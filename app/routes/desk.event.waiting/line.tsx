import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { WaitingList } from '#app/answers/waiting-list.server.ts'
import { displayName } from '#app/directory/names.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { DecideInLine } from './decide-in-line.tsx'
import type { loader } from './route.tsx'

export type Waiting = WaitingList['line'][number]

/** Those for whom a seat is kept, the one whose time is over first at the top. */
export function Offered() {
  const { list, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!list?.offered.length) return null
  return (
    <section className="stack" aria-labelledby="offered">
      <h2 id="offered">{t('waiting:desk.offers')}</h2>
      <ul className="plain-list rows waiting-line">
        {list.offered.map((one) => (
          <li key={one.id}>
            <span />
            <Person one={one}>
              {one.offerUntil &&
                t('waiting:desk.until', {
                  date: formatInstant(one.offerUntil, 'dayAndTime', language, list.event.zone),
                })}
            </Person>
            {canEdit && !list.isOver && <DecideInLine one={one} partId={list.part.id} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The waiting list in its order; those who let an offer go by stand behind it. */
export function Line() {
  const { list, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!list) return null
  return (
    <section className="stack" aria-labelledby="line">
      <h2 id="line">{t('waiting:desk.line')}</h2>
      {list.line.length === 0 && <p className="empty">{t('waiting:desk.empty')}</p>}
      <ol className="plain-list rows waiting-line">
        {list.line.map((one, index) => (
          <li key={one.id}>
            <span className="muted">
              {one.restsSince ? '–' : formatNumber(list.first + index + 1, language)}
            </span>
            <Person one={one}>
              {one.waitingSince &&
                t('waiting:desk.since', {
                  date: formatInstant(one.waitingSince, 'dayAndTime', language, list.event.zone),
                })}
            </Person>
            {canEdit && !list.isOver && <DecideInLine one={one} partId={list.part.id} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Person({ one, children }: { one: Waiting; children: ReactNode }) {
  const { slug } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const name = displayName(one.names, language)
  const organisation = localize(one.organisationName, language)
  const seats =
    one.most === null
      ? organisation
      : t('waiting:desk.held', { organisation, held: one.held, most: one.most })
  return (
    <div>
      <p>
        {one.invitationId ? (
          <Link className="strong" to={`/desk/events/${slug}/guests/${one.invitationId}`}>
            <bdi className="wraps">{name}</bdi>
          </Link>
        ) : (
          <bdi className="wraps strong">{name}</bdi>
        )}{' '}
        {one.restsSince && <span className="tag quiet">{t('waiting:desk.rests')}</span>}{' '}
        {one.isBeyondQuota && one.status !== 'offered' && (
          <span className="tag wait">{t('waiting:desk.beyondQuota')}</span>
        )}
      </p>
      <p className="hint">
        <bdi className="wraps">{seats}</bdi>
        {seats && ' · '}
        {children}
      </p>
    </div>
  )
}
