import type { Box } from '#app/exhibition/plan/geometry.ts'
import type { Thing } from '#app/exhibition/plan/step.ts'
import type { PlanWarning } from '#app/exhibition/plan/warnings.ts'
import { comma, formatNumber, isolate } from '#app/i18n/format.ts'
import { type Language, localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'

export type Speech = { t: Translator; language: Language }
export type Warned = PlanWarning<Thing & { box: Box }>

/** What a thing is called: its code, or its words, or what it is. */
export function nameOf({ kind, code, label }: Thing, { t, language }: Speech): string {
  if (kind === 'booth') return isolate(code)
  const own = localize(label, language)
  return own ? isolate(own) : t(`plan:furniture.${kind}`)
}

/** Where it stands and how large it is, in metres. */
export function whereIs(box: Box, { t, language }: Speech): string {
  const metres = (centimetres: number) => formatNumber(centimetres / 100, language)
  const { x, y, width, depth } = box
  return t('drawing:board.where', {
    ...{ x: metres(x), y: metres(y), width: metres(width), depth: metres(depth) },
  })
}

export function warningWords(warning: Warned, speech: Speech): string {
  const { t, language } = speech
  const name = nameOf(warning.thing, speech)
  if (warning.kind === 'outside') return t('drawing:warning.outside', { name })
  const other = nameOf(warning.other, speech)
  if (warning.kind === 'aisle')
    return t('drawing:warning.aisle', { name, other, gap: formatNumber(warning.gap / 100, language) })
  return t(`drawing:warning.${warning.kind}`, { name, other })
}

/** What a thing is called for those who hear it: its name, place and state, what is shown there, and what is amiss. */
export function labelOf(thing: Thing, warned: string, speech: Speech): string {
  const { t, language } = speech
  const shown = thing.exhibits.map(({ title }) => localize(title, language))
  const state = thing.kind === 'booth' && !shown.length
  const said = state ? [t(thing.isReserved ? 'plan:state.reserved' : 'plan:state.free')] : shown
  const where = thing.box ? whereIs(thing.box, speech) : ''
  return [nameOf(thing, speech), ...said, where, warned].filter(Boolean).join(comma(language))
}
