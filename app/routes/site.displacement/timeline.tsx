import { useLoaderData } from '@remix-run/react'
import type { RoundPoint } from '#app/exhibition/displacement/series.ts'
import type { DisplacementView } from '#app/exhibition/displacement/view.server.ts'
import { roundName } from '#app/exhibition/displacement/words.ts'
import { formatInstant, formatNumber, formatPartialDate } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { displacementAddress } from './address.ts'
import type { loader } from './route.tsx'

/** Through the rounds by links: year by year, round by round, one earlier or later. Each leads back to the map. */
export function Timeline({ view }: { view: DisplacementView }) {
  const { event, datasets } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const page = `/${language}/${event.slug}/exhibition/displacement`
  const dataset = datasets[0]?.slug === view.dataset.slug ? null : view.dataset.slug
  const to = ({ key }: RoundPoint) => `${displacementAddress(page, { dataset, round: key })}#where`
  const { rounds, at, now } = view
  const years = [...Map.groupBy(rounds, yearOf)]
  const ofYear = years.find(([year]) => year === yearOf(now))?.[1] ?? []
  if (rounds.length < 2) return null
  return (
    <nav className="round-ways tight" aria-label={t('displacement:time.label')} data-round-part="links">
      <Steps earlier={rounds[at - 1]} later={rounds[at + 1]} last={rounds.at(-1)} to={to} />
      <ol className="plain-list filters years" aria-label={t('displacement:time.years')}>
        {years.map(([year, its]) => (
          <li key={year}>
            <a href={to(its.at(-1) ?? now)} aria-current={year === yearOf(now) ? 'true' : undefined}>
              {formatPartialDate(year, language)}
            </a>
          </li>
        ))}
      </ol>
      <ol
        className="plain-list filters"
        aria-label={t('displacement:time.rounds', { year: formatPartialDate(yearOf(now), language) })}
      >
        {ofYear.map((round) => (
          <li key={round.key}>
            <a href={to(round)} aria-current={round === now ? 'page' : undefined}>
              {shortDate(round, ofYear, language)}
              <span className="visually-hidden"> · {roundName(round, { t, language })}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function yearOf({ reportedOn }: RoundPoint): string {
  return reportedOn.slice(0, 4)
}

/** The month, with the day where a month has several rounds; the number where only the year is known. */
function shortDate(round: RoundPoint, ofYear: RoundPoint[], language: Language): string {
  const { reportedOn } = round
  if (reportedOn.length === 4) return formatNumber(round.round, language, { useGrouping: false })
  const at = new Date(reportedOn)
  const isAlone = ofYear.filter((other) => other.reportedOn.startsWith(reportedOn.slice(0, 7))).length === 1
  if (isAlone || reportedOn.length === 7) return formatInstant(at, 'month', language, 'UTC')
  const [day, month] = [Number(reportedOn.slice(8)), formatInstant(at, 'month', language, 'UTC')]
  return `${formatNumber(day, language)} ${month}`
}

type StepsGiven = {
  earlier: RoundPoint | undefined
  later: RoundPoint | undefined
  last: RoundPoint | undefined
  to: (round: RoundPoint) => string
}

function Steps({ earlier, later, last, to }: StepsGiven) {
  const t = useText()
  return (
    <p className="row">
      {earlier && (
        <a className="button quiet" href={to(earlier)} rel="prev">
          {t('displacement:time.earlier')}
        </a>
      )}
      {later && (
        <a className="button quiet" href={to(later)} rel="next">
          {t('displacement:time.later')}
        </a>
      )}
      {last && later && later !== last && (
        <a className="button quiet" href={to(last)}>
          {t('displacement:time.latest')}
        </a>
      )}
    </p>
  )
}
