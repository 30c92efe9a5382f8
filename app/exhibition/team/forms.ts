import { z } from 'zod'
import { languages } from '../../i18n/languages.ts'
import { instantFromLocal } from '../../i18n/zoned.ts'
import { isMailAddress, oneLine } from '../../mail/address.ts'

/** Somebody of an exhibit's team, and whether they are written to at once. */
export const memberForm = z.object({
  name: z.string().overwrite(oneLine).min(1, 'required').max(120, 'tooLong'),
  email: z.string().overwrite(oneLine).max(254, 'tooLong').refine(isMailAddress, 'email'),
  language: z.enum(languages),
  invite: z
    .literal('on')
    .optional()
    .transform((given) => given === 'on'),
})

/** What the desk adds to a mail to a team. */
export const wordForm = z.object({ word: z.string().trim().max(1000, 'tooLong').default('') })

const days = z.number('number').int('number').min(1, 'number').max(90, 'number').optional()

/** How many days before and after a deadline teams are reminded by themselves; empty for never. */
export const teamRemindersForm = z.object({ before: days, after: days })

/** What somebody says about an exhibit or one of its blocks. */
export const commentForm = z.object({
  text: z.string().trim().min(1, 'required').max(2000, 'tooLong'),
  about: z.string().max(60).optional(),
})

/** By when a team is to hand in: a wall-clock time in the event's `zone`, or never; for one exhibit or for all. */
export function deadlineForm(zone: string) {
  return z.object({
    dueAt: z
      .string()
      .optional()
      .transform((local, context) => {
        if (!local) return null
        const at = instantFromLocal(local, zone)
        if (at) return at
        context.addIssue({ code: 'custom', message: 'dateTime' })
        return z.NEVER
      }),
    all: z
      .literal('on')
      .optional()
      .transform((given) => given === 'on'),
  })
}
