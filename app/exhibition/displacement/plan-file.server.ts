import type { Reader } from '#db/client.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { Choices } from './choices.ts'
import { compare } from './compare.ts'
import { gather } from './gather.ts'
import { figuresReader, readKnown } from './known.server.ts'
import { type Plan, planLines, unknownPlaces } from './plan.ts'
import { type Row, rowReader } from './rows.ts'
import { toldOnce } from './told-once.ts'
import { unfold } from './unfold.ts'

type Pause = () => Promise<void> | undefined
type Given = { lines: readonly string[][]; choices: Choices; now: Date }

/** What taking a file would do, line by line; nothing is written. Other work of the thread may pass at each `pause`. */
export async function planFile(
  reading: Reader,
  scope: OfficeScope,
  { lines, choices, now }: Given,
  pause: Pause,
): Promise<Plan> {
  const table = await unfold({ lines, headerLine: choices.headerLine, mapping: choices.mapping }, pause)
  if (!table) return { ...nothing, choices, isTooWide: true }
  const { headerLine, mapping } = table
  const reader = rowReader(table.lines, { ...choices, headerLine, mapping }, tomorrow(now))
  const read: Row[] = []
  for (let line = reader.first; line < table.lines.length; line++) {
    const row = reader.read(line)
    if (row) read.push(row)
    await pause()
  }
  const { rows, originOf } = toldOnce(read, table)
  const gathered = await gather(rows, choices.doubles, pause)
  const operations = [...gathered.datasets.values()].map(({ operationKey }) => operationKey)
  const known = await readKnown(reading, scope, operations)
  const datasets = await compare(gathered, known, figuresReader(reading), pause)
  return {
    ...{ datasets, choices, isTooWide: false },
    lines: planLines(rows, gathered, datasets, originOf),
    places: unknownPlaces(rows),
    style: reader.style,
  }
}

const nothing = {
  ...{ lines: [], datasets: [], places: [] },
  style: { order: 'dmy', isGuess: false } as const,
}

/** East of here a day begins earlier; later than that nobody can have counted. */
function tomorrow(now: Date): string {
  return new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
}
