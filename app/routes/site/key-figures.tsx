import { formatNumber, formatPartialDate } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

export type KeyFigure = {
  id: string
  value: number
  qualifier: 'exactly' | 'about' | 'nearly' | 'more_than'
  label: Localized
  unit: Localized
  asOf: string
  source: Localized
  sourceUrl: string | null
  /** The exhibit that gives it, where the page is not that exhibit's own. */
  exhibit?: { slug: string; title: Localized }
}

/**
 * Numbers, each with what it counts, as of when, and who says so. None is ever shown without the last two. `home` is
 * where the exhibits are that gave them, for figures that name theirs.
 */
export function KeyFigures({ figures, home }: { figures: KeyFigure[]; home?: string }) {
  const t = useText()
  const language = useLanguage()
  if (figures.length === 0) return null
  return (
    <ul className="plain-list figures">
      {figures.map((figure) => (
        <li key={figure.id} className="figure">
          <p>
            {figure.qualifier !== 'exactly' && (
              <span className="muted">{t(`site:figure.${figure.qualifier}`)}</span>
            )}
            <b>
              <bdi>{formatNumber(figure.value, language)}</bdi>
            </b>
            <LocalizedText text={figure.unit} language={language} />{' '}
            <LocalizedText text={figure.label} language={language} />
          </p>
          {home && figure.exhibit && (
            <p>
              <a href={`${home}/${figure.exhibit.slug}`}>
                <LocalizedText text={figure.exhibit.title} language={language} />
              </a>
            </p>
          )}
          <p className="small muted">
            {t('visitor:exhibit.asOf', { date: formatPartialDate(figure.asOf, language) })}
            <span className="block">
              {t('visitor:exhibit.source')} <Source figure={figure} />
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function Source({ figure }: { figure: KeyFigure }) {
  const language = useLanguage()
  const name = <LocalizedText text={figure.source} language={language} />
  if (!figure.sourceUrl) return name
  return (
    <a href={figure.sourceUrl} rel="noopener noreferrer">
      {name}
    </a>
  )
}
