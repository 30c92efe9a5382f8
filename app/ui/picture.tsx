import { direction, type Language, type Localized, localizeWithLanguage } from '../i18n/languages.ts'

type Format = 'avif' | 'webp' | 'jpeg'

export type StoredPicture = {
  key: string
  width: number
  height: number
  widths: number[]
  /** Smallest first; without it, WebP alone. */
  formats?: Format[] | null
  alt: Localized
  /** Where the eye should rest when the picture is cut, in hundredths from its left and top edge. */
  focus?: { x: number; y: number } | null
}

/** The address of a stored picture in one of its widths. */
export function pictureAddress({ key }: { key: string }, width: number, format: Format = 'webp'): string {
  return `/files/${key}/${width}.${format}`
}

/** The smallest stored width that is not below `wanted`, or the largest there is. */
export function widthFor({ widths, width }: Pick<StoredPicture, 'widths' | 'width'>, wanted: number): number {
  return widths.find((one) => one >= wanted) ?? widths.at(-1) ?? width
}

/** The format that every reader knows: old browsers, and whoever shows a link that was passed on. */
export function plainFormat({ formats }: Pick<StoredPicture, 'formats'>): Format {
  return formats?.includes('jpeg') ? 'jpeg' : 'webp'
}

/**
 * The classes that keep `focus` in sight where a picture is cut. A picture's left stays left whichever way the page is
 * read. In tenths, since pages carry no styles of their own (styles/focus.css).
 */
export function focusClass(focus: StoredPicture['focus']): string | undefined {
  if (!focus) return undefined
  const tenth = (hundredths: number) => Math.round(hundredths / 10) * 10
  return `focus-x-${tenth(focus.x)} focus-y-${tenth(focus.y)}`
}

type Shown = {
  picture: StoredPicture
  language: Language
  sizes: string
  /** Beside a title that says the same it is decoration and is not read out. */
  isDecoration?: boolean
  isFirstView?: boolean
}

/** A stored picture in the width the screen needs and the smallest format it knows, its room kept before it arrives. */
export function Picture({ picture, language, sizes, isDecoration = false, isFirstView = false }: Shown) {
  const alt = localizeWithLanguage(picture.alt, language)
  const isForeign = !isDecoration && alt.language !== language
  const plain = plainFormat(picture)
  return (
    <picture>
      {(picture.formats ?? [])
        .filter((format) => format !== plain)
        .map((format) => (
          <source key={format} type={`image/${format}`} srcSet={inWidths(picture, format)} sizes={sizes} />
        ))}
      <img
        className={focusClass(picture.focus)}
        src={pictureAddress(picture, widthFor(picture, 800), plain)}
        srcSet={inWidths(picture, plain)}
        sizes={sizes}
        width={picture.width}
        height={picture.height}
        alt={isDecoration ? '' : alt.text}
        lang={isForeign ? alt.language : undefined}
        dir={isForeign ? direction(alt.language) : undefined}
        loading={isFirstView ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

function inWidths(picture: StoredPicture, format: Format): string {
  return picture.widths.map((width) => `${pictureAddress(picture, width, format)} ${width}w`).join(', ')
}
