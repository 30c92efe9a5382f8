import type { PublishingNeed } from '#app/exhibition/content/needs.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { usePartName } from './part-name.ts'
import { wayTo } from './way-to.ts'

/** What an exhibit cannot be published without, each with the way to its form. */
export function Needs({ needs }: { needs: PublishingNeed[] }) {
  const t = useText()
  const nameOf = usePartName()
  if (needs.length === 0) return null
  return (
    <div className="notice warning tight">
      <p className="strong">{t('exhibition:standing.needs')}</p>
      <ul>
        {needs.map(({ path, need, languages = [] }) => (
          <li key={`${path} ${need}`}>
            <a className="target" href={wayTo(path)}>
              {path.startsWith('blocks/') && `${nameOf(path)}: `}
              {t(`exhibit:need.${need}`)}
              {languages.length > 0 && ` (${languages.map((one) => languageNames[one]).join(' · ')})`}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
