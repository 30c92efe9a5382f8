import type { Sheet } from '../../documents/spreadsheet.server.ts'
import type { Language } from '../../i18n/languages.ts'
import { sheetsFor } from '../sheets/workbook.ts'
import { activityColumns, columnExplained, columnLabel } from './columns.ts'

/** The list of activities to be filled in. */
export function activityWorkbook(language: Language): Sheet[] {
  return sheetsFor({
    ...{ fields: activityColumns.fields, label: columnLabel, explain: columnExplained },
    ...{ rows: [], language },
  })
}
