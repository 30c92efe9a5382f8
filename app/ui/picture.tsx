import { direction, type Language, type Localized, localizeWithLanguage } from '../i18n/languages.ts'

export type StoredPicture = {
  key: string
  width: number
  height: number
  widths: number[]
  alt: Localized
}

/** The address of a stored picture in one of its widths. */
export function pictureAddress({ key }: { key: string }, width: number): string {
  return `/files/${key}/${width}.webp`
}

/** The smallest stored width that is not below `wanted`, or the largest there is. */
export function widthFor({ widths, width }: StoredPicture, wanted: number): number {
  return widths.find((one) => one >= wanted) ?? widths.at(-1) ?? width
}

/**
 * A stored picture in the width the screen needs, its room kept before it arrives. Beside a title that says the same
 * it is decoration and is not read out.
 */
export function Picture({
  picture,
  language,
  sizes,
  isDecoration = false,
  isFirstView = false,
}: {
  picture: StoredPicture
  language: Language
  sizes: string
  isDecoration?: boolean
  isFirstView?: boolean
}) {
  const alt = localizeWithLanguage(picture.alt, language)
  const isForeign = !isDecoration && alt.language !== language
  return (
    <img
      src={pictureAddress(picture, widthFor(picture, 800))}
      srcSet={picture.widths.map((width) => `${pictureAddress(picture, width)} ${width}w`).join(', ')}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={isDecoration ? '' : alt.text}
      lang={isForeign ? alt.language : undefined}
      dir={isForeign ? direction(alt.language) : undefined}
      loading={isFirstView ? undefined : 'lazy'}
      decoding="async"
    />
  )
}
