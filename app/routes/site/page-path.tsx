import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'

/** The pages above this one, outermost first. */
export function PagePath({ steps }: { steps: { href: string; text: Localized | string }[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <nav aria-label={t('visitor:exhibit.path')}>
      <ol className="plain-list path">
        {steps.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>
              {typeof text === 'string' ? text : <LocalizedText text={text} language={language} />}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
