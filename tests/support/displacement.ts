import { lockOffice } from '#app/accounts/office.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { readTable } from '#app/directory/import/table.ts'
import type { Choices } from '#app/exhibition/displacement/choices.ts'
import { readDatasets } from '#app/exhibition/displacement/datasets.server.ts'
import { proposedChoices, suggestedPlaces } from '#app/exhibition/displacement/import.server.ts'
import { aFigureFile, recogniseLayout } from '#app/exhibition/displacement/layout.ts'
import { planFile } from '#app/exhibition/displacement/plan-file.server.ts'
import { type ImportReport, reportOf } from '#app/exhibition/displacement/report.ts'
import { takeFigures } from '#app/exhibition/displacement/take.server.ts'
import { openFigures } from '#app/exhibition/displacement/uploads.server.ts'
import { governorates } from '#app/exhibition/governorates.ts'
import type { Database } from '#db/client.server.ts'
import { now } from './builders.ts'

/** A file of figures of our own writing: two rounds, three governorates. */
export const figuresCsv = [
  'operation,admin1Name,admin1Pcode,numPresentIdpInd,reportingDate,roundNumber',
  'Iraq conflict,Ninewa,IRQ-G15,1200,2023-12-31T00:00:00,131',
  'Iraq conflict,Erbil,IRQ-G11,800,2023-12-31T00:00:00,131',
  'Iraq conflict,Ninewa,IRQ-G15,1000,2024-04-30T00:00:00,132',
  'Iraq conflict,Erbil,IRQ-G11,900,2024-04-30T00:00:00,132',
  'Iraq conflict,Duhok,IRQ-G09,50,2024-04-30T00:00:00,132',
  '',
].join('\n')

/** Eighty rounds of all governorates, month by month from January 2014; in Ninewa a thousand more in each. */
export const aSeries = [
  'operation,Governorate,Pcode,IDP individuals,Date,Round',
  ...Array.from({ length: 80 }, (_, month) =>
    governorates.map(({ pcode, name }, place) => {
      const date = new Date(Date.UTC(2014, month, 1)).toISOString().slice(0, 10)
      const people = pcode === 'IQG15' ? (month + 1) * 1000 : 400 * (place + 1) + month
      return ['Iraq conflict', name.en, pcode, people, date, month + 1].join()
    }),
  ).flat(),
].join('\n')

type Given = { said?: Partial<Choices>; byName?: boolean }

/** Takes a text as a file, as `importFigures` does but for the thread it reads in; answers the report. */
export async function takeFile(
  database: Database,
  scope: OfficeScope,
  text: string | Uint8Array,
  { said = {}, byName = false }: Given = {},
): Promise<ImportReport> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const read = await readTable(bytes, aFigureFile)
  if (!read.ok) throw new Error(read.reason)
  const { lines } = read
  const layout = recogniseLayout(lines)
  const choices = { ...(await proposedChoices(database.read, scope, layout)), ...said }
  if (byName)
    choices.places = suggestedPlaces(
      await planFile(database.read, scope, { lines, choices, now }, () => undefined),
    )
  const plan = await database.write(async (tx) => {
    await lockOffice(tx, scope)
    return takeFigures(tx, scope, { lines, choices, fileName: 'figures.csv', now })
  })
  return reportOf(plan, layout)
}

/** An office's dataset, and a file of it that waits, by the names they bear in `app/routes.ts`. */
export async function someFigures(database: Database, scope: OfficeScope) {
  await takeFile(database, scope, figuresCsv)
  const [dataset] = await readDatasets(database.read, scope)
  const bytes = new TextEncoder().encode(figuresCsv.replaceAll('IRQ-G11', 'IQ-G11'))
  const table = await readTable(bytes)
  if (!table.ok) throw new Error(table.reason)
  const file = { fileName: 'waiting.csv', bytes, file: table, now }
  const opened = await openFigures(database, scope, file)
  if (!opened.ok || !dataset) throw new Error('no figures')
  return { dataset: dataset.id, figures: opened.id }
}
