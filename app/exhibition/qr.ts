import { encode } from 'uqr'

export type QrOutline = { size: number; path: string }

/** How much of a code may be lost and it still reads: a seventh (M) or a quarter (Q), ISO 18004. */
export type QrCare = 'M' | 'Q'

/** The QR code of `text` as the outline of its dark squares, with the quiet zone of four that readers need (ISO 18004). */
export function qrOutline(text: string, care: QrCare = 'Q'): QrOutline {
  // A quarter of a poster may be torn, stained or behind a rope and it still reads.
  const { data, size } = encode(text, { ecc: care, border: 4 })
  const path = data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  )
  return { size, path: path.join('') }
}

/** The same as a picture for paper: dark squares on nothing, as large as whoever shows it likes. */
export function qrPicture(text: string, care: QrCare = 'Q'): Uint8Array {
  const { size, path } = qrOutline(text, care)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><path d="${path}"/></svg>`
  return new TextEncoder().encode(svg)
}

/** Where dark runs of a row begin, and how long they are: a third of the markup that single squares would take. */
function runsOf(row: boolean[]): [number, number][] {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (!isDark) continue
    if (last && last[0] + last[1] === x) last[1]++
    else runs.push([x, 1])
  }
  return runs
}
