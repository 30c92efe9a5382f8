import { z } from 'zod'
import { languages } from '../i18n/languages.ts'
import { requiredLocalizedText } from '../ui/localized-schema.ts'

export const paperKinds = ['agenda', 'concept_note', 'slides', 'minutes', 'other'] as const
export type PaperKind = (typeof paperKinds)[number]

/** Who may open a paper: everybody, those invited to the item's part, those who work on the event. */
export const paperAudiences = ['public', 'invited', 'staff'] as const
export type PaperAudience = (typeof paperAudiences)[number]

/** A paper's facts; the file comes beside it. */
export const paperForm = z.object({
  title: requiredLocalizedText(200),
  kind: z.enum(paperKinds),
  audience: z.enum(paperAudiences),
  language: z.enum(languages).optional(),
})

/** Another version of a paper, or its first file in a further language. */
export const versionForm = z.object({ paper: z.string().max(64), language: z.enum(languages).optional() })

/** How many papers one item may have. */
export const mostPapers = 30
