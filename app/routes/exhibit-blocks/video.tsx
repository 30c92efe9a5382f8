import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Picture } from '#app/ui/picture.tsx'
import { BlockFrame } from './frame.tsx'
import type { Shown } from './show.tsx'

/** A link that says where it leads: whoever does not follow it meets nobody else's server. */
export function VideoBlock({ block, media }: Shown<'video'>) {
  const t = useText()
  const language = useLanguage()
  const poster = media.pictures[block.posterPicture ?? '']
  if (!block.url) return null
  return (
    <BlockFrame id={block.id} heading={block.heading} fallback={t('exhibit:kind.video')}>
      <a className="video card" href={block.url} rel="noopener noreferrer">
        {poster && <Picture picture={poster} language={language} sizes="(min-width: 44rem) 20rem, 100vw" />}
        <span className="strong">
          {t('exhibit:show.watch')} · <bdi dir="ltr">{hostOf(block.url)}</bdi>
        </span>
      </a>
      {Object.values(block.about).some(Boolean) && (
        <p>
          <LocalizedText text={block.about} language={language} />
        </p>
      )}
    </BlockFrame>
  )
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}
