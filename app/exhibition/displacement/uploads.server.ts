import type { Database, Reader, Tx } from '#db/client.server.ts'
import { lockOffice } from '../../accounts/office.server.ts'
import type { OfficeScope } from '../../accounts/scope.server.ts'
import type { Source } from '../../directory/import/table.ts'
import { chooseForUpload, discardUpload, takeUpload } from '../../uploads/close.server.ts'
import { keepUpload } from '../../uploads/keep.server.ts'
import { makePause } from '../../uploads/pause.server.ts'
import { findUpload, readLines, type Upload } from '../../uploads/read.server.ts'
import { writeInThread } from '../../uploads/write-in-thread.server.ts'
import { type Choices, choicesFrom } from './choices.ts'
import { type FigureFile, proposedChoices, suggestedPlaces } from './import.server.ts'
import { type Layout, mappingOddities, recogniseLayout, sourceOddities } from './layout.ts'
import { planFile } from './plan-file.server.ts'
import { type ImportReport, reportOf } from './report.ts'
import { takeFigures } from './take.server.ts'

const kind = 'displacement'
const linesAtOnce = 400

type Opening = { id?: string; fileName: string; bytes: Uint8Array; file: FigureFile; now: Date }
type Head = { source: Source; lineCount: number }

/** Keeps a file that was read, for somebody to check; see `keepUpload`. None of its figures counts yet. */
export async function openFigures(database: Database, scope: OfficeScope, { file, ...upload }: Opening) {
  const { lines, source } = file
  const head: Head = { source, lineCount: lines.length }
  const choices = await proposedChoices(database.read, scope, recogniseLayout(lines))
  return keepUpload(database, scope, { ...upload, kind, head, choices, lines, linesAtOnce })
}

/** One file of this office; null when there is none. */
export async function findFigures(read: Reader, scope: OfficeScope, id: string) {
  const upload = await findUpload(read, scope, { kind, id })
  return upload && asFigures(upload)
}

function asFigures(upload: Upload) {
  const { source = null, lineCount = 0 } = upload.head as Partial<Head>
  const report = upload.report as ImportReport | null
  return { ...upload, source, lineCount, choices: choicesFrom(upload.choices), report }
}

export type OpenFigures = NonNullable<Awaited<ReturnType<typeof findFigures>>>

/** What taking an open file would do, as chosen so far. */
export async function planFigures(read: Reader, scope: OfficeScope, row: OpenFigures, now: Date) {
  const lines = await readLines<string[]>(read, row)
  const layout = layoutOf(lines, row)
  const plan = await planFile(read, scope, { lines, choices: row.choices, now }, makePause())
  return { lines, layout, plan }
}

/** What was recognised, with what a person corrected. */
function layoutOf(lines: string[][], { choices, source }: Pick<OpenFigures, 'choices' | 'source'>): Layout {
  const { headerLine, mapping } = choices
  const { headings, oddities, population, spread, title } = recogniseLayout(lines, headerLine)
  const ofFile = oddities.filter(({ code }) => code === 'headerMissing' || code === 'headerNotFirst')
  return {
    headerLine,
    mapping,
    headings,
    ...{ population, spread, title },
    oddities: [
      ...(source ? sourceOddities(source) : []),
      ...ofFile,
      ...mappingOddities(mapping, headings, spread),
    ],
  }
}

type Choosing = { id: string; change: (before: Choices) => Choices }

/** Keeps how the file is to be read. Refused as `notOpen`. */
export function chooseReading(tx: Tx, scope: OfficeScope, { id, change }: Choosing) {
  return chooseForUpload(tx, scope, { kind, id, choose: (before) => change(choicesFrom(before)) })
}

/** Joins every place whose name suggests a governorate and whose code does not say another. Refused as `notOpen`. */
export async function acceptSuggestions(
  database: Database,
  scope: OfficeScope,
  { row, now }: { row: OpenFigures; now: Date },
) {
  if (row.state !== 'open') return { ok: false, reason: 'notOpen' } as const
  const { plan } = await planFigures(database.read, scope, row, now)
  const suggested = suggestedPlaces(plan)
  return database.write((tx) =>
    chooseReading(tx, scope, {
      id: row.id,
      change: (before) => ({ ...before, places: { ...suggested, ...before.places } }),
    }),
  )
}

type Closing = { id: string; now: Date }

/** Forgets the file. Refused as `notOpen` when it was taken. */
export function discardFigures(tx: Tx, scope: OfficeScope, { id, now }: Closing) {
  return discardUpload(tx, scope, { kind, id, now })
}

/**
 * Takes the figures, as corrected and chosen; see `takeUpload`. Refused as `notOpen`; as `nothing` when every row would
 * be left out, and then the file stays open.
 */
export function confirmFigures(database: Database, scope: OfficeScope, { id, now }: Closing) {
  return takeUpload<ImportReport, 'nothing'>(database, scope, { kind, id, now }, async (upload) => {
    const { choices, fileName, source } = asFigures(upload)
    const lines = await readLines<string[]>(database.read, upload)
    const layout = layoutOf(lines, { choices, source })
    return {
      // Two files taken at once would each make the round that both bring.
      lock: (tx) => lockOffice(tx, scope),
      async take(tx) {
        const plan = await takeFigures(tx, scope, { lines, choices, fileName, now })
        const report = reportOf(plan, layout)
        const isNothing = report.counts.leave === plan.lines.length
        return isNothing ? { ok: false, reason: 'nothing' } : { ok: true, report }
      },
    }
  })
}

export type Confirming = Closing & { url: string; scope: OfficeScope }

/** `confirmFigures` in a thread of its own; see `writeInThread`. */
export function confirmInThread(
  database: Database,
  scope: OfficeScope,
  given: Closing,
): ReturnType<typeof confirmFigures> {
  return writeInThread(database, 'app/exhibition/displacement/confirm-worker.server.ts', { ...given, scope })
}
