import type { z } from 'zod'
import type { rowForm, tableForm, thingForm } from './forms.ts'
import { type Box, rowFrom } from './geometry.ts'
import { codesFrom } from './numbering.ts'
import type { Change, Sent, Thing } from './step.ts'

const plain = { version: 0, code: '', category: null, isReserved: false, exhibits: [], label: {} }

type Row = z.output<typeof rowForm>

/** The booths that a row's form asks for, numbered on from its first code past those that are taken; null when they cannot be numbered. */
export function rowAdded(
  { code, count, gap, goes, category, ...box }: Row,
  { taken, newId }: { taken: readonly string[]; newId: () => string },
): Change[] | null {
  // A single booth bears the code it is given, or is refused.
  const codes = count === 1 ? [code] : codesFrom(code, count, taken)
  if (codes.length < count) return null
  const boxes = rowFrom(box, count, { gap, goes })
  return codes.map((given, at) => ({
    act: 'add',
    thing: { ...plain, id: newId(), kind: 'booth', code: given, category, box: boxes[at] ?? box },
  }))
}

export function thingAdded({ kind, label, ...box }: z.output<typeof thingForm>, id: string): Change {
  return { act: 'add', thing: { ...plain, id, kind, label, box } }
}

type Table = z.output<typeof tableForm>

/** What a page of the table changes about the things as they are; rows left as they were change nothing. */
export function tableChanges({ booths, things }: Table, now: readonly Thing[]): Sent[] {
  const known = new Map(now.map((thing) => [thing.id, thing]))
  const changes: Sent[] = []
  for (const { id, seen, code, category, isReserved, ...given } of booths) {
    const before = known.get(id)
    const box = boxOf(given)
    const facts = { code, category, isReserved }
    const isOther = before?.code !== code || before.category !== category || before.isReserved !== isReserved
    if (!isSameBox(before?.box ?? null, box)) changes.push({ act: 'put', id, seen, box })
    if (isOther) changes.push({ act: 'facts', id, seen, facts })
  }
  for (const { id, seen, label, isGone, ...given } of things) {
    const before = known.get(id)
    const box = boxOf(given)
    if (isGone || !box) {
      changes.push({ act: 'remove', id, seen })
      continue
    }
    if (!isSameBox(before?.box ?? null, box)) changes.push({ act: 'put', id, seen, box })
    if (before && Object.entries(label).some(([language, text]) => before.label[language as 'en'] !== text))
      changes.push({ act: 'label', id, seen, label })
  }
  return changes
}

function boxOf({ x, y, width, depth }: Partial<Box>): Box | null {
  const isWhole = x !== undefined && y !== undefined && width !== undefined && depth !== undefined
  return isWhole ? { x, y, width, depth } : null
}

export function isSameBox(a: Box | null, b: Box | null): boolean {
  if (!a || !b) return a === b
  return a.x === b.x && a.y === b.y && a.width === b.width && a.depth === b.depth
}
