import { z } from 'zod'
import { instantFromLocal } from '../i18n/zoned.ts'
import { localizedText, requiredLocalizedText } from '../ui/localized-schema.ts'
import { isBlockKind } from './content/blocks.ts'
import { headFields, pictureFields } from './content/content.ts'
import { focusFields } from './content/focus.ts'
import { governorates, isGovernorate } from './governorates.ts'
import { boothCodes, exhibitStates, refuseExhibitSlug } from './rules.ts'

/** What stands for all governorates in the form. */
export const everywhere = 'all'

/** A field left empty is stored as null. */
function orNull<Field extends z.ZodType>(field: Field) {
  return field.optional().transform((given) => given ?? null)
}

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

/** What a visitor reads first. */
export const textsForm = z.object({
  title: requiredLocalizedText(160),
  summary: headFields.summary,
  organisationName: headFields.organisationName,
})

export const placeForm = z.object({
  boothId: orNull(z.string()),
  organisationId: orNull(z.string()),
  slug: slug.optional(),
})

const { sectors, contact, links } = headFields

export const factsForm = z.object({
  ...{ sectors, contact, links },
  governorates: z
    .array(z.string().refine((given) => given === everywhere || isGovernorate(given), 'invalid'))
    .default([])
    .transform((given) => (given.includes(everywhere) ? governorates.map(({ pcode }) => pcode) : given)),
})

/** When to publish: a wall-clock time in the event's `zone`. */
export function scheduleForm(zone: string) {
  return z.object({
    publishAt: z.string().transform((local, context) => {
      const at = instantFromLocal(local, zone)
      if (at) return at
      context.addIssue({ code: 'custom', message: 'dateTime' })
      return z.NEVER
    }),
  })
}

const { focus: _, ...saidOfPicture } = pictureFields
export const pictureForm = z.object({ ...saidOfPicture, ...focusFields })

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

/** To which event, by its address, and which exhibits. */
export const copyForm = z.object({
  to: z.string().min(1).max(100),
  exhibits: z.array(z.string().max(60)).min(1, 'required').max(1000, 'tooLong'),
})

/** Which of the exhibit's forms stands open, and what was just done. One at a time, so that no other's text is lost. */
export const exhibitDeskSearch = z
  .object({
    open: z.enum(['texts', 'facts', 'place']).nullable().catch(null).default(null),
    block: z.string().max(60).catch(''),
    /** The kind of a block to be added. */
    add: z.string().max(60).refine(isBlockKind).nullable().catch(null).default(null),
    picture: z.string().max(60).catch(''),
    done: z.string().max(40).catch(''),
  })
  .transform((given) => ({
    ...given,
    isWriting: Boolean(given.open || given.block || given.add || given.picture),
  }))

/** Likewise for the list of booths. */
export const boothSearch = z.object({
  booth: z.string().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.string().max(40).catch(''),
})
