import type { PlanLine } from '#app/exhibition/sheets/plan.ts'
import { findingText } from '#app/exhibition/sheets/report-text.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ImportRowList } from '#app/ui/import-rows.tsx'

/** Rows of a sheet, by their numbers in it. */
export function RowList({ rows }: { rows: readonly PlanLine[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ImportRowList
      rows={rows.map(({ line, name, outcome, findings }) => ({
        ...{ key: String(line), name, outcome, placeIs: t('imports:row') },
        place: formatNumber(line + 1, language, { useGrouping: false }),
        remarks: findings.map((finding) => ({
          code: finding.code,
          text: findingText(finding, { t, language }),
        })),
      }))}
    />
  )
}
