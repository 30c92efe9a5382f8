import type { ReactNode } from 'react'
import { useText } from '../../i18n/use-text.ts'

export type Bar = {
  key: string
  label: ReactNode
  value: number
  /** The value as it is read, with how exact it is. */
  said: string
  target: number | null
  /** The target as it is read. */
  saidTarget: string
}

/** Numbers of one kind beside bars of their length, so that the table is the picture's equal; what was aimed at is a line. */
export function BarTable({
  caption,
  head,
  bars,
}: {
  caption: ReactNode
  head: string
  bars: readonly Bar[]
}) {
  const t = useText()
  const most = Math.max(...bars.flatMap(({ value, target }) => [value, target ?? 0]), 0)
  const hasTargets = bars.some(({ target }) => target !== null)
  return (
    <table className="bar-table">
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{t('programmes:site.numberHead')}</th>
          {hasTargets && <th scope="col">{t('programmes:site.targetHead')}</th>}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">{bar.label}</th>
            <td>
              <BarLine value={bar.value} target={bar.target} most={most} />
              <bdi>{bar.said}</bdi>
            </td>
            {hasTargets && (
              <td className="muted small">{bar.target === null ? '–' : <bdi>{bar.saidTarget}</bdi>}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A bar as long as `value` is of `most`, and a line where the target is. It says nothing that does not stand beside it. */
export function BarLine({ value, target, most }: { value: number; target: number | null; most: number }) {
  const share = (of: number) => `${most > 0 ? Math.round((Math.max(0, of) / most) * 1000) / 10 : 0}%`
  return (
    <svg className="bar-line" aria-hidden="true" focusable="false" width="100%" height="12">
      <rect className="bar-room" width="100%" height="12" rx="3" />
      <rect className="bar-value" width={share(value)} height="12" rx="3" />
      {target !== null && (
        <line className="bar-target" x1={share(target)} x2={share(target)} y1="0" y2="12" />
      )}
    </svg>
  )
}
