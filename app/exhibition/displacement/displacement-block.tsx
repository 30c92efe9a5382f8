import { useText } from '../../i18n/use-text.ts'
import { KeyTiles } from './key-tiles.tsx'
import { RoundMap } from './round-map.tsx'
import { SourceLine } from './source-line.tsx'
import { TopPlaces } from './top-places.tsx'
import { TrendChart } from './trend-chart.tsx'
import type { DisplacementView } from './view.server.ts'
import { whatIsCounted } from './words.ts'

export const blockViews = ['tiles', 'map', 'trend', 'top'] as const
export type BlockView = (typeof blockViews)[number]

type Given = {
  view: DisplacementView
  as: BlockView
  /** The exhibition's address, `/{lang}/{event}/exhibition`. */
  exhibition: string
}

/** Displacement figures within an exhibit, in one of four ways, with the way to all of them. */
export function DisplacementBlock({ view, as, exhibition }: Given) {
  const t = useText()
  const address = new URLSearchParams({ dataset: view.dataset.slug, round: view.now.key })
  return (
    <div className="stack">
      {as === 'tiles' && <KeyTiles view={view} />}
      {as === 'map' && <RoundMap view={view} exhibition={exhibition} />}
      {as === 'trend' && <BlockTrend view={view} />}
      {as === 'top' && <TopPlaces view={view} exhibition={exhibition} />}
      <p>
        <a className="more" href={`${exhibition}/displacement?${address}`}>
          {t('displacement:more')}
        </a>
      </p>
    </div>
  )
}

function BlockTrend({ view }: { view: DisplacementView }) {
  const t = useText()
  if (!view.trend) return null
  const what = whatIsCounted(view, { t })
  return (
    <>
      <TrendChart trend={view.trend} rounds={view.rounds} what={what} here={view.now.key} />
      <SourceLine dataset={view.dataset} round={view.now} />
    </>
  )
}
