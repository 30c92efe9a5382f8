import { v7 } from 'uuid'

/** A new row's id: UUIDv7 (RFC 9562 §5.7), so that ids made later sort later. */
export function newId(): string {
  return v7()
}
