import { localizedText } from '../../../ui/localized-schema.ts'
import { asOf, heading, mediaId } from './fields.ts'

/** One place twice: as it was, and as it became. */
export const beforeAfterFields = {
  heading,
  beforePicture: mediaId,
  beforeOn: asOf,
  beforeCaption: localizedText(300),
  afterPicture: mediaId,
  afterOn: asOf,
  afterCaption: localizedText(300),
}
