import { z } from 'zod'
import { messageStates, outboxActions } from './rules.ts'

/** What a person does with messages: with those they ticked, or with all that the list's filter shows. */
export const outboxForm = z.object({
  intent: z.enum(outboxActions),
  which: z.enum(['all', 'chosen']).default('chosen'),
  message: z.array(z.string().max(64)).default([]),
})

/** The outbox's address: `?state=failed&q=hassan&page=2`. Whatever is not understood is left out. */
export const outboxSearch = z.object({
  state: z.enum(messageStates).optional().catch(undefined),
  q: z.string().trim().max(200).default('').catch(''),
  mailing: z.string().max(64).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
  done: z
    .enum([...outboxActions, 'none', 'edited', 'resent', 'secondPerson'])
    .optional()
    .catch(undefined),
  count: z.coerce.number().int().min(0).max(10_000_000).default(0).catch(0),
})

export type OutboxSearch = z.output<typeof outboxSearch>
