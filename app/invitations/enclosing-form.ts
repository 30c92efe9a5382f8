import { z } from 'zod'
import type { Enclosing } from '#db/schema/mail.server.ts'

/** What of the register goes with a mailing; `none`: its text alone. */
export const letterForms = ['none', 'issued', 'signed', 'either'] as const
export const lettersMissing = ['leaveOut', 'send'] as const satisfies readonly Enclosing['without'][]

/** The fields of a mailing's form that say what goes with its mails. `batch` empty: each reader's latest letter. */
export const enclosingFields = {
  withCalendar: z.boolean().default(false),
  letters: z.enum(letterForms).default('none'),
  batch: z.string().max(64).optional(),
  without: z.enum(lettersMissing).default('leaveOut'),
}

type Given = z.output<z.ZodObject<typeof enclosingFields>>

export function enclosingFrom({ letters, batch, without }: Given): Enclosing | null {
  return letters === 'none' ? null : { batch: batch || null, form: letters, without }
}

/** The fields as they stand for a mailing. */
export function enclosingValues(withCalendar: boolean, enclosing: Enclosing | null) {
  return {
    withCalendar: withCalendar ? 'on' : undefined,
    letters: enclosing?.form ?? 'none',
    batch: enclosing?.batch ?? undefined,
    without: enclosing?.without ?? 'leaveOut',
  }
}
