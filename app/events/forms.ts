import { z } from 'zod'
import { eventRoles } from '../accounts/permission.ts'
import { languages } from '../i18n/languages.ts'
import { instantFromLocal, isZone } from '../i18n/zoned.ts'
import { localizedText, requiredLocalizedText } from '../ui/localized-schema.ts'
import { audiences, offerHours, partKinds, refusePartTimes, refuseSlug, seatGivings } from './rules.ts'

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .superRefine((given, context) => {
    const refusal = refuseSlug(given)
    if (refusal) context.addIssue({ code: 'custom', message: `events:refused.${refusal}` })
  })
  .optional()
const zone = z.string().refine(isZone, 'invalid')
const someLanguages = z.array(z.enum(languages)).min(1, 'required')
const day = z.iso.date('date').optional()

export const newEventForm = z
  .object({
    name: requiredLocalizedText(160),
    slug,
    languages: someLanguages,
    zone,
    template: z.enum(['meeting_exhibition', 'empty']),
    meetingOn: day,
    exhibitionFrom: day,
    exhibitionTo: day,
  })
  .superRefine((form, context) => {
    if (form.template === 'empty') return
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    for (const field of ['meetingOn', 'exhibitionFrom', 'exhibitionTo'] as const)
      if (!form[field]) refuse(field, 'required')
    if (form.exhibitionFrom && form.exhibitionTo && form.exhibitionTo < form.exhibitionFrom)
      refuse('exhibitionTo', 'endsBeforeStart')
  })

export const eventForm = z.object({
  name: requiredLocalizedText(160),
  summary: localizedText(400),
  description: localizedText(20_000),
  slug,
  languages: someLanguages,
  zone,
  contact: z
    .object({
      name: z.string().trim().max(120, 'tooLong').default(''),
      email: z.email().max(254, 'tooLong').or(z.literal('')).default(''),
      phone: z.string().trim().max(40, 'tooLong').default(''),
    })
    .prefault({}),
})

/** A wall-clock time in the event's zone, as `datetime-local` sends it, to its instant. */
function localTime(inZone: string) {
  return z.string().transform((local, context) => {
    const at = instantFromLocal(local, inZone)
    if (at) return at
    context.addIssue({ code: 'custom', message: 'dateTime' })
    return z.NEVER
  })
}

/** A field left empty is stored as null. */
function orNull<Field extends z.ZodType>(field: Field) {
  return field.optional().transform((given) => given ?? null)
}

const placeOfRefusal = {
  endsBeforeStart: ['endsAt', 'endsBeforeStart'],
  tooManyDays: ['endsAt', 'events:refused.tooManyDays'],
  answerByTooLate: ['answerBy', 'events:refused.answerByTooLate'],
} as const

/** A part, its times read in the event's zone. */
export function partForm(inZone: string) {
  return z
    .object({
      kind: z.enum(partKinds),
      name: requiredLocalizedText(160),
      startsAt: localTime(inZone),
      endsAt: localTime(inZone),
      audience: z.enum(audiences),
      capacity: orNull(z.number().int().min(1, 'invalid').max(100_000, 'invalid')),
      seatsGiven: z.enum(seatGivings).default('atOnce'),
      offerHours: z
        .number()
        .int()
        .min(offerHours.least, 'invalid')
        .max(offerHours.most, 'invalid')
        .default(offerHours.usual),
      organisationQuota: orNull(z.number().int().min(1, 'invalid').max(100_000, 'invalid')),
      answerBy: orNull(localTime(inZone)),
      venueId: orNull(z.string()),
    })
    .superRefine((part, context) => {
      const refusal = refusePartTimes(part)
      if (!refusal) return
      const [path, message] = placeOfRefusal[refusal]
      context.addIssue({ code: 'custom', path: [path], message })
    })
}

export const venueForm = z.object({
  name: requiredLocalizedText(160),
  address: localizedText(400),
  directions: localizedText(4000),
  mapUrl: orNull(z.url({ protocol: /^https?$/ }).max(1000, 'tooLong')),
})

export const cancelForm = z.object({ note: localizedText(2000) })
export const roleForm = z.object({ email: z.email().max(254, 'tooLong'), role: z.enum(eventRoles) })
