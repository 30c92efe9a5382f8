import { createHmac, timingSafeEqual } from 'node:crypto'

/*
 * Addresses of our own mailbox that say what a mail to them is about: `rsvp+b.<id>.<proof>@meet.example.org`. All of it
 * stands after a plus, so that one mailbox gets them without an alias; all of it is base32 in lower case, since mail
 * servers change the case of what stands before the @ (RFC 5321 §2.4 says they must not).
 */

/** What came back undelivered (VERP), and what a guest's calendar answers. */
export const mailboxPurposes = { bounce: 'b', answer: 'r' } as const
export type MailboxPurpose = keyof typeof mailboxPurposes

/** RFC 5321 §4.5.3.1.1 allows 64 octets before the @; purpose, id and proof take the rest. */
export const longestMailboxName = 64 - '+b.'.length - 26 - '.'.length - 16

/**
 * The address at `mailbox` (`rsvp@meet.example.org`) for the message (`bounce`) or the guest (`answer`) that bears `id`,
 * a UUID. Nobody without `secret` can make one. Throws on an id that is no UUID.
 */
export function mailboxAddress(
  mailbox: string,
  { purpose, id, secret }: { purpose: MailboxPurpose; id: string; secret: string },
): string {
  const at = mailbox.lastIndexOf('@')
  const tag = `${mailboxPurposes[purpose]}.${idToBase32(id)}.${proof(secret, purpose, id)}`
  return `${mailbox.slice(0, at)}+${tag}${mailbox.slice(at)}`
}

const tagged = /\+([br])\.([a-z2-7]{26})\.([a-z2-7]{16})@[^@]+$/

/**
 * What an address we once made is about, in whatever case it comes back; null when it is none of ours. The mailbox's
 * name is not compared: after a move the old one may still be forwarded, and the proof is what counts.
 */
export function readMailboxAddress(
  address: string,
  secret: string,
): { purpose: MailboxPurpose; id: string } | null {
  const [, letter, code = '', given = ''] = tagged.exec(address.trim().toLowerCase().slice(0, 320)) ?? []
  const id = base32ToId(code)
  if (!id) return null
  const purpose = letter === mailboxPurposes.bounce ? 'bounce' : 'answer'
  const expected = proof(secret, purpose, id)
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected)) ? { purpose, id } : null
}

/** 80 bits: enough where each guess is a mail. */
function proof(secret: string, purpose: MailboxPurpose, id: string): string {
  const mac = createHmac('sha256', secret).update(`mailbox:${purpose}:${id}`).digest()
  return toBase32(mac.subarray(0, 10))
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

function idToBase32(id: string): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
    throw new Error('A mailbox address is made for an id of ours')
  return toBase32(Buffer.from(id.replaceAll('-', ''), 'hex'))
}

function base32ToId(code: string): string | null {
  if (!code) return null
  const bits = [...code].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const hex = (bits.slice(0, 128).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16))
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
