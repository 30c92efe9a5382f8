import { z } from 'zod'
import { languages } from '../i18n/languages.ts'
import { isZone } from '../i18n/zoned.ts'
import { isMailAddress } from '../mail/address.ts'
import { localizedText, requiredLocalizedText } from '../ui/localized-schema.ts'
import { officeRoles } from './permission.ts'
import { longestPassword, shortestPassword } from './rules.ts'

/** An address that better-auth takes for an account and that we can write to. */
const email = z.email().refine(isMailAddress, 'email')
const mailAddress = z.string().trim().refine(isMailAddress, 'email')
const name = z.string().trim().min(1, 'required').max(120, 'tooLong')
const language = z.enum(languages)
const newPassword = z
  .string()
  .min(shortestPassword, 'accounts:error.passwordShort')
  .max(longestPassword, 'tooLong')

/** A password typed twice, so that a slip of the finger does not lock somebody out. */
const typedTwice = (form: { password: string; repeated: string }, context: z.RefinementCtx) => {
  if (form.password !== form.repeated)
    context.addIssue({ code: 'custom', path: ['repeated'], message: 'accounts:error.passwordsDiffer' })
}

export const signInForm = z.object({ email, password: z.string().min(1, 'required').max(longestPassword) })

export const setupForm = z
  .object({
    office: name,
    zone: z.string().refine(isZone, 'invalid'),
    senderAddress: mailAddress,
    name,
    email,
    password: newPassword,
    repeated: z.string(),
  })
  .superRefine(typedTwice)

export const resetRequestForm = z.object({ email })

export const newPasswordForm = z
  .object({ password: newPassword, repeated: z.string() })
  .superRefine(typedTwice)

export const inviteMemberForm = z.object({ name, email, role: z.enum(officeRoles), language })
export const changeRoleForm = z.object({ membership: z.string(), role: z.enum(officeRoles) })
export const removeMemberForm = z.object({ membership: z.string() })

export const officeForm = z.object({
  name: requiredLocalizedText(120),
  languages: z.array(language).min(1, 'required'),
  zone: z.string().refine(isZone, 'invalid'),
  senderName: localizedText(120),
  senderAddress: mailAddress,
  replyTo: mailAddress.optional(),
  needsSecondPerson: z.boolean().default(false),
})

export const accountForm = z.object({ name, language })
export const changePasswordForm = z
  .object({ current: z.string().min(1, 'required'), password: newPassword, repeated: z.string() })
  .superRefine(typedTwice)
