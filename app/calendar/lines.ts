/** Control characters other than line breaks, bidi overrides, and what only a broken or hostile text contains. */
const unwanted = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu
const breaks = /\r\n|[\r\n\u0085\u2028\u2029\v\f]/g

/** Text of a property: controls gone, every kind of line break a `\n`. Escaping is the writer's. */
export function propertyText(text: string): string {
  return text
    .toWellFormed()
    .replace(breaks, '\n')
    .split('\n')
    .map((line) => line.replace(unwanted, ' ').trimEnd())
    .join('\n')
    .trim()
}

/** Value of a quoted parameter such as CN: one line, no quotes or backslashes, carets doubled (RFC 6868 §3.1). */
export function parameterText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(breaks, ' ')
      .replace(unwanted, ' ')
      .replaceAll('"', "'")
      // Some readers take a backslash here for an escape, which it is not.
      .replaceAll('\\', '/')
      .replaceAll('^', '^^')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

/** Escapes a TEXT value (RFC 5545 §3.3.11), for properties of which the writer forgets it. */
export function escapeText(text: string): string {
  return propertyText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A written file's content lines, unfolded. */
export function lines(file: string): string[] {
  return file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
}

const limit = 75

/** The file of these content lines, none longer than 75 octets and none cut inside a character (RFC 5545 §3.1). */
export function fold(contentLines: readonly string[]): string {
  return contentLines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function foldLine(line: string): string {
  const octets = Buffer.from(line)
  const pieces: string[] = []
  for (let from = 0, to = 0; from < octets.length; from = to) {
    to = from + (from ? limit - 1 : limit)
    while (isInside(octets[to])) to--
    pieces.push(octets.toString('utf8', from, to))
  }
  return pieces.join('\r\n ')
}

/** Whether an octet of UTF-8 goes on with a character that began before it. */
function isInside(octet: number | undefined): boolean {
  return octet !== undefined && (octet & 0b1100_0000) === 0b1000_0000
}
