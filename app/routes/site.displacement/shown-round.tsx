import { useLoaderData } from '@remix-run/react'
import { KeyTiles } from '#app/exhibition/displacement/key-tiles.tsx'
import { PlaceChanges } from '#app/exhibition/displacement/place-changes.tsx'
import { RoundMap } from '#app/exhibition/displacement/round-map.tsx'
import { SourceLine } from '#app/exhibition/displacement/source-line.tsx'
import { TopPlaces } from '#app/exhibition/displacement/top-places.tsx'
import { TrendChart } from '#app/exhibition/displacement/trend-chart.tsx'
import type { DisplacementView } from '#app/exhibition/displacement/view.server.ts'
import { datasetName, roundName, whatIsCounted } from '#app/exhibition/displacement/words.ts'
import { direction } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Downloads } from './downloads.tsx'
import { RoundSlider } from './round-slider.tsx'
import type { loader } from './route.tsx'
import { Timeline } from './timeline.tsx'

/** One round: numbers, map, trend and tables. `data-round-part`: what app/ui/scripts/rounds.js puts in place of another round's. */
export function ShownRound({ view }: { view: DisplacementView }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const exhibition = `/${language}/${event.slug}/exhibition`
  const name = datasetName(view.dataset, language)
  return (
    <>
      <section className="stack" aria-labelledby="round" data-round-part="tiles">
        <header className="tight">
          <p className="kicker">
            {whatIsCounted(view, { t })} ·{' '}
            <bdi lang={name.language} dir={direction(name.language)}>
              {name.text}
            </bdi>
          </p>
          <h2 id="round">{roundName(view.now, { t, language })}</h2>
        </header>
        <KeyTiles view={view} />
      </section>
      <section className="stack where-sheet" aria-labelledby="where">
        <h2 id="where">{t('displacement:map.title')}</h2>
        <RoundSlider view={view} />
        <Timeline view={view} />
        <div className="round-sheet" data-round-part="map">
          <RoundMap view={view} exhibition={exhibition} />
          <section className="stack most" aria-labelledby="most">
            <h3 id="most">{t('displacement:top.title')}</h3>
            <TopPlaces view={view} exhibition={exhibition} />
          </section>
        </div>
      </section>
      <Trend view={view} />
      <section className="stack all-sheet" aria-labelledby="all" data-round-part="table">
        <h2 id="all">{t('displacement:table.title')}</h2>
        <PlaceChanges view={view} exhibition={exhibition} />
        <SourceLine dataset={view.dataset} round={view.now} />
        <p className="small muted">
          {t('displacement:note.totals')} {view.now.hasSums && t('displacement:note.sums')}
        </p>
      </section>
      <Downloads view={view} />
    </>
  )
}

function Trend({ view }: { view: DisplacementView }) {
  const t = useText()
  if (!view.trend) return null
  const what = whatIsCounted(view, { t })
  return (
    <section className="stack trend-sheet" aria-labelledby="trend" data-round-part="trend">
      <h2 id="trend">{t('displacement:trend.title')}</h2>
      <TrendChart trend={view.trend} rounds={view.rounds} what={what} here={view.now.key} />
      <SourceLine dataset={view.dataset} />
    </section>
  )
}
