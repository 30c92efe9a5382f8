import type { Reader } from '#db/client.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { Choices } from './choices.ts'
import { compare } from './compare.ts'
import { gather } from './gather.ts'
import { figuresReader, readKnown } from './known.server.ts'
import { type Plan, planLines, unknownPlaces } from './plan.ts'
import { type Row, rowReader } from './rows.ts'

type Pause = () => Promise<void> | undefined
type Given = { lines: readonly string[][]; choices: Choices; now: Date }

/** What taking a file would do, line by line; nothing is written. Other work of the thread may pass at each `pause`. */
export async function planFile(
  read: Reader,
  scope: OfficeScope,
  { lines, choices, now }: Given,
  pause: Pause,
): Promise<Plan> {
  const reader = rowReader(lines, choices, tomorrow(now))
  const rows: Row[] = []
  for (let line = reader.first; line < lines.length; line++) {
    const row = reader.read(line)
    if (row) rows.push(row)
    await pause()
  }
  const gathered = await gather(rows, choices.doubles, pause)
  const operations = [...gathered.datasets.values()].map(({ operationKey }) => operationKey)
  const known = await readKnown(read, scope, operations)
  const datasets = await compare(gathered, known, figuresReader(read), pause)
  return {
    ...{ datasets, choices },
    lines: planLines(rows, gathered, datasets),
    places: unknownPlaces(rows),
    style: reader.style,
  }
}

/** East of here a day begins earlier; later than that nobody can have counted. */
function tomorrow(now: Date): string {
  return new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
}
