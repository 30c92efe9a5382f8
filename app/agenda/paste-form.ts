import { z } from 'zod'

/** A table pasted into the page, with the day and the part it is for. */
export const pasteForm = z.object({
  table: z.string().max(200_000, 'tooLong'),
  day: z.string().regex(/^2\d{3}-\d\d-\d\d$/, 'invalid'),
  partId: z.string(),
  makesRooms: z.boolean().default(false),
})
