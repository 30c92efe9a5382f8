import { z } from 'zod'
import { languages } from '../i18n/languages.ts'
import { isMailAddress, oneLine } from '../mail/address.ts'
import { localizedText } from '../ui/localized-schema.ts'

/** What a speaker says to their roles; a role that is left open is asked about again. */
export const speakerAnswerForm = z.object({
  roles: z
    .array(
      z.object({
        id: z.string().max(64),
        reply: z.enum(['confirmed', 'declined']).optional(),
        reason: z.string().trim().max(1000, 'tooLong').default(''),
        contribution: localizedText(200),
      }),
    )
    .max(100)
    .default([]),
})

/** What a speaker says of themselves. Markdown. */
export const biographyForm = z.object({ biography: localizedText(3000) })

/** What a speaker's slides are called; the file comes beside it. */
export const slidesForm = z.object({
  item: z.string().max(64),
  title: localizedText(200),
  language: z.enum(languages).optional(),
})

/** Whom the desk asks or reminds, and what it adds. Without `all`, those whose roles are ticked. */
export const requestForm = z.object({
  which: z.enum(['all', 'chosen']),
  role: z.array(z.string().max(64)).default([]),
  word: localizedText(1000),
})

/** How many days before their first role whoever has not answered is reminded; empty for never. */
export const speakerReminderForm = z.object({
  days: z.number('number').int('number').min(1, 'number').max(90, 'number').optional(),
})

/** Where a speaker is written to. */
export const contactForm = z.object({
  role: z.string().max(64),
  email: z
    .string()
    .overwrite(oneLine)
    .max(254, 'tooLong')
    .default('')
    .refine((address) => !address || isMailAddress(address), 'email'),
  language: z.enum(languages),
})
