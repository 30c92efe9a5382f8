import { formatPartialDate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

export function TimelineBlock({ block }: Shown<'timeline'>) {
  const language = useLanguage()
  if (!block.items.length) return null
  return (
    <BlockFrame id={block.id} heading={block.heading}>
      <ol className="plain-list timeline">
        {block.items.map(({ id, on, title, text }) => (
          <li key={id}>
            {on && <time dateTime={on}>{formatPartialDate(on, language)}</time>}
            <p className="strong">
              <LocalizedText text={title} language={language} />
            </p>
            {Object.values(text).some(Boolean) && (
              <p>
                <LocalizedText text={text} language={language} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </BlockFrame>
  )
}
