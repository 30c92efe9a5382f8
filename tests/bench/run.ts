import { availableParallelism } from 'node:os'
import { benchAgenda } from './agenda.ts'
import { benchAnswers } from './answers.ts'
import { benchExhibition } from './exhibition.ts'
import { benchGrid } from './grid.ts'
import { benchGuests } from './guests.ts'
import { benchImport } from './import.ts'
import { benchLetters } from './letters.ts'
import { benchLookups } from './lookups.ts'
import { benchMailing } from './mailing.ts'
import { type Row, table } from './measure.ts'
import { benchPages } from './pages.ts'

/*
 * `npm run bench`: every figure beside another from the same run, since only their ratio means something on a machine
 * one does not know. `npm run bench -- mailing` runs one.
 */
const benches: Record<string, () => Promise<Row[]>> = {
  pages: benchPages,
  agenda: benchAgenda,
  exhibition: benchExhibition,
  answers: benchAnswers,
  lookups: benchLookups,
  mailing: benchMailing,
  import: benchImport,
  guests: benchGuests,
  letters: benchLetters,
  grid: benchGrid,
}

const [only] = process.argv.slice(2)
const rows: Row[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (only && only !== name) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await bench()))
}
process.stdout.write(`Node ${process.version}, ${availableParallelism()} cores\n\n${table(rows)}\n`)
