import type { Presented } from '#app/agenda/read.server.ts'
import { direction, type Language, type Localized, languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { Markdown } from '#app/ui/markdown.tsx'
import { Picture } from '#app/ui/picture.tsx'

/** Somebody's picture beside their name, which says who it is. */
export function SpeakerPicture({ picture }: { picture: NonNullable<Presented['picture']> }) {
  return (
    <div className="speaker-picture">
      <Picture picture={{ ...picture, alt: {} }} language={useLanguage()} sizes="8rem" isDecoration />
    </div>
  )
}

/** A biography in each language it was written in, as it will be printed. */
export function Biography({ text, among }: { text: Localized; among: readonly Language[] }) {
  return (
    <div className="stack">
      {among
        .filter((language) => text[language])
        .map((language) => (
          <div key={language} lang={language} dir={direction(language)}>
            <p className="muted small">{languageNames[language]}</p>
            <Markdown text={{ [language]: text[language] }} language={language} />
          </div>
        ))}
    </div>
  )
}
