import { z } from 'zod'
import { isMailAddress } from './address.ts'
import { suppressionReasons } from './suppression.ts'

/** An address somebody puts on the list by hand. */
export const suppressForm = z.object({
  address: z
    .string()
    .trim()
    .max(254)
    .refine((value) => isMailAddress(value), 'email'),
  note: z.string().trim().max(500).optional(),
})

/** Taking one off says why, for whoever asks later. */
export const liftForm = z.object({
  suppression: z.string().max(64),
  why: z.string().trim().min(1, 'required').max(500),
})

/** The list's address: `?reason=bounced&q=guest&page=2`. Whatever is not understood is left out. */
export const suppressionSearch = z.object({
  reason: z.enum(suppressionReasons).optional().catch(undefined),
  q: z.string().trim().max(200).default('').catch(''),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
  done: z.enum(['added', 'known', 'lifted']).optional().catch(undefined),
})
