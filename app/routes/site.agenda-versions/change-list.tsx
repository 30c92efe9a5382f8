import { formatInstant, formatNumber, formatTimeRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { ListedChange } from './listed-change.ts'

/** What became of which item. What there is more than `most` is told by its number. */
export function ChangeList({
  changes,
  zone,
  most = Number.POSITIVE_INFINITY,
  to,
}: {
  changes: ListedChange[]
  zone: string
  most?: number
  /** The page of an item that is still there. */
  to: ((id: string) => string) | null
}) {
  const t = useText()
  const language = useLanguage()
  const rest = changes.length - most
  return (
    <ul className="plain-list change-list">
      {changes.slice(0, most).map(({ id, kind, title, startsAt, endsAt, words }) => (
        <li key={id} className={`change ${kind}`}>
          <p className="strong">
            {to && kind !== 'removed' ? (
              <a href={to(id)}>
                <LocalizedText text={title} language={language} />
              </a>
            ) : (
              <LocalizedText text={title} language={language} />
            )}
          </p>
          {kind === 'changed' && (
            <p className="muted small">
              {formatInstant(startsAt, 'shortDay', language, zone)}{' '}
              <bdi>{formatTimeRange(startsAt, endsAt, language, zone)}</bdi>
            </p>
          )}
          <ul className="plain-list small">
            {words.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </li>
      ))}
      {rest > 0 && (
        <li className="muted">
          {t('programme:desk.hidden', { count: rest, number: formatNumber(rest, language) })}
        </li>
      )}
    </ul>
  )
}
