import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'

/** Whose mail from whom: an address and the office that writes to it. */
export type Subscriber = { officeId: string; address: string }

/*
 * The token holds address and office, encrypted, so that the link in a mail of years ago still works when the message, the
 * guest and the event are long deleted, and says nothing to whoever reads over a shoulder. One address and office have
 * one token: the nonce is derived from what is encrypted.
 */

const cipher = 'aes-256-gcm'

/** `[\w-]{60,}`; see `readUnsubscribeToken`. */
export function unsubscribeToken(secret: string, { officeId, address }: Subscriber): string {
  const plain = JSON.stringify([officeId, address.toLowerCase()])
  const nonce = createHmac('sha256', keyOf(secret, 'nonce')).update(plain).digest().subarray(0, 12)
  const sealing = createCipheriv(cipher, keyOf(secret, 'key'), nonce)
  const sealed = Buffer.concat([sealing.update(plain), sealing.final()])
  return Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString('base64url')
}

/** Whom a token of ours is for; null when it was made by anybody else. */
export function readUnsubscribeToken(secret: string, token: string): Subscriber | null {
  const bytes = Buffer.from(token.slice(0, 1000), 'base64url')
  if (bytes.length < 30) return null
  try {
    const opening = createDecipheriv(cipher, keyOf(secret, 'key'), bytes.subarray(0, 12))
    opening.setAuthTag(bytes.subarray(12, 28))
    const plain = Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]).toString()
    const [officeId, address] = JSON.parse(plain) as [string, string]
    return { officeId, address }
  } catch {
    // Only what does not prove to be ours ends here.
    return null
  }
}

/** Where a mail program and its reader unsubscribe (RFC 8058). Always built from APP_URL. */
export function unsubscribeUrl(site: { appUrl: string; secret: string }, subscriber: Subscriber): string {
  return `${site.appUrl}/u/${unsubscribeToken(site.secret, subscriber)}`
}

const keys = new Map<string, Buffer>()

function keyOf(secret: string, purpose: 'key' | 'nonce'): Buffer {
  const name = `${purpose}:${secret}`
  const known = keys.get(name) ?? Buffer.from(hkdfSync('sha256', secret, '', `unsubscribe ${purpose}`, 32))
  keys.set(name, known)
  return known
}
