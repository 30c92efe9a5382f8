import { type SheetCell, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { direction } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { countryName, stateless } from './countries.ts'
import type { ListSnapshot } from './list-snapshot.ts'
import { type ListLine, listTable } from './list-table.ts'

/** A list as an Excel workbook: every number a text, what is new marked, who is gone at the end. */
export function listSheet(list: ListSnapshot): Promise<Uint8Array> {
  const table = listTable(list, { country: countryIn(list) })
  const t = translator(table.language)
  const hasChange = table.changeHeadings !== null
  const row = ({ cells, marked, mark }: ListLine): SheetCell[] => {
    const texts = cells.map((text, index) => {
      if (mark === 'removed') return { text, mark: 'gone' as const }
      return marked[index] && text ? { text, mark: 'new' as const } : text
    })
    return hasChange ? [mark ? t(`clearance:file.${mark}`) : null, ...texts] : texts
  }
  const headings = table.columns.map((column) => column.headings.join('\n'))
  return writeXlsx({
    name: table.title.split(' / ')[0] ?? '',
    lead: [table.title, ...table.notes],
    headings: table.changeHeadings ? [table.changeHeadings.join('\n'), ...headings] : headings,
    rows: [
      ...table.lines.map(row),
      ...(table.removed.length ? [[], [table.removedTitle], ...table.removed.map(row)] : []),
      [],
      ...table.footer.split('\n').map((line) => [line]),
    ],
    rightToLeft: direction(table.language) === 'rtl',
  })
}

/** A nationality as the list's readers know it. */
export function countryIn({ languages: [language = 'en'] }: ListSnapshot): (code: string) => string {
  const t = translator(language)
  return (code) => (code === stateless ? t('clearance:form.stateless') : countryName(code, language))
}
