import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { columnsIn, placesIn, readingForm } from '#app/exhibition/displacement/forms.ts'
import { recogniseLayout } from '#app/exhibition/displacement/layout.ts'
import { chooseReading, type OpenFigures } from '#app/exhibition/displacement/uploads.server.ts'
import { isGovernorate } from '#app/exhibition/governorates.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { readLines } from '#app/uploads/read.server.ts'

const notOpen = { ok: false, reason: 'notOpen' } as const

/** Keeps what each column holds. Another line of headings means other columns: they are recognised anew. */
export async function saveColumns(
  { database }: MajlisContext,
  scope: OfficeScope,
  form: FormData,
  row: OpenFigures,
) {
  if (row.state !== 'open') return notOpen
  const said = columnsIn(form)
  const headerLine = said.headerLine !== null && said.headerLine < row.lineCount ? said.headerLine : null
  const isSame = headerLine === row.choices.headerLine
  const lines = isSame ? [] : await readLines<string[]>(database.read, row)
  const mapping = isSame ? said.mapping : recogniseLayout(lines, headerLine).mapping
  const change = (before: OpenFigures['choices']) => ({ ...before, headerLine, mapping })
  return database.write((tx) => chooseReading(tx, scope, { id: row.id, change }))
}

/** Keeps how the file is read where it does not say itself. */
export async function saveReading(
  { database }: MajlisContext,
  scope: OfficeScope,
  form: FormData,
  { id }: OpenFigures,
) {
  const submission = readForm(form, readingForm)
  if (submission.status !== 'success') return { refusal: null, result: submission.reply() }
  const { order, ...said } = submission.value
  const change = (before: OpenFigures['choices']) => ({
    ...before,
    ...said,
    order: order === 'column' ? null : order,
  })
  return database.write((tx) => chooseReading(tx, scope, { id, change }))
}

/** Keeps which governorate each place is; one that is left out is forgotten again. */
export async function savePlaces(
  { database }: MajlisContext,
  scope: OfficeScope,
  form: FormData,
  { id }: OpenFigures,
) {
  const said = Object.entries(placesIn(form))
  const change = (before: OpenFigures['choices']) => {
    const places = new Map(Object.entries(before.places))
    for (const [key, pcode] of said) {
      if (isGovernorate(pcode)) places.set(key, pcode)
      else places.delete(key)
    }
    return { ...before, places: Object.fromEntries(places) }
  }
  return database.write((tx) => chooseReading(tx, scope, { id, change }))
}
