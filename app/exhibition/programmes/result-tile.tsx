import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { LocalizedText } from '../../ui/localized-text.tsx'
import { BarLine, BarTable } from './bar-table.tsx'
import { type Grouping, groupings } from './groups.ts'
import { Origin } from './origin.tsx'
import type { Indicator, Programme, Result } from './read.server.ts'
import { reachedPercent } from './rules.ts'
import { useNumbers } from './use-numbers.ts'

type Given = { indicator: Indicator; result: Result; phases: Programme['phases'] }

/** One result: how many of what, in which phase, how much of the target that is, and who they are. */
export function ResultTile({ indicator, result, phases }: Given) {
  const t = useText()
  const language = useLanguage()
  const { number } = useNumbers()
  const phase = phases.find(({ id }) => id === result.phaseId)
  return (
    <li className="figure">
      <p className="small">
        {phase ? <LocalizedText text={phase.name} language={language} /> : t('programmes:phase.all')}
      </p>
      <p>
        {result.qualifier !== 'exactly' && (
          <span className="muted">{t(`site:figure.${result.qualifier}`)}</span>
        )}
        <b>
          <bdi>{number(result.value)}</bdi>
        </b>
        <LocalizedText text={indicator.unit} language={language} />{' '}
        <LocalizedText text={indicator.name} language={language} />
      </p>
      <Target result={result} />
      {(Object.keys(groupings) as Grouping[]).map((grouping) => (
        <GroupBars key={grouping} grouping={grouping} result={result} />
      ))}
      <Origin of={result} />
    </li>
  )
}

function Target({ result }: { result: Result }) {
  const t = useText()
  const { number, percent } = useNumbers()
  const reached = reachedPercent(result)
  if (reached === null || result.target === null) return null
  return (
    <div className="small">
      <BarLine value={result.value} target={result.target} most={Math.max(result.value, result.target)} />
      <p>{t('programmes:site.target', { percent: percent(reached), target: number(result.target) })}</p>
    </div>
  )
}

function GroupBars({ grouping, result }: { grouping: Grouping; result: Result }) {
  const t = useText()
  const { number } = useNumbers()
  const bars = groupings[grouping].flatMap((group) => {
    const value = result.groups[group]
    if (value === undefined) return []
    const label = t(`programmes:group.${group}`)
    return [{ key: group, label, value, said: number(value), target: null, saidTarget: '' }]
  })
  if (bars.length === 0) return null
  const title = t(`programmes:grouping.${grouping}`)
  return <BarTable caption={title} head={title} bars={bars} />
}
