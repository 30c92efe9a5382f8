import { readFileSync } from 'node:fs'

/** One run of work and what it was compared with, both measured here and now. */
export type Row = { name: string; figure: string; against: string; ratio: number | null }

/** How often `work` completes a second, over about `seconds`, one after the other. */
export async function perSecond(work: () => unknown, seconds = 1): Promise<number> {
  for (let i = 0; i < 50; i++) await work()
  const start = performance.now()
  let count = 0
  while (performance.now() - start < seconds * 1000) {
    await work()
    count++
  }
  return (count * 1000) / (performance.now() - start)
}

/** Milliseconds of processor that a process has used so far, to a hundredth of a second; where nobody says, NaN. */
export function processorTime(pid: number): number {
  try {
    const [user, system] =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? []
    return (Number(user) + Number(system)) * 10
  } catch {
    return Number.NaN
  }
}

/** Seconds that `work` takes once. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Runs two measurements in turn, A B A B A B, and gives each one's median: a machine that drifts, drifts for both. */
export async function inTurn(
  a: () => Promise<number>,
  b: () => Promise<number>,
  rounds = 3,
): Promise<[number, number]> {
  const results: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    results[0].push(await a())
    results[1].push(await b())
  }
  return [median(results[0]), median(results[1])]
}

export function median(values: number[]): number {
  return [...values].sort((x, y) => x - y)[Math.floor(values.length / 2)] ?? Number.NaN
}

export function table(rows: Row[]): string {
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${row.figure} | ${row.against} | ${row.ratio === null ? '–' : row.ratio.toFixed(2)} |`,
  )
  return ['| what | here | against, in the same run | ratio |', '|---|---:|---:|---:|', ...lines].join('\n')
}

export const rate = (value: number) =>
  `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)}/s`
export const time = (value: number) => `${value.toFixed(2)} s`
