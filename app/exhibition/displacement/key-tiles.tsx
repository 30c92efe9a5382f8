import { formatNumber, formatPartialDate, isolate } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { governorates } from '../governorates.ts'
import type { Change, changesUpTo } from './series.ts'
import { SourceLine } from './source-line.tsx'
import type { DisplacementView } from './view.server.ts'
import { formatChange, formatShare, roundName, whatIsCounted } from './words.ts'

type Tiled = {
  now: { round: number; reportedOn: string; total: number | null }
  changes: ReturnType<typeof changesUpTo>
  /** What is counted. */
  what: string
}

/** A round in a few numbers: its total, what has changed since the one before and since the highest. */
export function KeyTiles({ view }: { view: DisplacementView }) {
  const t = useText()
  const { dataset, now, changes } = view
  return (
    <>
      <Tiles now={now} changes={changes} what={whatIsCounted(view, { t })} />
      <Coverage view={view} />
      <SourceLine dataset={dataset} round={now} />
    </>
  )
}

/** A number of a round, and what has changed up to it; of the whole, or of one governorate. */
export function Tiles({ now, changes, what }: Tiled) {
  const t = useText()
  const language = useLanguage()
  return (
    <ul className="plain-list figures displacement-tiles">
      <li className="figure">
        <p>
          <b>
            <bdi>{now.total === null ? '–' : formatNumber(now.total, language)}</bdi>
          </b>
          {what}
        </p>
        <p className="small muted">{roundName(now, { t, language })}</p>
      </li>
      {changes.sinceBefore && <ChangeTile change={changes.sinceBefore} since="sinceBefore" />}
      <PeakTile now={now} changes={changes} />
    </ul>
  )
}

function ChangeTile({ change, since }: { change: Change; since: 'sinceBefore' | 'sincePeak' }) {
  const t = useText()
  const language = useLanguage()
  const date = isolate(formatPartialDate(change.since.reportedOn, language))
  return (
    <li className="figure">
      <p>
        <b>
          <bdi>{change.by === 0 ? t('displacement:change.same') : formatChange(change.by, language)}</bdi>
        </b>
        {change.share !== null && change.by !== 0 && (
          <>
            <bdi>{formatShare(change.share, language, { signDisplay: 'exceptZero' })}</bdi>{' '}
          </>
        )}
        {t(`displacement:tiles.${since}`, { date })}
      </p>
    </li>
  )
}

function PeakTile({ changes, now }: Pick<Tiled, 'changes' | 'now'>) {
  const t = useText()
  const language = useLanguage()
  const { peak, sincePeak } = changes
  if (!peak || !changes.sinceBefore) return null
  if (sincePeak) return <ChangeTile change={sincePeak} since="sincePeak" />
  return (
    <li className="figure">
      <p>
        <b>
          <bdi>{formatNumber(now.total ?? 0, language)}</bdi>
        </b>
        {t('displacement:tiles.isPeak')}
      </p>
    </li>
  )
}

/** A total of fewer governorates than another is told as such: comparing the two would mislead. */
function Coverage({ view: { now, before } }: { view: DisplacementView }) {
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  if (now.places < governorates.length)
    return (
      <p className="small">
        {t('displacement:note.coverage', { places: number(now.places), all: number(governorates.length) })}
      </p>
    )
  if (!before || before.places === now.places) return null
  return (
    <p className="small">
      {t('displacement:note.otherCoverage', { before: number(before.places), now: number(now.places) })}
    </p>
  )
}
