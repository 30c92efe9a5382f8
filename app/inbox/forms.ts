import { z } from 'zod'
import { replies } from '#app/answers/rules.ts'
import { inboxStates } from './rules.ts'

/** An inbox's address: `?state=done&search=sara&page=2`. Whatever is not understood is left out. */
export const inboxSearch = z.object({
  state: z.enum(inboxStates).default('waiting').catch('waiting'),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
  search: z.string().trim().max(100).default('').catch(''),
  done: z
    .enum(['accepted', 'recorded', 'settled', 'reopened', 'linked', 'placed', 'believed', 'substitute'])
    .optional()
    .catch(undefined),
  guest: z.string().trim().max(100).default('').catch(''),
})

const id = z.string().max(64)

/** A written mail as an answer, part by part; a part left out stays as it is. */
export const recordForm = z.object({
  answers: z
    .array(z.object({ part: id, reply: z.enum(replies).optional() }))
    .max(20)
    .default([]),
})
export const linkForm = z.object({ guest: id })
export const placeForm = z.object({ event: id })
