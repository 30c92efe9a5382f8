import type { Database, Reader, Tx } from '#db/client.server.ts'
import { lockOffice } from '../../accounts/office.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { Source } from '../../directory/import/table.ts'
import { chooseForUpload, discardUpload, takeUpload } from '../../uploads/close.server.ts'
import { keepUpload } from '../../uploads/keep.server.ts'
import { makePause } from '../../uploads/pause.server.ts'
import { findUpload, readLines, type Upload } from '../../uploads/read.server.ts'
import { writeInThread } from '../../uploads/write-in-thread.server.ts'
import type { SheetFile } from './import.server.ts'
import type { SheetKindName } from './kind.ts'
import { kinds } from './kinds.server.ts'
import { layoutWith, type Mapping, recogniseSheet } from './layout.ts'
import { reportOf, type SheetReport } from './plan.ts'

const linesAtOnce = 400

/** How a sheet is read: as recognised, and as somebody corrected it; `own` is its kind's. */
export type SheetChoices = { headerLine: number | null; mapping: Mapping; own: unknown }
type Head = { source: Source; lineCount: number }
type Opening = {
  kind: SheetKindName
  id?: string
  fileName: string
  bytes: Uint8Array
  file: SheetFile
  now: Date
}

/** Keeps a sheet that was read, for somebody to check; see `keepUpload`. Nothing of it counts yet. */
export async function openSheet(database: Database, scope: OfficeScope, { file, kind, ...upload }: Opening) {
  const { lines, source } = file
  const head: Head = { source, lineCount: lines.length }
  const { columns, propose } = kinds[kind]
  const { headerLine, mapping } = recogniseSheet(lines, columns)
  const own = await propose(database.read, scope, upload.fileName)
  const choices: SheetChoices = { headerLine, mapping, own }
  return keepUpload(database, scope, { ...upload, kind, head, choices, lines, linesAtOnce })
}

type Which = { kind: SheetKindName; id: string }

/** One sheet of this office; null when there is none. */
export async function findSheet(read: Reader, scope: OfficeScope, which: Which) {
  const upload = await findUpload(read, scope, which)
  return upload && asSheet(upload, which.kind)
}

function asSheet(upload: Upload, kind: SheetKindName) {
  const { source = null, lineCount = 0 } = upload.head as Partial<Head>
  const report = upload.report as SheetReport | null
  return { ...upload, kind, source, lineCount, choices: choicesFrom(upload.choices), report }
}

export type OpenSheet = NonNullable<Awaited<ReturnType<typeof findSheet>>>

/** Choices as the database keeps them; what a kind keeps of its own, it reads itself. */
function choicesFrom(kept: unknown): SheetChoices {
  const { headerLine, mapping, own } = (kept ?? {}) as Partial<SheetChoices>
  return {
    headerLine: typeof headerLine === 'number' ? headerLine : null,
    mapping: Array.isArray(mapping) ? mapping : [],
    own: own ?? {},
  }
}

function layoutOf(lines: string[][], { headerLine, mapping }: SheetChoices, kind: SheetKindName) {
  const { columns } = kinds[kind]
  const { headings } = recogniseSheet(lines, columns, headerLine)
  return layoutWith({ headerLine, mapping, headings }, lines, columns)
}

/** What taking an open sheet would do, as chosen so far. */
export async function planSheet(read: Reader, scope: OfficeScope, row: OpenSheet, now: Date) {
  const lines = await readLines<string[]>(read, row)
  const layout = layoutOf(lines, row.choices, row.kind)
  const plan = await kinds[row.kind].plan(read, scope, { lines, ...row.choices, now }, makePause())
  return { lines, layout, plan }
}

/** Keeps how the sheet is to be read. Refused as `notOpen`. */
export function chooseReading(
  tx: Tx,
  scope: OfficeScope,
  { change, ...which }: Which & { change: (before: SheetChoices) => SheetChoices },
) {
  return chooseForUpload(tx, scope, { ...which, choose: (before) => change(choicesFrom(before)) })
}

/**
 * Keeps what each column holds. Another line of headings means other columns: they are recognised anew. Refused as
 * `notOpen`.
 */
export async function chooseColumns(
  database: Database,
  scope: OfficeScope,
  { row, said }: { row: OpenSheet; said: { headerLine: number | null; mapping: Mapping } },
) {
  if (row.state !== 'open') return { ok: false, reason: 'notOpen' } as const
  const { columns } = kinds[row.kind]
  const headerLine = said.headerLine !== null && said.headerLine < row.lineCount ? said.headerLine : null
  const isSame = headerLine === row.choices.headerLine
  const lines = isSame ? [] : await readLines<string[]>(database.read, row)
  const known = said.mapping.map((field) => (field && columns.fields.includes(field) ? field : null))
  const mapping = isSame ? known : recogniseSheet(lines, columns, headerLine).mapping
  const change = (before: SheetChoices) => ({ ...before, headerLine, mapping })
  return database.write((tx) => chooseReading(tx, scope, { ...row, change }))
}

type Closing = Which & { now: Date }

/** Forgets the sheet. Refused as `notOpen` when it was taken. */
export function discardSheet(tx: Tx, scope: OfficeScope, given: Closing) {
  return discardUpload(tx, scope, given)
}

/**
 * Takes a sheet, as corrected and chosen; see `takeUpload`. Refused as `notOpen`; as `sourceNeeded` when something that
 * its kind asks besides is missing; as `nothing` when every row would be left out. Then it stays open.
 */
export function confirmSheet(database: Database, scope: OfficeScope, { kind, id, now }: Closing) {
  return takeUpload<SheetReport, 'nothing' | 'sourceNeeded'>(
    database,
    scope,
    { kind, id, now },
    async (upload) => {
      const { choices, fileName } = asSheet(upload, kind)
      const lines = await readLines<string[]>(database.read, upload)
      const layout = layoutOf(lines, choices, kind)
      return {
        // Two sheets taken at once would each make the programme or the list that both bring.
        lock: (tx) => lockOffice(tx, scope),
        async take(tx) {
          if (kinds[kind].refuse(choices.own)) return { ok: false, reason: 'sourceNeeded' }
          const plan = await kinds[kind].take(tx, scope, { lines, ...choices, fileName, now })
          const report = reportOf(plan, layout)
          const isNothing = report.counts.leave === plan.lines.length
          return isNothing ? { ok: false, reason: 'nothing' } : { ok: true, report }
        },
      }
    },
  )
}

export type Confirming = Closing & { url: string; scope: OfficeScope }

/** `confirmSheet` in a thread of its own; see `writeInThread`. */
export function confirmInThread(
  database: Database,
  scope: OfficeScope,
  given: Closing,
): ReturnType<typeof confirmSheet> {
  return writeInThread(database, 'app/exhibition/sheets/confirm-worker.server.ts', { ...given, scope })
}
