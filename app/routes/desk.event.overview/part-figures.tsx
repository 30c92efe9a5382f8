import { Link, useLoaderData } from '@remix-run/react'
import type { PartCounts } from '#app/answers/overview.server.ts'
import { comma, formatInstant, formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

const figures = ['accepted', 'tentative', 'declined', 'offered', 'waiting', 'unanswered'] as const
type Figure = (typeof figures)[number]
const filters: Record<Figure, string> = {
  accepted: 'status=accepted',
  tentative: 'status=tentative',
  declined: 'status=declined',
  offered: 'status=offered',
  waiting: 'status=waitlisted',
  unanswered: 'state=unanswered',
}

/** Who comes to one part: one line, one bar, its figures that lead to their people. */
export function PartFigures({ part }: { part: PartCounts }) {
  const { can } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  const shown = figures.filter((name) =>
    part[name] > 0
      ? name !== 'unanswered' || part.audience === 'invited'
      : part.audience === 'invited' && name !== 'offered',
  )
  return (
    <section className="card stack" aria-labelledby={`part-${part.id}`}>
      <div className="row between">
        <h2 id={`part-${part.id}`}>
          <LocalizedText text={part.name} language={language} />
        </h2>
        <p className="muted">
          {part.capacity === null
            ? part.accepted > 0 && t('guests:overview.expected', { count: part.accepted })
            : t('guests:overview.ofSeats', { taken: number(part.accepted), seats: number(part.capacity) })}
          <Deadline part={part} />
        </p>
      </div>
      {part.audience === 'invited' && <Bar part={part} />}
      <ul className="plain-list row part-figures">
        {shown.map((name) => (
          <li key={name} className="figure">
            <b>
              {can.includes('guests.view') && part[name] > 0 ? (
                <Link to={`guests?part=${part.id}&${filters[name]}`}>{number(part[name])}</Link>
              ) : (
                number(part[name])
              )}
            </b>
            <small>
              <span className={`swatch ${name}`} aria-hidden="true" />
              {t(`guests:overview.figure.${name}`)}
            </small>
          </li>
        ))}
        {shown.length === 0 && <li className="muted">{t('guests:overview.openPart')}</li>}
      </ul>
    </section>
  )
}

/** Until when answers are taken, and how many days that is. */
function Deadline({ part }: { part: PartCounts }) {
  const { event, now } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!part.answerBy || part.audience !== 'invited') return null
  const date = formatInstant(part.answerBy, 'shortDay', language, event.zone)
  const days = Math.ceil((part.answerBy.getTime() - now.getTime()) / 86_400_000)
  return (
    <>
      {' · '}
      {t('guests:overview.until', { date })}
      {' · '}
      <span className="deadline">
        {days > 0 ? t('outlook:daysLeft', { count: days }) : t('outlook:deadlinePassed')}
      </span>
    </>
  )
}

function Bar({ part }: { part: PartCounts }) {
  const t = useText()
  const language = useLanguage()
  const total = Math.max(
    1,
    ...[part.capacity ?? 0],
    figures.reduce((sum, name) => sum + part[name], 0),
  )
  let from = 0
  const stretches = figures.map((name) => {
    const width = (part[name] / total) * 100
    const stretch = { name, from, width }
    from += width
    return stretch
  })
  const words = figures
    .map((name) => `${formatNumber(part[name], language)} ${t(`guests:overview.figure.${name}`)}`)
    .join(comma(language))
  return (
    <svg
      className="answers-bar"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      role="img"
      aria-label={`${localize(part.name, language)}: ${words}`}
    >
      <rect width="100" height="6" className="rest" />
      {stretches.map(({ name, from: x, width }) => (
        <rect key={name} x={x} width={width} height="6" className={name} />
      ))}
    </svg>
  )
}
