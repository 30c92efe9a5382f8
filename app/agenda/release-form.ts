import { z } from 'zod'
import { localizedText } from '../ui/localized-schema.ts'

/** Whom a release may be told to: who has a role in what changed, and guests of its parts by how they stand. */
export const concernedKinds = ['speakers', 'confirmed', 'invited'] as const
export type ConcernedKind = (typeof concernedKinds)[number]

const tell = z.array(z.enum(concernedKinds)).default([])

export const releaseForm = z.object({ note: localizedText(2000), tell })

/** Writes about a version that is public already. */
export const tellForm = z.object({ version: z.number().int('number'), tell })
