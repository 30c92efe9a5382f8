import { z } from 'zod'
import { westernDigits } from '#app/i18n/digits.ts'
import { oneLine } from '#app/mail/address.ts'
import { retained } from './rules.ts'

function line(max: number) {
  return z.string().overwrite(oneLine).max(max, 'tooLong').default('')
}

function lines(max: number) {
  return z.string().trim().max(max, 'tooLong').default('')
}

// Letters of ours open with it: it must not advertise anything.
const name = line(150).refine((text) => !/\/\/|www\.|[@<>{}]/i.test(text), 'invalid')

export const askForm = z.object({ name, phone: line(40), reason: lines(1000) })

export const correctionForm = askForm.refine((wanted) => wanted.name || wanted.phone, {
  path: ['name'],
  message: 'privacy:correction.nothing',
})

/** A request as the desk notes it for somebody who called or wrote. */
export const recordForm = z
  .object({
    attendee: z.string().max(64),
    kind: z.enum(['access', 'correction', 'erasure']),
    name,
    phone: line(40),
    reason: lines(1000),
  })
  .refine((asked) => asked.kind !== 'correction' || asked.name || asked.phone, {
    path: ['name'],
    message: 'privacy:correction.nothing',
  })

export const refusalForm = z.object({ answer: lines(2000).refine((text) => text.length > 0, 'required') })

export const grantForm = z.object({
  answer: lines(2000),
  reach: z.enum(['event', 'office']).default('event'),
})

const days = z.preprocess(
  (typed) => (typeof typed === 'string' ? westernDigits(typed) : typed),
  z.coerce
    .number({ message: 'number' })
    .int('number')
    .min(1, 'privacy:retention.tooFew')
    .max(36500, 'privacy:retention.tooMany')
    .optional(),
)

/** Days for each rule; an empty box keeps it for good. */
export const retentionForm = z.object(
  Object.fromEntries(retained.map((rule) => [rule, days])) as Record<(typeof retained)[number], typeof days>,
)
