import type { ReactNode } from 'react'
import type { ShownMedia } from '#app/exhibition/exhibit-page.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Picture } from '#app/ui/picture.tsx'

export type ShownPicture = ShownMedia['pictures'][string]

/** A picture with its caption and whose it is. */
export function Photo({
  picture,
  sizes,
  isFirstView,
  above,
}: {
  picture: ShownPicture
  sizes: string
  isFirstView?: boolean
  /** Stands before the caption, such as when it was taken. */
  above?: ReactNode
}) {
  const t = useText()
  const language = useLanguage()
  const { caption, credit } = picture
  const hasCaption = Object.values(caption).some(Boolean)
  return (
    <figure className="photo">
      <Picture picture={picture} language={language} sizes={sizes} isFirstView={isFirstView} />
      {(above || hasCaption || credit) && (
        <figcaption className="small muted">
          {above}
          {hasCaption && <LocalizedText text={caption} language={language} />}
          {hasCaption && credit && ' · '}
          {credit && t('visitor:exhibit.credit', { credit })}
        </figcaption>
      )}
    </figure>
  )
}
