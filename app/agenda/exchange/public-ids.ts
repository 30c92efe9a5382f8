import { createHash } from 'node:crypto'
import type { AgendaItem } from '../read.server.ts'

/** A UUID (version 8, RFC 9562 §5.8) of the first bytes of a digest. */
export function uuidOf(digest: Uint8Array): string {
  const bytes = Buffer.from(digest.subarray(0, 16))
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * The number of each item: that of its own system where it is one and no other item's, else one that follows from its
 * id. Apps keep it in 31 bits; two items that would get the same are told apart by their order.
 */
export function ofOwnNumber(items: readonly AgendaItem[]): Map<string, number> {
  const numbers = new Map<string, number>()
  const taken = new Set<number>()
  const inOrder = items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id, foreign } of inOrder) {
    const own = Number(foreign.id)
    if (!Number.isSafeInteger(own) || own < 1 || own > 0x7fffffff || taken.has(own)) continue
    numbers.set(id, own)
    taken.add(own)
  }
  for (const { id } of inOrder) {
    if (numbers.has(id)) continue
    let number = createHash('sha256').update(id).digest().readUInt32BE() & 0x7fffffff || 1
    while (taken.has(number)) number = (number % 0x7fffffff) + 1
    numbers.set(id, number)
    taken.add(number)
  }
  return numbers
}

/** What both schemas take for a slug. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]$/.test(text) && text.length <= 200
}

/** Of at least four signs, as both schemas want it. */
export function acronymOf(slug: string): string {
  const bare = slug.toLowerCase().replace(/[^a-z0-9]+/g, '_')
  return bare.length >= 4 ? bare : `${bare}_event`
}

/** `crp_iv-1423-needs-today`; a title without Latin letters gives nothing to it. */
export function slugOf(eventSlug: string, id: number, title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
  return [acronymOf(eventSlug), `item-${id}`, words].filter(Boolean).join('-')
}
