import type { Database } from '#db/client.server.ts'
import { lockOffice } from '../../accounts/office.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { FileRefusal, Source } from '../../directory/import/table.ts'
import type { Localized } from '../../i18n/languages.ts'
import { makePause } from '../../uploads/pause.server.ts'
import { readInThread } from '../../uploads/read-in-thread.server.ts'
import type { SheetKindName } from './kind.ts'
import { kinds } from './kinds.server.ts'
import { recogniseSheet } from './layout.ts'
import { reportOf, type SheetReport } from './plan.ts'

/** A sheet that has been read. */
export type SheetFile = { lines: string[][]; source: Source }

/** Megabytes that reading a file may take. */
const memory = 640

/** Reads a CSV or XLSX file in a thread of its own; see `readInThread`. */
export async function readSheetFile(
  kind: SheetKindName,
  bytes: Uint8Array,
): Promise<{ ok: true; file: SheetFile } | { ok: false; reason: FileRefusal }> {
  const worker = 'app/exhibition/sheets/read-worker.server.ts'
  const read = await readInThread<Source, string[], FileRefusal>(worker, { bytes, memory, given: { kind } })
  return read.ok ? { ok: true, file: { lines: read.lines, source: read.head } } : read
}

type Given = {
  kind: SheetKindName
  fileName: string
  bytes: Uint8Array
  now: Date
  /** What the sheet does not say itself. */
  said?: { name?: string; asOf?: string; source?: Localized }
  dryRun?: boolean
}

type Imported =
  | { ok: true; source: Source; report: SheetReport }
  | { ok: false; reason: FileRefusal | 'sourceNeeded' }

/**
 * Reads a sheet and takes it in one transaction, by what is recognised; the same as the screen does when nothing is
 * corrected there. `dryRun` writes nothing. Refused when the file cannot be read, or when it does not say enough.
 */
export async function importSheet(
  database: Database,
  scope: OfficeScope,
  { kind, fileName, bytes, now, said = {}, dryRun = false }: Given,
): Promise<Imported> {
  const read = await readSheetFile(kind, bytes)
  if (!read.ok) return read
  const { lines, source } = read.file
  const { columns, propose, plan, refuse, take } = kinds[kind]
  const layout = recogniseSheet(lines, columns)
  const proposed = await propose(database.read, scope, said.name ?? fileName)
  const own = { ...(proposed as object), ...said }
  if (refuse(own)) return { ok: false, reason: 'sourceNeeded' }
  const { headerLine, mapping } = layout
  const reading = { lines, headerLine, mapping, own, now }
  const planned = dryRun
    ? await plan(database.read, scope, reading, makePause())
    : await database.write(async (tx) => {
        await lockOffice(tx, scope)
        return take(tx, scope, { ...reading, fileName })
      })
  return { ok: true, source, report: reportOf(planned, layout) }
}
