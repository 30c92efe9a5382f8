import { z } from 'zod'

/** Where items belong that are not in the agenda yet: to the part of their time, or all to one. */
export type Choices = { partId: string | null; edits: 'keep' | 'overwrite' }

export const proposed: Choices = { partId: null, edits: 'keep' }

const shape = z.object({
  partId: z.string().nullable().catch(null),
  edits: z.enum(['keep', 'overwrite']).catch('keep'),
})

/** What somebody chose for an import; what is proposed where they have not. */
export function choicesFrom(given: unknown): Choices {
  return shape.safeParse(given).data ?? proposed
}
