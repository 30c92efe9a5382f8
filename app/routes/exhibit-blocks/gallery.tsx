import { useText } from '#app/i18n/use-text.ts'
import { BlockFrame } from './frame.tsx'
import { Photo } from './photo.tsx'
import type { Shown } from './show.tsx'

export function GalleryBlock({ block, media }: Shown<'gallery'>) {
  const t = useText()
  const pictures = block.items.flatMap(({ id, picture }) => {
    const shown = picture ? media.pictures[picture] : undefined
    return shown ? [{ id, shown }] : []
  })
  if (!pictures.length) return null
  return (
    <BlockFrame id={block.id} heading={block.heading} fallback={t('visitor:exhibit.pictures')}>
      <div className="gallery">
        {pictures.map(({ id, shown }) => (
          <Photo key={id} picture={shown} sizes="(min-width: 44rem) 20rem, 100vw" />
        ))}
      </div>
    </BlockFrame>
  )
}
