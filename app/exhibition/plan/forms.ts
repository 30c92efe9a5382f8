import { z } from 'zod'
import { languages } from '../../i18n/languages.ts'
import { localizedText, requiredLocalizedText } from '../../ui/localized-schema.ts'
import { bounds } from './geometry.ts'
import { boothCategories, furnitureKinds } from './kinds.ts'
import { longestCode } from './numbering.ts'

/** A measure in metres as people write it, in centimetres as it is kept. */
function metres(least: number, most: number) {
  return z
    .number()
    .min(least / 100, 'drawing:refused.measure')
    .max(most / 100, 'drawing:refused.measure')
    .transform((given) => Math.round(given * 100))
}

const place = metres(-bounds.largest, bounds.largest)
const side = metres(bounds.smallest, bounds.largest)
const code = z.string().trim().min(1, 'required').max(longestCode, 'tooLong')
const category = z
  .enum(boothCategories)
  .optional()
  .transform((given) => given ?? null)

export const hallForm = z.object({
  name: requiredLocalizedText(120),
  partId: z.string(),
  width: metres(bounds.smallestHall, bounds.largest),
  depth: metres(bounds.smallestHall, bounds.largest),
  step: metres(5, 500),
  seen: z.coerce.number().int().optional(),
})

/** Where the picture under a hall lies, how wide it is there, and how strongly it shows. */
export const pictureForm = z.object({
  pictureX: place,
  pictureY: place,
  pictureWidth: metres(bounds.smallestHall, bounds.largest),
  pictureOpacity: z.number().int().min(5, 'invalid').max(100, 'invalid'),
  isPicturePublic: z.boolean().default(false),
  pdfPage: z.number().int('invalid').min(1, 'invalid').max(9999, 'invalid').default(1),
})

export const mostInRow = 100

/** One booth, or a row of them with numbers that go on. */
export const rowForm = z.object({
  code,
  count: z.number().int('number').min(1, 'number').max(mostInRow, 'number').default(1),
  x: place,
  y: place,
  width: side,
  depth: side,
  gap: metres(0, 5000).default(0),
  goes: z.enum(['right', 'down']).default('right'),
  category,
})

export const thingForm = z.object({
  kind: z.enum(furnitureKinds),
  label: localizedText(80),
  x: place,
  y: place,
  width: side,
  depth: side,
})

const listed = {
  id: z.string().max(60),
  seen: z.coerce.number().int(),
  x: place.optional(),
  y: place.optional(),
  width: side.optional(),
  depth: side.optional(),
}

/** The table of what stands in a hall, a page of it. Without measures a booth is not drawn. */
export const tableForm = z.object({
  booths: z
    .array(
      z
        .object({ ...listed, code, category, isReserved: z.boolean().default(false) })
        .superRefine((row, context) => wholeBox(row, context)),
    )
    .max(100)
    .default([]),
  things: z
    .array(
      z
        .object({ ...listed, label: localizedText(80), isGone: z.boolean().default(false) })
        .superRefine((row, context) => wholeBox(row, context)),
    )
    .max(100)
    .default([]),
})

const measures = ['x', 'y', 'width', 'depth'] as const

function wholeBox(row: Partial<Record<(typeof measures)[number], number>>, context: z.RefinementCtx) {
  const missing = measures.filter((name) => row[name] === undefined)
  if (missing.length === 0 || missing.length === measures.length) return
  for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: 'required' })
}

const whole = z.number().int().min(-bounds.largest).max(bounds.largest)
const long = z.number().int().min(bounds.smallest).max(bounds.largest)
const box = z.object({ x: whole, y: whole, width: long, depth: long })
const id = z.string().regex(/^[\da-f-]{36}$/)
const seen = z.number().int().optional()
const label = z
  .partialRecord(z.enum(languages), z.string().max(80))
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim())))
const facts = z.object({ code, category: z.enum(boothCategories).nullable(), isReserved: z.boolean() })

/** What the drawing board sends: the changes of one step, as `step.ts` has them. */
export const stepForm = z
  .array(
    z.discriminatedUnion('act', [
      z.object({ act: z.literal('put'), id, seen, box: box.nullable() }),
      z.object({ act: z.literal('facts'), id, seen, facts }),
      z.object({ act: z.literal('label'), id, seen, label }),
      z.object({ act: z.literal('remove'), id, seen }),
      z.object({
        act: z.literal('add'),
        thing: z.union([
          z.object({
            ...{ id, kind: z.literal('booth'), box: box.nullable(), ...facts.shape },
            label: z.unknown().transform(() => ({})),
          }),
          z.object({
            ...{ id, kind: z.enum(furnitureKinds), box, label },
            code: z.unknown().transform(() => ''),
            category: z.unknown().transform(() => null),
            isReserved: z.unknown().transform(() => false),
          }),
        ]),
      }),
    ]),
  )
  .min(1)
  .max(500)

export const planSearch = z.object({
  hall: z.string().max(60).catch(''),
  open: z.enum(['hall', 'new']).nullable().catch(null).default(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.string().max(40).catch(''),
})
