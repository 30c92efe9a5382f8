import type { Database, Reader } from '#db/client.server.ts'
import { lockOffice } from '../../accounts/office.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { FileRefusal, Source } from '../../directory/import/table.ts'
import { makePause } from '../../uploads/pause.server.ts'
import { readInThread } from '../../uploads/read-in-thread.server.ts'
import type { Choices } from './choices.ts'
import { onlyOperation } from './known.server.ts'
import { type Layout, recogniseLayout, sourceOddities } from './layout.ts'
import type { Plan } from './plan.ts'
import { planFile } from './plan-file.server.ts'
import { type ImportReport, reportOf } from './report.ts'
import { takeFigures } from './take.server.ts'

/** A file of figures that has been read. */
export type FigureFile = { lines: string[][]; source: Source }

/** Megabytes that reading a file may take. */
const memory = 640

/** Reads a CSV or XLSX file in a thread of its own; see `readInThread`. */
export async function readFigureFile(
  bytes: Uint8Array,
): Promise<{ ok: true; file: FigureFile } | { ok: false; reason: FileRefusal }> {
  const worker = 'app/exhibition/displacement/read-worker.server.ts'
  const read = await readInThread<Source, string[], FileRefusal>(worker, { bytes, memory })
  return read.ok ? { ok: true, file: { lines: read.lines, source: read.head } } : read
}

/** How a file is read as long as nobody says otherwise. */
export async function proposedChoices(read: Reader, scope: OfficeScope, layout: Layout): Promise<Choices> {
  const { mapping, title } = layout
  const isDated = !layout.oddities.some(({ code }) => code === 'noDate')
  return {
    ...{ headerLine: layout.headerLine, mapping },
    date: isDated ? '' : title.date,
    round: isDated || mapping.includes('round') ? 0 : title.round,
    operation: (await onlyOperation(read, scope)) ?? 'DTM Iraq',
    population: layout.population ?? 'idps',
    order: null,
    doubles: 'last',
    places: {},
  }
}

type Given = {
  fileName: string
  bytes: Uint8Array
  now: Date
  /** What somebody says otherwise than is recognised. */
  said?: Partial<Pick<Choices, 'operation' | 'order' | 'doubles'>>
  /** Joins places that have no code of today by what their name suggests. */
  byName?: boolean
  dryRun?: boolean
}

/**
 * Reads a file and takes its figures in one transaction, by what is recognised; the same as the screen does when nothing
 * is corrected there. `dryRun` writes nothing. Refused when the file cannot be read.
 */
export async function importFigures(
  database: Database,
  scope: OfficeScope,
  { fileName, bytes, now, said = {}, byName = false, dryRun = false }: Given,
): Promise<{ ok: true; source: Source; report: ImportReport } | { ok: false; reason: FileRefusal }> {
  const read = await readFigureFile(bytes)
  if (!read.ok) return read
  const { lines, source } = read.file
  const layout = recogniseLayout(lines)
  const proposed = { ...(await proposedChoices(database.read, scope, layout)), ...said }
  const foreseen = () => planFile(database.read, scope, { lines, choices: proposed, now }, makePause())
  const choices = byName ? { ...proposed, places: suggestedPlaces(await foreseen()) } : proposed
  const plan = dryRun
    ? await planFile(database.read, scope, { lines, choices, now }, makePause())
    : await database.write(async (tx) => {
        await lockOffice(tx, scope)
        return takeFigures(tx, scope, { lines, choices, fileName, now })
      })
  const oddities = [...sourceOddities(source), ...layout.oddities]
  return { ok: true, source, report: reportOf(plan, { ...layout, oddities }) }
}

/** What the names of unknown places suggest; a name that contradicts its code is for a person to decide. */
export function suggestedPlaces({ places }: Pick<Plan, 'places'>): Choices['places'] {
  return Object.fromEntries(
    places.flatMap(({ key, reason, suggestion }) =>
      suggestion && reason !== 'nameContradicts' ? [[key, suggestion]] : [],
    ),
  )
}
