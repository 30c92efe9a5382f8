import type { Localized } from '../../i18n/languages.ts'
import { pictureAddress, type StoredPicture as Stored, widthFor } from '../../ui/picture.tsx'

export type StoredPicture = Stored

/** A picture large enough for any page, with what is said about it and whose it is. */
export function pictureShape(appUrl: string, picture: Stored & { caption: Localized; credit: string }) {
  const width = widthFor(picture, 1600)
  return {
    url: appUrl + pictureAddress(picture, width),
    width,
    height: Math.round((picture.height * width) / picture.width),
    alt: picture.alt,
    caption: picture.caption,
    credit: picture.credit,
  }
}
