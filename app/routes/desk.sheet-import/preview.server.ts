import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { activityChoices } from '#app/exhibition/activities/choices.ts'
import { columnLabel as activityLabel } from '#app/exhibition/activities/columns.ts'
import { programmeChoices } from '#app/exhibition/programmes/read.server.ts'
import { columnLabel as resultLabel } from '#app/exhibition/programmes/sheet/columns.ts'
import { programmeSheetChoices } from '#app/exhibition/programmes/sheet/kind.server.ts'
import { headingOf } from '#app/exhibition/sheets/columns.ts'
import { kinds } from '#app/exhibition/sheets/kinds.server.ts'
import { reportOf } from '#app/exhibition/sheets/plan.ts'
import { type OpenSheet, planSheet } from '#app/exhibition/sheets/uploads.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { localize } from '#app/i18n/languages.ts'
import type { MajlisContext } from '#app/load-context.ts'

const shows = ['all', 'remarked', 'leave'] as const
const rowsShown = 50

type Given = { row: OpenSheet; language: Language; query: URLSearchParams }

/** What taking the sheet would do, one page of it, and what may be said otherwise; the columns’ names in any case. */
export async function preview(context: MajlisContext, scope: OfficeScope, { row, language, query }: Given) {
  const label = row.kind === 'programmes' ? resultLabel : activityLabel
  const columns = kinds[row.kind].columns.fields.map((value) => ({
    ...{ value, label: headingOf(value, (base) => label(base, language), language) },
  }))
  if (row.state !== 'open') return { columns, preview: null }
  const { read } = context.database
  const { lines, layout, plan } = await planSheet(read, scope, row, context.now())
  const { lines: _, ...summary } = reportOf(plan, layout)
  const show = shows.find((name) => name === query.get('show')) ?? 'all'
  const chosen = plan.lines.filter(
    ({ outcome, findings }) =>
      show === 'all' || (show === 'leave' ? outcome === 'leave' : findings.length > 0),
  )
  const pages = Math.max(1, Math.ceil(chosen.length / rowsShown))
  const page = Math.min(pages, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1))
  return {
    columns,
    preview: {
      ...{ layout, summary, show, page, pages },
      rows: chosen.slice((page - 1) * rowsShown, page * rowsShown),
      samples: layout.headings.map((_, column) => samplesOf(lines, layout.headerLine, column)),
      results: row.kind === 'programmes' ? await resultsReading(context, scope, { row, language }) : null,
      activities: row.kind === 'activities' ? activityChoices(row.choices.own) : null,
      isRefused: kinds[row.kind].refuse(row.choices.own) !== null,
    },
  }
}

async function resultsReading(
  { database }: MajlisContext,
  { officeId }: OfficeScope,
  { row, language }: Pick<Given, 'row' | 'language'>,
) {
  const all = await programmeChoices(database.read, officeId)
  return {
    ...programmeSheetChoices(row.choices.own),
    programmes: all.map(({ id, name }) => ({ value: id, label: localize(name, language) })),
  }
}

function samplesOf(lines: string[][], headerLine: number | null, column: number): string[] {
  const below = lines.slice((headerLine ?? -1) + 1, (headerLine ?? -1) + 60)
  const filled = below.map((cells) => cells[column]?.trim() ?? '').filter(Boolean)
  return [...new Set(filled)].slice(0, 3).map((text) => text.slice(0, 60))
}
