import { z } from 'zod'
import { isMailAddress, oneLine } from '../../mail/address.ts'

/** What nobody sees and a machine fills; what comes with it is thrown away without a word. */
const trap = z.string().max(500).optional()

/** What a visitor leaves for a booth. One way to reach them is enough. */
export const enquiryForm = z
  .object({
    name: z.string().overwrite(oneLine).min(1).max(120, 'tooLong'),
    email: z
      .string()
      .overwrite(oneLine)
      .max(254, 'tooLong')
      .refine((address) => !address || isMailAddress(address), 'email')
      .default(''),
    phone: z.string().overwrite(oneLine).max(40, 'tooLong').default(''),
    message: z.string().trim().min(1).max(2000, 'tooLong'),
    website: trap,
  })
  .refine(({ email, phone }) => email || phone, { path: ['email'], message: 'voices:refused.reach' })

/** What somebody thinks of an exhibit or of the whole: one of three steps, and words if they like. */
export const feedbackForm = z.object({
  score: z.enum(['1', '2', '3']).transform(Number),
  text: z.string().trim().max(1000, 'tooLong').default(''),
  website: trap,
})

/** The steps from the best to the worst, as they are shown. */
export const scores = [3, 2, 1] as const
export type Score = (typeof scores)[number]

export const enquiriesShown = ['open', 'done', 'all'] as const
const page = z.coerce.number().int().min(1).max(10_000).catch(1)

/** What the address of a list asks for; anything else is what waits for an answer. */
export const voicesSearch = z.object({
  exhibit: z.string().max(60).catch(''),
  shown: z.enum(enquiriesShown).catch('open').default('open'),
  page: page.default(1),
  done: z.string().max(40).catch('').default(''),
})
