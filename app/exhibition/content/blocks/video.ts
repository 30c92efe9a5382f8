import { localizedText } from '../../../ui/localized-schema.ts'
import { heading, mediaId, webAddress } from './fields.ts'

/** The way to a film elsewhere, with a picture of our own: nothing of a third party is loaded. */
export const videoFields = { heading, url: webAddress, about: localizedText(400), posterPicture: mediaId }
