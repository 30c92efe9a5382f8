import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { governorateName } from '../governorates.ts'
import { Tiles } from './key-tiles.tsx'
import { changesUpTo } from './series.ts'
import { SourceLine } from './source-line.tsx'
import { TrendChart } from './trend-chart.tsx'
import type { PlaceTrend } from './view.server.ts'
import { whatIsCounted } from './words.ts'

/** How displacement went on in one governorate, for its page; nothing where there are no figures of it. */
export function PlaceTrends({ trends, exhibition }: { trends: readonly PlaceTrend[]; exhibition: string }) {
  const t = useText()
  const language = useLanguage()
  return trends.map((told) => {
    const last = told.rounds.at(-1)
    const what = whatIsCounted(told, { t })
    const id = `trend-${told.dataset.slug}`
    const title = t('displacement:trend.place', {
      what,
      place: governorateName(told.pcode, language),
    })
    return (
      <section key={told.dataset.slug} className="stack" aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {last && <Tiles now={last} changes={changesUpTo(told.rounds, told.rounds.length - 1)} what={what} />}
        {told.trend && <TrendChart trend={told.trend} rounds={told.rounds} what={title} />}
        <SourceLine dataset={told.dataset} round={last} />
        <p>
          <a className="more" href={`${exhibition}/displacement?dataset=${told.dataset.slug}`}>
            {t('displacement:more')}
          </a>
        </p>
      </section>
    )
  })
}
