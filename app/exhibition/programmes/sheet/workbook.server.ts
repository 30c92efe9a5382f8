import type { Reader } from '#db/client.server.ts'
import type { OfficeScope } from '../../../accounts/scope.server.ts'
import type { Sheet, SheetCell } from '../../../documents/spreadsheet.server.ts'
import type { Language, Localized } from '../../../i18n/languages.ts'
import { localize } from '../../../i18n/languages.ts'
import { governorateName } from '../../governorates.ts'
import { partsOf } from '../../sheets/columns.ts'
import { sheetsFor } from '../../sheets/workbook.ts'
import type { Group } from '../groups.ts'
import { columnExplained, columnLabel, fieldsFor, type TextColumn, type textColumns } from './columns.ts'
import { type KnownProgramme, type KnownResult, readKnown } from './known.server.ts'
import { exactnessLabel } from './rows.ts'

type Given = { written: readonly Language[]; language: Language; isFilled: boolean }

/**
 * The sheet of results to be filled in, with a text column for each language that the office writes in; `isFilled` with
 * what there is, in every language, which can be changed and sent back.
 */
export async function programmeWorkbook(
  read: Reader,
  scope: OfficeScope,
  { written, language, isFilled }: Given,
): Promise<Sheet[]> {
  const known = isFilled ? await readKnown(read, scope) : []
  const rows = known.flatMap((programme) => rowsOf(programme, language))
  const fields = fieldsFor(isFilled ? ['en', 'fr', 'ar', 'ckb'] : written)
  return sheetsFor({ fields, label: columnLabel, explain: columnExplained, rows, language })
}

type Told = {
  programme: KnownProgramme
  indicator: KnownProgramme['indicators'][number]
  result: KnownResult
}

function rowsOf(programme: KnownProgramme, language: Language) {
  return programme.indicators.flatMap((indicator) =>
    indicator.results.map(
      (result) => (field: string) => cellOf(field, { programme, indicator, result }, language),
    ),
  )
}

function cellOf(field: string, told: Told, reader: Language): SheetCell {
  const { base, language } = partsOf(field)
  if (language) return textsOf(told)[base as TextColumn]?.[language] ?? null
  const { programme, indicator, result } = told
  switch (base) {
    case 'programmeCode':
      return localize(programme.acronym, 'en')
    case 'indicatorCode':
      return indicator.code
    case 'exactness':
      return exactnessLabel(result.qualifier, reader)
    case 'place':
      return result.pcode && governorateName(result.pcode, reader)
    case 'value':
    case 'target':
    case 'asOf':
    case 'sourceUrl':
      return result[base]
    default:
      return result.groups[base as Group] ?? null
  }
}

function textsOf({
  programme,
  indicator,
  result,
}: Told): Partial<Record<keyof typeof textColumns, Localized>> {
  const phase = programme.phases.find(({ id }) => id === result.phaseId)
  const component = programme.components.find(({ id }) => id === indicator.componentId)
  return {
    programme: programme.name,
    ...(phase && { phase: phase.name }),
    ...(component && { component: component.name }),
    indicator: indicator.name,
    unit: indicator.unit,
    source: result.source,
  }
}
