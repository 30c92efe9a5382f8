import { renderPdf } from '#app/documents/pdf.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { countryIn } from './list-sheet.server.ts'
import type { ListSnapshot } from './list-snapshot.ts'
import { type ListLine, listTable } from './list-table.ts'

/** A list on paper, A4 across: what is new is marked in words and shade, who is gone stands at the end. */
export function listPdf(list: ListSnapshot): Promise<Uint8Array> {
  const { columns, changeHeadings, lines, removed, ...table } = listTable(list, { country: countryIn(list) })
  const t = translator(table.language)
  const row = ({ cells, marked, mark }: ListLine) => ({
    cells,
    marked,
    isGone: mark === 'removed',
    change: mark ? t(`clearance:file.${mark}`) : '',
  })
  return renderPdf({
    template: 'clearance/access-list.typ',
    data: {
      ...table,
      second: list.languages[1] ?? null,
      columns,
      changeHeadings,
      lines: lines.map(row),
      removed: removed.map(row),
    },
  })
}
