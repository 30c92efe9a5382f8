import { createHash } from 'node:crypto'
import { v7 } from 'uuid'

/** A new row's id: UUIDv7 (RFC 9562 §5.7), so that ids made later sort later. */
export function newId(): string {
  return v7()
}

/**
 * The id of what a form makes in one of its rows: UUIDv8 (RFC 9562 §5.8) of what it is made from, so that the same form
 * sent twice makes the same row, and nobody can ask for another's.
 */
export function derivedId(...from: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(from)).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
