import { localizedText } from '../../../ui/localized-schema.ts'
import { mediaId } from './fields.ts'

/** What somebody said, who it was, and a portrait. */
export const quotationFields = {
  text: localizedText(1200),
  name: localizedText(160),
  role: localizedText(200),
  portraitPicture: mediaId,
}
