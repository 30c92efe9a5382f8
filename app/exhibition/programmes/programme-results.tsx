import type { ReactNode } from 'react'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { LocalizedText } from '../../ui/localized-text.tsx'
import { governorateName } from '../governorates.ts'
import { BarTable } from './bar-table.tsx'
import { byComponent, byPhase, byPlace, type Compared, headlines } from './compare.ts'
import { Origins } from './origin.tsx'
import type { Indicator, Programme } from './read.server.ts'
import { ResultTile } from './result-tile.tsx'
import { useNumbers } from './use-numbers.ts'

type Given = {
  programme: Programme
  /** Of the headings inside: one more than that of what stands around it. */
  level?: 2 | 3 | 4
}

/** What came of a programme: tiles for the whole of it and each component, and bars where results can be compared. */
export function ProgrammeResults({ programme, level = 3 }: Given) {
  const t = useText()
  const language = useLanguage()
  const { components, indicators } = programme
  const of = (id: string | null) => indicators.filter(({ componentId }) => componentId === id)
  const Heading = `h${level}` as const
  if (indicators.every(({ results }) => results.length === 0))
    return <p className="card empty">{t('programmes:site.none')}</p>
  return (
    <div className="stack programme-results">
      <Tiles programme={programme} indicators={of(null)} />
      {components.map((component) => (
        <section key={component.id} className="stack">
          {of(component.id).some(({ results }) => results.length > 0) && (
            <Heading>
              <LocalizedText text={component.name} language={language} />
            </Heading>
          )}
          <Tiles programme={programme} indicators={of(component.id)} />
        </section>
      ))}
      <Comparisons programme={programme} />
    </div>
  )
}

function Tiles({ programme, indicators }: { programme: Programme; indicators: Indicator[] }) {
  const tiles = indicators.flatMap((indicator) =>
    headlines(indicator).map((result) => ({ indicator, result })),
  )
  if (tiles.length === 0) return null
  return (
    <ul className="plain-list figures">
      {tiles.map(({ indicator, result }) => (
        <ResultTile key={result.id} indicator={indicator} result={result} phases={programme.phases} />
      ))}
    </ul>
  )
}

function Comparisons({ programme }: { programme: Programme }) {
  const t = useText()
  const language = useLanguage()
  const { phases, components, indicators } = programme
  const named = (list: readonly { id: string; name: Indicator['name'] }[], id: string | null) => (
    <LocalizedText text={list.find((one) => one.id === id)?.name} language={language} />
  )
  const inPhase = (id: string | null) => (id ? named(phases, id) : t('programmes:phase.all'))
  const counted = ({ unit, name }: Indicator) => (
    <>
      <LocalizedText text={unit} language={language} /> <LocalizedText text={name} language={language} />
    </>
  )
  return (
    <div className="bar-tables">
      {indicators.map((indicator) => (
        <Comparison
          key={indicator.id}
          of={byPhase(indicator)}
          head={t('programmes:site.byPhase')}
          what={counted(indicator)}
          label={({ result }) => named(phases, result.phaseId)}
        />
      ))}
      {byComponent(programme).map((some) => (
        <Comparison
          key={some[0]?.result.id}
          of={some}
          head={t('programmes:site.byComponent')}
          what={inPhase(some[0]?.result.phaseId ?? null)}
          label={({ indicator }) => (
            <>
              {named(components, indicator.componentId)}
              <small className="block muted">{counted(indicator)}</small>
            </>
          )}
        />
      ))}
      {indicators.flatMap(byPlace).map((some) => (
        <Comparison
          key={some[0]?.result.id}
          of={some}
          head={t('programmes:site.byPlace')}
          what={
            <>
              {some[0] && counted(some[0].indicator)} · {inPhase(some[0]?.result.phaseId ?? null)}
            </>
          }
          label={({ result }) => governorateName(result.pcode ?? '', language)}
        />
      ))}
    </div>
  )
}

type ComparisonGiven = {
  of: readonly Compared[]
  head: string
  what: ReactNode
  label: (one: Compared) => ReactNode
}

/** Results side by side, and where they come from. */
function Comparison({ of, head, what, label }: ComparisonGiven) {
  const { said, number } = useNumbers()
  if (of.length === 0) return null
  const bars = of.map((one) => ({
    ...{ key: one.result.id, label: label(one), value: one.result.value, said: said(one.result) },
    target: one.result.target,
    saidTarget: one.result.target === null ? '' : number(one.result.target),
  }))
  const caption = (
    <>
      <span className="strong">{head}</span> <span className="block">{what}</span>
    </>
  )
  return (
    <div className="card tight">
      <BarTable caption={caption} head={head} bars={bars} />
      <Origins of={of.map(({ result }) => result)} />
    </div>
  )
}
