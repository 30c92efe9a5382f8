import type { Database, Reader, Tx } from '#db/client.server.ts'
import { lockOffice } from '../accounts/office.server.ts'
import type { OfficeScope } from '../accounts/scope.server.ts'
import { chooseForUpload, discardUpload, takeUpload } from '../uploads/close.server.ts'
import { keepUpload } from '../uploads/keep.server.ts'
import { findUpload, readLines, type Upload } from '../uploads/read.server.ts'
import { isField, type Mapping } from './import/field-names.ts'
import { type Choice, isChoice } from './import/findings.ts'
import { type Layout, mappingOddities, recogniseLayout } from './import/header.ts'
import { type ImportReport, reportOf } from './import/report.ts'
import type { Source } from './import/table.ts'
import { type GuestList, readEntries, takeList } from './import.server.ts'

const kind = 'guests'
const linesAtOnce = 400

type Opening = { id?: string; fileName: string; bytes: Uint8Array; list: GuestList; now: Date }
type Head = { source: Source; lineCount: number }
/** As stored: the line of the headings, what each column holds, and line → what is to be done with it. */
type Choices = { headerLine: number | null; mapping: (string | null)[]; lines: Record<string, string> }

/** Keeps a list that was read, for somebody to check; see `keepUpload`. Nothing of it is in the directory yet. */
export function openImport(database: Database, scope: OfficeScope, { list, ...file }: Opening) {
  const { lines, source, headerLine, mapping } = list
  const head: Head = { source, lineCount: lines.length }
  const choices: Choices = { headerLine, mapping, lines: {} }
  return keepUpload(database, scope, { ...file, kind, head, choices, lines, linesAtOnce })
}

/** One import of this office; null when there is none. */
export async function findImport(read: Reader, scope: OfficeScope, importId: string) {
  const upload = await findUpload(read, scope, { kind, id: importId })
  return upload && asImport(upload)
}

function asImport(upload: Upload) {
  const { source = null, lineCount = 0 } = upload.head as Partial<Head>
  const { headerLine, mapping, lines } = upload.choices as Choices
  return {
    ...upload,
    ...{ source, lineCount, headerLine },
    mapping: mapping.map((field): Mapping[number] => (isField(field) ? field : null)),
    choices: new Map(
      Object.entries(lines).flatMap(([line, choice]): [number, Choice][] =>
        isChoice(choice) ? [[Number(line), choice]] : [],
      ),
    ),
    report: upload.report as ImportReport | null,
  }
}

export type OpenImport = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** The cells of an open import, and what its columns hold. */
export async function readImportLines(
  read: Reader,
  row: OpenImport,
): Promise<{ lines: string[][]; layout: Layout }> {
  const lines = await readLines<string[]>(read, row)
  return { lines, layout: layoutOf(lines, row) }
}

/** What was recognised, with what a person corrected. */
function layoutOf(lines: string[][], { headerLine, mapping }: OpenImport): Layout {
  const recognised = recogniseLayout(lines)
  const isSame = recognised.headerLine === headerLine
  const { headings, oddities } = isSame ? recognised : recogniseLayout(lines, headerLine)
  const ofFile = oddities.filter(({ code }) => code.startsWith('header'))
  return { headerLine, mapping, headings, oddities: [...ofFile, ...mappingOddities(mapping, headings)] }
}

type Correction = { importId: string; headerLine: number | null; mapping: Mapping }

/** Keeps which line has the headings and what each column holds. Refused as `notOpen`. */
export function correctColumns(tx: Tx, scope: OfficeScope, { importId, ...corrected }: Correction) {
  return choose(tx, scope, importId, (before) => ({ ...before, ...corrected }))
}

type Chosen = { importId: string; chosen: ReadonlyMap<number, Choice | null> }

/** Keeps what is to be done with some lines; null takes back what was chosen before. Refused as `notOpen`. */
export async function chooseLines(tx: Tx, scope: OfficeScope, { importId, chosen }: Chosen) {
  const { lineCount = 0 } = (await findImport(tx, scope, importId)) ?? {}
  return choose(tx, scope, importId, (before) => {
    const lines = new Map(Object.entries(before.lines))
    for (const [line, choice] of chosen) {
      if (choice && line < lineCount) lines.set(String(line), choice)
      else lines.delete(String(line))
    }
    return { ...before, lines: Object.fromEntries(lines) }
  })
}

function choose(tx: Tx, scope: OfficeScope, id: string, change: (before: Choices) => Choices) {
  return chooseForUpload(tx, scope, { kind, id, choose: (before) => change(before as Choices) })
}

type Closing = { importId: string; now: Date }

/** Forgets the list. Refused as `notOpen` when it was taken. */
export function discardImport(tx: Tx, scope: OfficeScope, { importId, now }: Closing) {
  return discardUpload(tx, scope, { kind, id: importId, now })
}

/**
 * Takes the list into the directory, as corrected and chosen; see `takeUpload`. Refused as `notOpen`; as `nothing` when
 * every line would be left out, and then the list stays open.
 */
export function confirmImport(database: Database, scope: OfficeScope, { importId, now }: Closing) {
  return takeUpload<ImportReport, 'nothing'>(database, scope, { kind, id: importId, now }, async (upload) => {
    const row = asImport(upload)
    const { lines, layout } = await readImportLines(database.read, row)
    const entries = await readEntries({ lines, ...layout })
    const { choices: chosen, fileName } = row
    return {
      // Two lists taken at once would each miss what the other brings.
      lock: (tx) => lockOffice(tx, scope),
      async take(tx) {
        const plan = await takeList(tx, scope, { entries, chosen, fileName, now })
        const report = reportOf(plan, layout.oddities)
        const isNothing = report.counts.leave === plan.lines.length
        return isNothing ? { ok: false, reason: 'nothing' } : { ok: true, report }
      },
    }
  })
}
