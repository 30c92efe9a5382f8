import { localizedText } from '../../../ui/localized-schema.ts'
import { heading, mediaId } from './fields.ts'

/** A file to take along. */
export const documentFields = { heading, document: mediaId, about: localizedText(400) }
