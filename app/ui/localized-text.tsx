import { direction, type Language, type Localized, localizeWithLanguage } from '../i18n/languages.ts'

/** Text that may be in another language than the page: says which, so that it is read and shaped right. */
export function LocalizedText({
  text,
  language,
}: {
  text: Localized | null | undefined
  language: Language
}) {
  const found = localizeWithLanguage(text, language)
  if (found.language === language) return <>{found.text}</>
  return (
    <span lang={found.language} dir={direction(found.language)}>
      {found.text}
    </span>
  )
}
