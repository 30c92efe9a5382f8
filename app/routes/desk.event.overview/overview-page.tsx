import { Link, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { PartFigures } from './part-figures.tsx'
import type { loader } from './route.tsx'
import { ToDo, Waiting } from './to-do.tsx'
import { Trend } from './trend.tsx'
import { useLiveCounts } from './use-live-counts.ts'

/** Who is coming, and what waits for the reader: to be understood in five seconds. */
export function OverviewPage() {
  const { parts, can } = useLoaderData<typeof loader>()
  const t = useText()
  useLiveCounts()
  return (
    <div className="stack overview">
      <div className="row between">
        <h1>{t('guests:overview.whoComes')}</h1>
        {can.includes('guests.edit') && (
          <Link className="button" to="invite">
            {t('guests:invite')}
          </Link>
        )}
      </div>
      <Waiting />
      <div className="overview-top">
        <div className="stack">
          {parts.length === 0 && <p className="card empty">{t('guests:overview.noParts')}</p>}
          {parts.map((part) => (
            <PartFigures key={part.id} part={part} />
          ))}
          <Seats />
        </div>
        <ToDo />
      </div>
      <div className="grid halves">
        <Trend />
        <ByKind />
      </div>
      <Latest />
    </div>
  )
}

/** Of the seats offered to institutions, those with a name on them. */
function Seats() {
  const { seats } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (seats.offered === 0) return null
  const number = (value: number) => formatNumber(value, language)
  return (
    <p className="card">
      {t('outlook:seats', { named: number(seats.named), offered: number(seats.offered) })}{' '}
      <Link to="guests?seat=institution" className="target">
        {t('outlook:silentInstitutions')}
      </Link>
    </p>
  )
}

function ByKind() {
  const { kinds } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (kinds.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="kinds">
      <h2 id="kinds">{t('guests:overview.byKind')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('guests:overview.kind')}</th>
            <th scope="col" className="n">
              {t('guests:overview.invited')}
            </th>
            <th scope="col" className="n">
              {t('guests:overview.coming')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, invited, coming }) => (
            <tr key={kind}>
              <td>{t(`guests:kind.${kind}`)}</td>
              <td className="n">{formatNumber(invited, language)}</td>
              <td className="n">{formatNumber(coming, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Latest() {
  const { latest, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (latest.length === 0) return null
  return (
    <section className="card stack latest-answers" aria-labelledby="latest">
      <h2 id="latest">{t('guests:overview.latest')}</h2>
      <ul className="plain-list rows">
        {latest.map((answer) => {
          const organisation = localize(answer.organisationName, language)
          const name = (answer.names && displayName(answer.names, language)) || organisation
          return (
            <li key={answer.id} className="latest">
              <span>
                <Link to={`guests/${answer.invitationId}`}>
                  <bdi className="wraps">{name}</bdi>
                </Link>
                <span className="hint">
                  {organisation !== name && <bdi className="wraps">{organisation} · </bdi>}
                  {localize(answer.part, language)} · {t(`guests:via.${answer.via}`)}
                </span>
              </span>
              <span className="row">
                <StatusTag status={answer.status} />
                <time className="muted small" dateTime={answer.at.toISOString()}>
                  <bdi>{formatInstant(answer.at, 'dayAndTime', language, event.zone)}</bdi>
                </time>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
