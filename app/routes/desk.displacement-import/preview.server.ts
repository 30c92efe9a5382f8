import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { reportOf } from '#app/exhibition/displacement/report.ts'
import { type OpenFigures, planFigures } from '#app/exhibition/displacement/uploads.server.ts'
import type { MajlisContext } from '#app/load-context.ts'

const shows = ['all', 'remarked', 'leave'] as const
const rowsShown = 50

/** What taking the file would do, one page of it. */
export async function preview(
  { database, now }: MajlisContext,
  scope: OfficeScope,
  row: OpenFigures,
  parameters: URLSearchParams,
) {
  const { lines, layout, plan } = await planFigures(database.read, scope, row, now())
  const { lines: _, ...summary } = reportOf(plan, layout)
  const show = shows.find((name) => name === parameters.get('show')) ?? 'all'
  const fitting = plan.lines.filter(
    ({ outcome, findings }) =>
      show === 'all' || outcome === 'leave' || (show === 'remarked' && findings.length > 0),
  )
  const chosen = show === 'leave' ? fitting.filter(({ outcome }) => outcome === 'leave') : fitting
  const pages = Math.max(1, Math.ceil(chosen.length / rowsShown))
  const page = Math.min(pages, Math.max(1, Number.parseInt(parameters.get('page') ?? '1', 10) || 1))
  return {
    ...{ layout, summary, show, page, pages },
    rows: chosen.slice((page - 1) * rowsShown, page * rowsShown),
    samples: layout.headings.map((_, column) => samplesOf(lines, layout.headerLine, column)),
    /** A date of the file, as an example of how it writes them. */
    example: samplesOf(lines, layout.headerLine, layout.mapping.indexOf('date'))[0] ?? '04/05/2016',
  }
}

function samplesOf(lines: string[][], headerLine: number | null, column: number): string[] {
  const below = lines.slice((headerLine ?? -1) + 1, (headerLine ?? -1) + 60)
  const filled = below.map((cells) => cells[column]?.trim() ?? '').filter(Boolean)
  return [...new Set(filled)].slice(0, 3).map((text) => text.slice(0, 60))
}
