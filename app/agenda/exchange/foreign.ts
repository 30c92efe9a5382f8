import { isRecord } from './conference-shape.ts'
import type { Remark } from './reading.ts'
import { isAddress } from './texts.ts'

/** As much as is kept of what Majlis has no place for, for one item: as many characters of JSON. */
const most = 60_000
const deepest = 6

/**
 * What of another system's fields is kept, to be given out again: nobody's e-mail address, nothing empty, and no more
 * than reasonable.
 */
export function keptForeign(fields: Record<string, unknown>): {
  foreign: Record<string, unknown>
  remarks: Remark[]
} {
  const remarks: Remark[] = []
  let hasAddress = false
  const without = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') {
      if (!isAddress(value)) return value.replaceAll('\u0000', '').toWellFormed()
      hasAddress = true
      return undefined
    }
    if (depth > deepest) return undefined
    if (Array.isArray(value))
      return value.map((one) => without(one, depth + 1)).filter((one) => !isNothing(one))
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]) => {
        if (/e-?mail|phone|__proto__/i.test(key)) {
          hasAddress ||= !isNothing(one)
          return []
        }
        const kept = without(one, depth + 1)
        return isNothing(kept) ? [] : [[key.replaceAll('\u0000', '').toWellFormed(), kept]]
      }),
    )
  }
  const foreign = without(fields, 0) as Record<string, unknown>
  if (hasAddress) remarks.push({ code: 'addressLeft' })
  const dropped = dropLargest(foreign)
  if (dropped.length) remarks.push({ code: 'foreignCut', detail: dropped.join(', ') })
  return { foreign, remarks }
}

function dropLargest(foreign: Record<string, unknown>): string[] {
  const dropped: string[] = []
  const sizes = Object.entries(foreign)
    .map(([key, value]): [string, number] => [key, JSON.stringify(value)?.length ?? 0])
    .sort((a, b) => b[1] - a[1])
  let size = sizes.reduce((sum, [, one]) => sum + one, 0)
  for (const [key, one] of sizes) {
    if (size <= most) break
    delete foreign[key]
    dropped.push(key.slice(0, 60))
    size -= one
  }
  return dropped
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0) ||
    (isRecord(value) && Object.keys(value).length === 0)
  )
}
