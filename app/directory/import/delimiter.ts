const candidates = [';', ',', '\t'] as const
export type Delimiter = (typeof candidates)[number]

/**
 * The separator of a CSV text: the one that cuts its first lines into the most even rows. What stands inside quotes
 * does not count. Excel's own first line `sep=;` decides, and is no row.
 */
export function detectDelimiter(text: string): { delimiter: Delimiter; start: number } {
  const said = /^\ufeff?sep=([;,\t])(?:\r\n|\r|\n)/i.exec(text)
  if (said) return { delimiter: said[1] as Delimiter, start: said[0].length }
  const lines = linesOf(text.slice(0, 50_000))
  const scores = candidates.map((candidate) => score(countsPerLine(lines, candidate)))
  const best = scores.indexOf(Math.max(...scores))
  return { delimiter: candidates[best] ?? ',', start: 0 }
}

/** How often the separator occurs in each of the first 40 lines that are not empty. */
function countsPerLine(lines: readonly string[], delimiter: string): number[] {
  return lines.map((line) => line.split(delimiter).length - 1)
}

// Only a quote at the start of a cell quotes (5" pipe does not), and it ends before a separator or line end.
const quoted = /(?<=^|[;,\t\r\n])"(?:[^"]|"")*"(?=[;,\t\r\n]|$)/g

function linesOf(text: string): string[] {
  const lines = text.replace(quoted, '').split(/\r\n|\r|\n/)
  return lines.filter((line) => line !== '').slice(0, 40)
}

/** Many separators in many lines are good, the same number in each is better. */
function score(counts: number[]): number {
  const used = counts.filter((count) => count > 0)
  if (!used.length) return 0
  const tally = new Map<number, number>()
  for (const count of used) tally.set(count, (tally.get(count) ?? 0) + 1)
  const [usual, times] = [...tally].reduce((best, entry) => (entry[1] > best[1] ? entry : best))
  return (times / counts.length) * (1 + Math.min(usual, 20) / 20)
}
