import { localizedText } from '../../../ui/localized-schema.ts'
import { heading } from './fields.ts'

/** Running text under a heading; Markdown. */
export const textFields = { heading, text: localizedText(20_000) }
