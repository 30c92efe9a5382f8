import { formatPartialDate } from '#app/i18n/format.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { BlockFrame } from './frame.tsx'
import { Photo, type ShownPicture } from './photo.tsx'
import type { Shown } from './show.tsx'

/** Both pictures side by side, so that no hand and no script is needed to compare them; on a phone one above the other. */
export function BeforeAfterBlock({ block, media }: Shown<'beforeAfter'>) {
  const t = useText()
  const before = media.pictures[block.beforePicture ?? '']
  const after = media.pictures[block.afterPicture ?? '']
  if (!before && !after) return null
  return (
    <BlockFrame id={block.id} heading={block.heading}>
      <div className="gallery">
        {before && (
          <Side
            {...{ word: t('exhibit:show.before'), picture: before, on: block.beforeOn }}
            caption={block.beforeCaption}
          />
        )}
        {after && (
          <Side
            {...{ word: t('exhibit:show.after'), picture: after, on: block.afterOn }}
            caption={block.afterCaption}
          />
        )}
      </div>
    </BlockFrame>
  )
}

type Given = { word: string; picture: ShownPicture; on: string; caption: Localized }

function Side({ word, picture, on, caption }: Given) {
  const language = useLanguage()
  const hasOwn = Object.values(caption).some(Boolean)
  return (
    <Photo
      picture={hasOwn ? { ...picture, caption: {} } : picture}
      sizes="(min-width: 44rem) 20rem, 100vw"
      above={
        <span className="block">
          <strong>{word}</strong>
          {on && ` · ${formatPartialDate(on, language)}`}
          {hasOwn && (
            <span className="block">
              <LocalizedText text={caption} language={language} />
            </span>
          )}
        </span>
      }
    />
  )
}
