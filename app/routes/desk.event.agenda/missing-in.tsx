import { formatList } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

/** A sign at a text that some readers will see in another language than theirs. */
export function MissingIn({ languages }: { languages: readonly Language[] }) {
  const t = useText()
  const language = useLanguage()
  if (languages.length === 0) return null
  const names = languages.map((one) => t(`agenda:language.${one}`))
  return (
    <span className="tag wait wraps">
      {t('common:missingIn', { languages: formatList(names, language) })}
    </span>
  )
}
