import { useLanguage } from '#app/i18n/use-language.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Picture } from '#app/ui/picture.tsx'
import type { Shown } from './show.tsx'

export function QuotationBlock({ block, media }: Shown<'quotation'>) {
  const language = useLanguage()
  const portrait = media.pictures[block.portraitPicture ?? '']
  const says = (text: typeof block.name) => Object.values(text).some(Boolean)
  if (!says(block.text)) return null
  return (
    <figure className="quotation">
      {portrait && <Picture picture={portrait} language={language} sizes="6rem" />}
      <blockquote>
        <LocalizedText text={block.text} language={language} />
      </blockquote>
      {says(block.name) && (
        <figcaption>
          <span className="strong block">
            <LocalizedText text={block.name} language={language} />
          </span>
          <span className="muted">
            <LocalizedText text={block.role} language={language} />
          </span>
        </figcaption>
      )}
    </figure>
  )
}
