import type { MailAddress } from '#db/schema/mail.server.ts'

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const label = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u

/**
 * Whether we write to this address: one `@`, no quotes, commas or comments, a domain of at least two labels. Domains
 * may be in any script; a local part beyond ASCII is refused, since few servers take it (RFC 6531).
 */
export function isMailAddress(value: string): boolean {
  const at = value.lastIndexOf('@')
  const [name, domain] = [value.slice(0, at), value.slice(at + 1)]
  if (at < 1 || name.length > 64 || value.length > 254 || !local.test(name)) return false
  const labels = domain.split('.')
  return labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

/** Controls, bidi overrides and line separators, which no name, subject or single line may carry. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Co}]+/gu

/** One printable line of `text`: unprintable characters become a space, spaces are single. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(unprintable, ' ').replace(/\s+/g, ' ').trim()
}

/** A recipient's name that cannot leave its place in a header. */
export function recipientName(name: string): string {
  return oneLine(name.replaceAll('"', ' ')).slice(0, 150).toWellFormed()
}

/** A sender's name as large mail hosts take it: without `@ : , "`, at most 75 characters. */
export function senderName(name: string): string {
  return [...oneLine(name.replace(/[@:,"<>]/g, ' '))].slice(0, 75).join('').trim()
}

/** Name and address of a recipient; null when we cannot write to that address. */
export function recipient(name: string, address: string): MailAddress | null {
  const trimmed = address.trim()
  return isMailAddress(trimmed) ? { name: recipientName(name), address: trimmed } : null
}
