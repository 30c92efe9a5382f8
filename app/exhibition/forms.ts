import { z } from 'zod'
import type { Localized } from '../i18n/languages.ts'
import { localizedText, requiredLocalizedText } from '../ui/localized-schema.ts'
import { governorates, isGovernorate } from './governorates.ts'
import { boothCodes, exhibitStates, figureQualifiers, isAsOf, refuseExhibitSlug } from './rules.ts'
import { sectors } from './sectors.ts'

/** What stands for all governorates in the form. */
export const everywhere = 'all'

/** A field left empty is stored as null. */
function orNull<Field extends z.ZodType>(field: Field) {
  return field.optional().transform((given) => given ?? null)
}

const webAddress = z.url({ protocol: /^https?$/ }).max(1000, 'tooLong')
const line = (max: number) => z.string().trim().max(max, 'tooLong').default('')

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .default('')
  .superRefine((given, context) => {
    const refusal = given && refuseExhibitSlug(given)
    if (refusal) context.addIssue({ code: 'custom', message: `exhibition:refused.${refusal}` })
  })

/** What an exhibit begins with. */
export const newExhibitForm = z.object({
  title: requiredLocalizedText(160),
  summary: localizedText(400),
  boothId: orNull(z.string()),
  organisationId: orNull(z.string()),
})

export const textsForm = z.object({
  title: requiredLocalizedText(160),
  summary: localizedText(400),
  body: localizedText(20_000),
  slug: slug.optional(),
})

/** A link without an address is a row left empty; one with a text but no address is a slip. */
const link = z
  .object({ url: webAddress.optional(), label: localizedText(120) })
  .superRefine(({ url, label }, context) => {
    if (!url && Object.keys(label).length)
      context.addIssue({ code: 'custom', path: ['url'], message: 'required' })
  })

export const mostLinks = 12

export const factsForm = z.object({
  boothId: orNull(z.string()),
  organisationId: orNull(z.string()),
  organisationName: localizedText(200),
  sectors: z.array(z.enum(sectors)).default([]),
  governorates: z
    .array(z.string().refine((given) => given === everywhere || isGovernorate(given), 'invalid'))
    .default([])
    .transform((given) => (given.includes(everywhere) ? governorates.map(({ pcode }) => pcode) : given)),
  contact: z
    .object({
      name: line(120),
      email: z.email().max(254, 'tooLong').or(z.literal('')).default(''),
      phone: line(40),
    })
    .prefault({}),
  links: z
    .array(link)
    .max(mostLinks, 'tooLong')
    .default([])
    .transform((given) =>
      given.flatMap(({ url, label }): { url: string; label: Localized }[] => (url ? [{ url, label }] : [])),
    ),
})

export const figureForm = z.object({
  value: z.number().min(-1e12, 'invalid').max(1e12, 'invalid'),
  qualifier: z.enum(figureQualifiers),
  label: requiredLocalizedText(160),
  unit: localizedText(60),
  asOf: z.string().trim().refine(isAsOf, 'exhibition:refused.asOf'),
  source: requiredLocalizedText(300),
  sourceUrl: orNull(webAddress),
})

export const pictureForm = z.object({
  alt: localizedText(400),
  caption: localizedText(300),
  credit: line(160),
})

/** `hall:{id}`, or `part:{id}` as long as it is not known which hall. */
const place = z
  .string()
  .regex(/^(hall|part):[\w-]{1,60}$/)
  .transform((given) => {
    const [kind, id = ''] = given.split(':')
    return kind === 'hall' ? { hallId: id, partId: null } : { hallId: null, partId: id }
  })

/** One booth or many: `A1–A12`, or `A1, A2, B7`. */
export const newBoothsForm = z.object({
  codes: z.string().transform((text, context) => {
    const codes = boothCodes(text)
    if (codes?.length) return codes
    context.addIssue({ code: 'custom', message: codes ? 'required' : 'exhibition:refused.codes' })
    return z.NEVER
  }),
  place,
})

export const boothForm = z.object({ code: z.string().trim().max(12, 'tooLong'), place })

/** What the address of the list asks for; anything else is the whole list. */
export const exhibitSearch = z.object({
  search: z.string().trim().max(200).catch(''),
  state: z.enum(exhibitStates).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.string().max(40).catch(''),
})

/** Which of the exhibit's forms stands open, and what was just done. One at a time, so that no other's text is lost. */
export const exhibitDeskSearch = z
  .object({
    open: z.enum(['texts', 'facts']).nullable().catch(null).default(null),
    figure: z.string().max(60).catch(''),
    picture: z.string().max(60).catch(''),
    done: z.string().max(40).catch(''),
  })
  .transform((given) => ({ ...given, isWriting: Boolean(given.open || given.figure || given.picture) }))

/** Likewise for the list of booths. */
export const boothSearch = z.object({
  booth: z.string().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.string().max(40).catch(''),
})
