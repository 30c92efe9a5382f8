import { type Flat, isSame, type Value } from './flat.ts'

/** A part that two have changed to different things since they both saw it; undefined is what is not there. */
export type Conflict = { path: string; mine: Value | undefined; theirs: Value | undefined }

/**
 * Puts what I made of `base` together with what others made of it. Where both changed the same part differently, it is
 * among the conflicts, and `merged` has mine. Rows that either added or removed are added or removed; of two orders mine
 * is taken.
 */
export function merge(base: Flat, mine: Flat, theirs: Flat): { merged: Flat; conflicts: Conflict[] } {
  const merged: Flat = new Map()
  const conflicts: Conflict[] = []
  // In the order of mine, so that a document that nobody else changed comes out as it went in.
  for (const path of new Set([...mine.keys(), ...theirs.keys(), ...base.keys()])) {
    const value = decide(path)
    if (value !== undefined) merged.set(path, value)
  }
  return { merged, conflicts }

  function decide(path: string): Value | undefined {
    const [was, is, other] = [base.get(path), mine.get(path), theirs.get(path)]
    if (isSame(is, other) || isSame(other, was)) return is
    if (isSame(is, was)) return other
    if (path.endsWith('#') && is && other) return mergeOrders(ids(was), ids(is), ids(other))
    conflicts.push({ path, mine: is, theirs: other })
    return is
  }
}

function ids(value: Value | undefined): string[] {
  return Array.isArray(value) ? (value as string[]) : []
}

function mergeOrders(base: string[], mine: string[], theirs: string[]): string[] {
  const common = base.filter((id) => mine.includes(id))
  const isReordered = !isSame(
    mine.filter((id) => base.includes(id)),
    common,
  )
  const [lead, other] = isReordered ? [mine, theirs] : [theirs, mine]
  const order = lead.filter((id) => other.includes(id) || !base.includes(id))
  for (const [at, id] of other.entries()) {
    if (base.includes(id) || order.includes(id)) continue
    const before = other.slice(0, at).findLast((one) => order.includes(one))
    const isLast = !other.slice(at + 1).some((one) => order.includes(one))
    if (isLast) order.push(id)
    else order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  }
  return order
}
