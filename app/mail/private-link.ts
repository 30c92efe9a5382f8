/*
 * Whoever holds a private link acts as the one it was made for. It is recognised by its path alone, on whatever host: a
 * copied mail, a forwarding service or a link checker may have put another one before it.
 */

/** A path of ours that only bears tokens, and anything as long as one behind it. */
const ours = /\/(?:r|o|s|b|u|a|c|reset|clearance)\/[\w-]{16,}/i
/** Any one-letter path with something that looks exactly like a token of ours: 22 characters of base64url. */
const likeOurs = /\/[a-z]\/(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{22}(?![\w-])/

/** Whether a text holds somebody's personal link, in any spelling: it would let every reader act for them. */
export function holdsPrivateLink(text: string): boolean {
  return spellings(text).some((spelling) => ours.test(spelling) || likeOurs.test(spelling))
}

const mostLayers = 5

/** The text as it stands and with what hides an address taken off, layer by layer. */
function spellings(text: string): string[] {
  const found = [text]
  let last = text
  for (let layer = 0; layer < mostLayers; layer++) {
    const next = bare(last)
    if (next === last) break
    found.push(next)
    last = next
  }
  return found
}

const named: Record<string, string> = {
  sol: '/',
  colon: ':',
  period: '.',
  amp: '&',
  hyphen: '-',
  lowbar: '_',
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/=\r?\n/g, '')
    .replace(/[\p{Cf}\p{Mn}]/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#x([\da-f]{1,6});?/gi, (_, code) => character(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});?/g, (_, code) => character(Number(code)))
    .replace(/&(sol|colon|period|amp|hyphen|lowbar);/gi, (_, name) => named[name.toLowerCase()] ?? '')
    .replace(/%([\da-f]{2})/gi, (_, code) => character(Number.parseInt(code, 16)))
    .replace(/=([\dA-F]{2})/g, (_, code) => character(Number.parseInt(code, 16)))
}

function character(code: number): string {
  return code < 128 ? String.fromCharCode(code) : ''
}
