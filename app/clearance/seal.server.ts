import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

export type Key = { id: string; bytes: Buffer }
/** What CLEARANCE_KEY and CLEARANCE_KEY_OLD hold: new things are sealed with `current`, old ones opened with any. */
export type Keyring = { current: Key; all: readonly Key[] }
type KeySettings = { CLEARANCE_KEY?: string | undefined; CLEARANCE_KEY_OLD?: string | undefined }

/** The keys this process was given; null without CLEARANCE_KEY. They are checked where settings are read. */
export function openKeyring({ CLEARANCE_KEY, CLEARANCE_KEY_OLD = '' }: KeySettings): Keyring | null {
  if (!CLEARANCE_KEY) return null
  const current = keyFrom(CLEARANCE_KEY)
  const old = CLEARANCE_KEY_OLD.split(',').filter(Boolean).map(keyFrom)
  return { current, all: [current, ...old] }
}

function keyFrom(text: string): Key {
  const bytes = Buffer.from(text.trim(), 'base64')
  // A print of 48 bits: says which key it is, nothing about it.
  const id = createHash('sha256').update('majlis.clearance').update(bytes).digest('base64url').slice(0, 8)
  return { id, bytes }
}

export function newDataKey(): Buffer {
  return randomBytes(32)
}

/**
 * Seals bytes with AES-256-GCM under a random nonce (NIST SP 800-38D). `place` names the row it is for: moved to another
 * row, or changed in one bit, it opens no more.
 */
export function seal(key: Buffer, bytes: Buffer, place: string): string {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes })
  sealing.setAAD(Buffer.from(place))
  const sealed = Buffer.concat([nonce, sealing.update(bytes), sealing.final(), sealing.getAuthTag()])
  return sealed.toString('base64')
}

/** Throws when it was not sealed with this key for this place. */
export function unseal(key: Buffer, text: string, place: string): Buffer {
  const sealed = Buffer.from(text, 'base64')
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  opening.setAAD(Buffer.from(place))
  opening.setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()])
}

/** The rows that hold something sealed. */
export const places = {
  dataKey: (eventId: string) => `majlis:clearance:key:${eventId}`,
  form: (eventId: string, attendeeId: string) => `majlis:clearance:form:${eventId}:${attendeeId}`,
  list: (eventId: string, listId: string) => `majlis:clearance:list:${eventId}:${listId}`,
}

export function sealJson(key: Buffer, value: unknown, place: string): string {
  return seal(key, Buffer.from(JSON.stringify(value)), place)
}

export function unsealJson<T>(key: Buffer, text: string, place: string): T {
  return JSON.parse(unseal(key, text, place).toString()) as T
}
