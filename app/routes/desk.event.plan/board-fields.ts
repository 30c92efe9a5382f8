import { type Box, bounds } from '#app/exhibition/plan/geometry.ts'
import { boothCategories } from '#app/exhibition/plan/kinds.ts'
import { longestCode } from '#app/exhibition/plan/numbering.ts'
import { isSameBox } from '#app/exhibition/plan/rows.ts'
import type { Change, Thing } from '#app/exhibition/plan/step.ts'
import { type Language, type Localized, languages } from '#app/i18n/languages.ts'
import type { DrawnThing } from './use-plan-board.ts'

/** What the fields beside the drawing change about their thing; nothing where they say what it is already. */
export function changesIn(thing: DrawnThing, form: FormData): Change[] {
  const changes: Change[] = []
  const box = boxIn(form, thing.box)
  if (!isSameBox(box, thing.box)) changes.push({ act: 'put', id: thing.id, box })
  if (thing.kind === 'booth')
    return [...changes, ...factsChanged(thing, form, String(form.get('code') ?? ''))]
  const label: Localized = {}
  for (const language of languages) {
    const text = String(form.get(`label.${language}`) ?? '').trim()
    if (text) label[language] = text.slice(0, 80)
  }
  const isSame = languages.every(
    (language: Language) => (thing.label[language] ?? '') === (label[language] ?? ''),
  )
  return isSame ? changes : [...changes, { act: 'label', id: thing.id, label }]
}

/** Category and reservation for several booths at once; each keeps its code. */
export function manyChanges(booths: readonly Thing[], form: FormData): Change[] {
  return booths.flatMap((booth) => factsChanged(booth, form, booth.code))
}

function factsChanged(booth: Thing, form: FormData, given: string): Change[] {
  const code = given.trim().slice(0, longestCode) || booth.code
  const category = boothCategories.find((one) => one === form.get('category')) ?? null
  const isReserved = form.get('isReserved') !== null
  const isSame = code === booth.code && category === booth.category && isReserved === booth.isReserved
  return isSame ? [] : [{ act: 'facts', id: booth.id, facts: { code, category, isReserved } }]
}

/** Metres as written, in centimetres; what is no measure stays as it was. */
function boxIn(form: FormData, before: Box): Box {
  const measure = (name: keyof Box, least: number) => {
    const given = Math.round(Number(form.get(name)) * 100)
    return Number.isFinite(given) && form.get(name) !== '' && given >= least && given <= bounds.largest
      ? given
      : before[name]
  }
  const { largest, smallest } = bounds
  return {
    ...{ x: measure('x', -largest), y: measure('y', -largest) },
    ...{ width: measure('width', smallest), depth: measure('depth', smallest) },
  }
}
