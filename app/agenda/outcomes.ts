import { z } from 'zod'
import { localizedText, requiredLocalizedText } from '../ui/localized-schema.ts'

export const outcomeKinds = ['decision', 'action'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]
export const outcomeStates = ['open', 'done', 'dropped'] as const
export type OutcomeState = (typeof outcomeStates)[number]

/** What was said, as minutes tell it. Markdown. */
export const outcomeTextForm = z.object({
  outcome: localizedText(20_000),
  seen: z.number().int().optional(),
})

/** A decision, or an action with who is to do it and by when; the organisation of the directory, or a name written in. */
export const outcomeForm = z.object({
  kind: z.enum(outcomeKinds),
  text: requiredLocalizedText(2000),
  ownerId: z.string().max(64).default(''),
  ownerName: localizedText(200),
  dueOn: z.iso.date('dateTime').optional(),
  state: z.enum(outcomeStates).default('open'),
})
