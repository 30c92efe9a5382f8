import type { Box } from './geometry.ts'

/*
 * Words that fit their booth. The server knows no fonts, so it reckons with widths that system fonts stay below; what
 * does not fit is shortened, and what would be shortened to nothing is left out: the code is always there.
 */

/** Of the height of a letter: the mean width of the scripts we write, with some to spare. */
const latinWidth = 0.56
const arabicWidth = 0.52
const lineHeight = 1.25

export type Label = { codeSize: number; lines: string[]; lineSize: number }

/** The words on a booth: its code as large as there is room, and under it the title in lines of `lineSize`, in centimetres. */
export function labelOf(
  { width, depth }: Pick<Box, 'width' | 'depth'>,
  { code, title }: { code: string; title: string },
  { lineSize, codeSize: wished }: { lineSize: number; codeSize: number },
): Label {
  const codeSize = Math.floor(
    Math.min(wished, depth * 0.6, (width * 0.9) / Math.max(code.length * 0.66, 1.2)),
  )
  const room = Math.floor((depth - codeSize * 1.5) / (lineSize * lineHeight))
  const most = Math.floor((width * 0.92) / (lineSize * widthOf(title)))
  return { codeSize, lineSize, lines: most < 5 ? [] : linesOf(title, most, Math.min(room, 4)) }
}

/** The text in at most `count` lines of at most `most` letters; the last ends in … when more would follow. */
export function linesOf(text: string, most: number, count: number): string[] {
  const words = text.trim().split(/\s+/).filter(Boolean)
  const lines: string[] = []
  if (count < 1) return lines
  for (const [at, word] of words.entries()) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && longer.length <= most) lines[lines.length - 1] = longer
    else if (lines.length < count) lines.push(cut(word, most))
    else {
      lines[lines.length - 1] = cut(`${last} ${words.slice(at).join(' ')}`, most)
      return lines
    }
  }
  return lines
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

function widthOf(text: string): number {
  return /[\u0600-\u06ff]/.test(text) ? arabicWidth : latinWidth
}
