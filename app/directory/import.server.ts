import { audit } from '#db/audit.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import { lockOffice } from '../accounts/office.server.ts'
import type { OfficeScope } from '../accounts/scope.server.ts'
import { makePause, withoutPause } from '../uploads/pause.server.ts'
import type { Mapping } from './import/field-names.ts'
import type { Choice } from './import/findings.ts'
import { type Oddity, recogniseLayout } from './import/header.ts'
import { readBooks } from './import/known.server.ts'
import { parseFile } from './import/parse.server.ts'
import { type Plan, planLines } from './import/plan.ts'
import { type Entry, readEntry } from './import/record.ts'
import { type ImportReport, reportOf } from './import/report.ts'
import type { FileRefusal, Source } from './import/table.ts'
import { writeBooks } from './import/write-books.server.ts'
import { askOfficeRecount } from './precedence-keys.server.ts'

/** A guest list that has been read, with what its columns hold. */
export type GuestList = {
  lines: string[][]
  source: Source
  headerLine: number | null
  mapping: Mapping
  oddities: Oddity[]
}

type Given = { fileName: string; bytes: Uint8Array; now: Date; dryRun?: boolean }

/**
 * Reads a guest list and takes it into the directory in one transaction, by what is recognised and proposed; the same
 * as the screen does when nothing is corrected there. `dryRun` writes nothing. Refused when the file cannot be read.
 */
export async function importGuests(
  database: Database,
  scope: OfficeScope,
  { fileName, bytes, now, dryRun = false }: Given,
): Promise<{ ok: true; source: Source; report: ImportReport } | { ok: false; reason: FileRefusal }> {
  const read = await readList(bytes)
  if (!read.ok) return read
  const entries = await readEntries(read.list)
  const none = new Map<number, Choice>()
  const plan = dryRun
    ? await planList(database.read, scope, entries, none)
    : await database.write((tx) => takeList(tx, scope, { entries, chosen: none, fileName, now }))
  return { ok: true, source: read.list.source, report: reportOf(plan, read.list.oddities) }
}

/** The cells of a file and what its columns hold, as far as can be recognised. */
export async function readList(
  bytes: Uint8Array,
): Promise<{ ok: true; list: GuestList } | { ok: false; reason: FileRefusal }> {
  const table = await parseFile(bytes)
  if (!table.ok) return table
  const { headerLine, mapping, oddities } = recogniseLayout(table.lines)
  return { ok: true, list: { lines: table.lines, source: table.source, headerLine, mapping, oddities } }
}

/** Every line below the headings that is not empty. */
export async function readEntries({
  lines,
  headerLine,
  mapping,
}: Pick<GuestList, 'lines' | 'headerLine' | 'mapping'>): Promise<Entry[]> {
  const pause = makePause()
  const entries: Entry[] = []
  for (const [line, cells] of lines.entries()) {
    if (line <= (headerLine ?? -1) || cells.every((cell) => !cell.trim())) continue
    entries.push(readEntry(line, cells, mapping))
    await pause()
  }
  return entries
}

/** What taking the list would do, line by line; nothing is written. */
export async function planList(
  read: Reader,
  scope: OfficeScope,
  entries: readonly Entry[],
  chosen: ReadonlyMap<number, Choice>,
  pause = makePause(),
): Promise<Plan> {
  return planLines(entries, await readBooks(read, scope, entries, pause), chosen, pause)
}

type Taking = { entries: readonly Entry[]; chosen: ReadonlyMap<number, Choice>; fileName: string; now: Date }

/** Takes a list into the directory: plans it against the directory as it is now, and writes what is new or changed. */
export async function takeList(
  tx: Tx,
  scope: OfficeScope,
  { entries, chosen, fileName, now }: Taking,
): Promise<Plan> {
  // Two lists taken at once would each miss what the other brings; the office's row makes them take turns.
  await lockOffice(tx, scope)
  const plan = await planList(tx, scope, entries, chosen, withoutPause)
  await writeBooks(tx, scope, plan.books, now)
  // A list may bring ranks for those whom an event has already.
  await askOfficeRecount(tx, scope.officeId, now)
  const { counts } = reportOf(plan, [])
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    action: 'directory.import',
    after: { fileName, ...counts },
    now,
  })
  return plan
}
