import { Liquid } from 'liquidjs'
import { oneLine } from './address.ts'
import { isMergeField, linkFields, type MergeField, type MergeValues, mergeFields } from './merge-fields.ts'

/** Why a text cannot be merged, as a key for its writer; `field` is the unknown name or the place of the mistake. */
export type MergeRefusal = {
  ok: false
  reason: 'mail:refusal.unknownField' | 'mail:refusal.syntax' | 'mail:refusal.tooLong'
  field: string
}

/** A merged text in which values are still placeholders, for `fill` to put in once nothing interprets them any more. */
export type Merged = { ok: true; text: string }

const longest = 50_000

/*
 * Values come from guests, so neither Liquid nor Markdown may ever see them. Liquid is given a placeholder of two
 * private-use characters per field, Markdown carries those through, and `fill` replaces them last, escaped for where
 * they stand. Templates and values are cleaned of private-use characters, so no placeholder can be forged.
 */
const open = '\ue000'
const close = '\ue001'
const placeholder = /\ue000(\d+)\ue001/g
const privateUse = /\p{Co}/gu

const engine = restrictedLiquid()

/** What a writer may use: fields, `{% if %}` and `{% unless %}` about them, and `default`. Nothing loops or includes. */
function restrictedLiquid(): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    parseLimit: longest * 2,
    renderLimit: 200,
    memoryLimit: 1e6,
  })
  const tags = ['if', 'unless', 'comment']
  for (const name of Object.keys(liquid.tags)) if (!tags.includes(name)) delete liquid.tags[name]
  for (const name of Object.keys(liquid.filters)) if (name !== 'default') delete liquid.filters[name]
  return liquid
}

/** Carries out the template's conditions and leaves a placeholder where a value is to stand. */
export function merge(template: string, values: MergeValues): Merged | MergeRefusal {
  if (template.length > longest) return { ok: false, reason: 'mail:refusal.tooLong', field: '' }
  try {
    const parsed = engine.parse(template.replace(privateUse, ''))
    const unknown = engine.fullVariablesSync(parsed).find((field) => !isMergeField(field))
    if (unknown !== undefined) return { ok: false, reason: 'mail:refusal.unknownField', field: unknown }
    return { ok: true, text: engine.renderSync(parsed, placeholders(values)) }
  } catch (error) {
    return { ok: false, reason: 'mail:refusal.syntax', field: placeOf(error) }
  }
}

/** A tree such as `{ guest: { name: placeholder } }`; empty values are left out, so that `if` and `default` see them so. */
function placeholders(values: MergeValues): Record<string, unknown> {
  const tree: Record<string, Record<string, string> | string> = {}
  for (const [index, field] of mergeFields.entries()) {
    if (!oneLine(values[field] ?? '')) continue
    const [group, name] = field.split('.') as [string, string | undefined]
    const mark = `${open}${index}${close}`
    tree[group] = name ? { ...(tree[group] as Record<string, string> | undefined), [name]: mark } : mark
  }
  return tree
}

/** `{% for` or the like: what the engine stumbled over, without its advice. */
function placeOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  return oneLine(message.replace(/, (line|file|col):?.*$/, '')).slice(0, 120)
}

/** Replaces each placeholder by what `write` makes of its value. */
export function fill(
  text: string,
  values: MergeValues,
  write: (value: string, field: MergeField) => string,
): string {
  return text.replace(placeholder, (_, index) => {
    const field = mergeFields[Number(index)]
    return field ? write(oneLine(values[field] ?? ''), field) : ''
  })
}

/** Replaces only the placeholders for which `write` has something. */
export function fillSome(text: string, write: (field: MergeField) => string | null): string {
  return text.replace(placeholder, (mark, index) => {
    const field = mergeFields[Number(index)]
    return (field && write(field)) ?? mark
  })
}

/** The same inside an address, where Markdown has percent-encoded the placeholder. */
export function fillAddress(address: string, values: MergeValues): string {
  const decoded = address.replace(/%EE%80%80(\d+)%EE%80%81/g, `${open}$1${close}`)
  return fill(decoded, values, (value, field) =>
    linkFields.includes(field) && decoded.startsWith(open) ? value : encodeURIComponent(value),
  )
}
