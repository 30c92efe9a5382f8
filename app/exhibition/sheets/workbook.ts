import type { Sheet, SheetCell } from '../../documents/spreadsheet.server.ts'
import { direction, type Language } from '../../i18n/languages.ts'
import { translator } from '../../i18n/translator.ts'
import { headingOf, partsOf } from './columns.ts'

type Given = {
  fields: readonly string[]
  label: (base: string, language: Language) => string
  explain: (base: string, language: Language) => string
  /** Of each row what it has for a field; none for a sheet to be filled in. */
  rows: readonly ((field: string) => SheetCell)[]
  language: Language
}

/** A sheet to be filled in and sent back, and beside it what each of its columns is for. */
export function sheetsFor({ fields, label, explain, rows, language }: Given): Sheet[] {
  const t = translator(language)
  const rightToLeft = direction(language) === 'rtl'
  const bases = [...new Set(fields.map((field) => partsOf(field).base))]
  return [
    {
      name: t('sheets:file.rows'),
      headings: fields.map((field) => headingOf(field, (base) => label(base, language), language)),
      rows: rows.map((cellOf) => fields.map(cellOf)),
      rightToLeft,
    },
    {
      name: t('sheets:file.explained'),
      headings: [t('sheets:file.column'), t('sheets:file.what')],
      rows: bases.map((base) => [label(base, language), explain(base, language)]),
      rightToLeft,
    },
  ]
}
