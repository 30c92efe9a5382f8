import { markdownToHtml } from '../documents/markdown.ts'
import { direction, type Language, type Localized, localizeWithLanguage } from '../i18n/languages.ts'

/** A Markdown text in the reader's language, or marked as being in the one it was found in. */
export function Markdown({ text, language }: { text: Localized | null | undefined; language: Language }) {
  const found = localizeWithLanguage(text, language)
  if (!found.text) return null
  return (
    <div
      className="prose"
      lang={found.language}
      dir={direction(found.language)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: markdownToHtml lets no raw HTML and no script link through.
      dangerouslySetInnerHTML={{ __html: markdownToHtml(found.text) }}
    />
  )
}
