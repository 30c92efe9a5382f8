import { formatPartialDate } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { LocalizedText } from '../../ui/localized-text.tsx'
import type { Result } from './read.server.ts'

type Given = Pick<Result, 'asOf' | 'source' | 'sourceUrl'>

/** As of when a result is, and who says so: none is shown without. */
export function Origin({ of: { asOf, source, sourceUrl } }: { of: Given }) {
  const t = useText()
  const language = useLanguage()
  const name = <LocalizedText text={source} language={language} />
  return (
    <p className="small muted">
      {t('programmes:site.asOf', { date: formatPartialDate(asOf, language) })}
      <span className="block">
        {t('programmes:site.source')}{' '}
        {sourceUrl ? (
          <a href={sourceUrl} rel="noopener noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </span>
    </p>
  )
}

/** Where several results come from, each origin once. */
export function Origins({ of }: { of: readonly Given[] }) {
  const distinct = new Map(of.map((one) => [JSON.stringify([one.asOf, one.source, one.sourceUrl]), one]))
  return [...distinct].map(([key, one]) => <Origin key={key} of={one} />)
}
