import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import { LocalizedText } from '../../ui/localized-text.tsx'
import type { ShownDataset } from './view.server.ts'
import { roundName } from './words.ts'

type Given = { dataset: ShownDataset; round?: { round: number; reportedOn: string } }

/** Who says so, and of which round: no figure stands anywhere without it. */
export function SourceLine({ dataset, round }: Given) {
  const t = useText()
  const language = useLanguage()
  const name = <LocalizedText text={dataset.source} language={language} />
  return (
    <span className="block small muted">
      {t('displacement:source')}{' '}
      {dataset.sourceUrl ? (
        <a href={dataset.sourceUrl} rel="noopener noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {round && ` · ${roundName(round, { t, language })}`}
    </span>
  )
}
