import { z } from 'zod'
import { localizedText } from '../../../ui/localized-schema.ts'
import { isAsOf } from '../../rules.ts'

/*
 * What blocks are made of. All of it may be empty: a draft is saved as it stands, and `needs.ts` says what is missing
 * before it can be published. Only what could never be shown is refused: a text that is too long, an address that is none.
 */

/** Stays the same whatever becomes of the row; part of paths, so it holds no `/` and no `#`. */
export const rowId = z
  .string()
  .regex(/^[A-Za-z0-9][\w-]{0,59}$/)
  .default(() => crypto.randomUUID())

export const heading = localizedText(160)
export const line = (max: number) => z.string().trim().max(max, 'tooLong').default('')

const address = z.url({ protocol: /^https?$/ }).max(1000, 'tooLong')
/** A web address, or `''`. */
export const webAddress = address.or(z.literal('')).default('')
export const mailAddress = z.email().max(254, 'tooLong').or(z.literal('')).default('')

/** A date as exact as it is known, or `''`. */
export const asOf = z
  .string()
  .trim()
  .default('')
  .refine((given) => !given || isAsOf(given), 'exhibition:refused.asOf')

/**
 * The id of one of the exhibit's pictures or documents. Whatever names a picture is called `picture` or ends in `Picture`,
 * and whatever names a document `document`: by that they are found (`named.ts`).
 */
export const mediaId = z
  .string()
  .max(60)
  .nullish()
  .transform((given) => given || null)

/** The id of something that is kept outside of the exhibit. */
export const keptId = mediaId

/**
 * Rows in order, `most` at most. A row of the form that was left empty is none, and where the form says at which `place`
 * a row is to stand, that is their order.
 */
export function rows<Row extends z.ZodRawShape>(shape: Row, most: number) {
  const list = z
    .array(z.object({ id: rowId, ...shape }))
    .max(most, 'tooLong')
    .refine((list) => areDistinct(list as unknown as { id: string }[]), 'invalid')
  return z.preprocess((given) => (Array.isArray(given) ? inPlace(given.filter(saysSomething)) : []), list)
}

/** Rows are told apart by their ids. */
export function areDistinct(list: readonly { id: string }[]): boolean {
  return new Set(list.map(({ id }) => id)).size === list.length
}

/** Fields of a form that always have a value; a row of nothing else was left empty. */
const neverEmpty = new Set(['id', 'place', 'qualifier', 'role'])

function inPlace(list: { place?: unknown }[]) {
  const placeOf = ({ place }: { place?: unknown }) => Number(place ?? Number.POSITIVE_INFINITY)
  return list.some(({ place }) => place) ? list.toSorted((a, b) => placeOf(a) - placeOf(b) || 0) : list
}

function saysSomething(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false
  return Object.entries(row).some(([name, value]) => !neverEmpty.has(name) && holdsText(value))
}

function holdsText(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsText)
  return value !== undefined && value !== null && value !== ''
}
