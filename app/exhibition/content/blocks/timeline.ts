import { localizedText } from '../../../ui/localized-schema.ts'
import { asOf, heading, rows } from './fields.ts'

/** What happened when, in the order given. */
export const timelineFields = {
  heading,
  items: rows({ on: asOf, title: localizedText(160), text: localizedText(800) }, 40),
}
