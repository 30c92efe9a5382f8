import { z } from 'zod'
import { requiredLocalizedText } from '../../ui/localized-schema.ts'
import { boothCodes } from '../rules.ts'

/** More than this nobody walks in one go. */
export const mostStops = 60

/** A suggested route: its name, and the booths as they are painted, in the order in which one walks: `A1–A4, C2`. */
export const tourForm = z.object({
  name: requiredLocalizedText(80),
  booths: z.string().transform((text, context) => {
    const codes = boothCodes(text)
    if (codes?.length && codes.length <= mostStops) return codes
    context.addIssue({ code: 'custom', message: codes?.length === 0 ? 'required' : 'tours:refused.stops' })
    return z.NEVER
  }),
})
