import { z } from 'zod'
import { localizedText } from '../../../ui/localized-schema.ts'
import { figureQualifiers } from '../../rules.ts'
import { asOf, heading, rows, webAddress } from './fields.ts'

/** Numbers, each with what it counts, when, and who says so; never shown without date and source. */
export const figuresFields = {
  heading,
  items: rows(
    {
      value: z.number().min(-1e12, 'invalid').max(1e12, 'invalid').nullable().default(null),
      qualifier: z.enum(figureQualifiers).default('exactly'),
      label: localizedText(160),
      unit: localizedText(60),
      asOf,
      source: localizedText(300),
      sourceUrl: webAddress,
    },
    24,
  ),
}
