import type { PlanLine } from '#app/exhibition/displacement/plan.ts'
import { findingText, placeInFile } from '#app/exhibition/displacement/report-text.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ImportRowList } from '#app/ui/import-rows.tsx'

/** Rows of a file, or its cells where a row has several figures. */
export function RowList({ rows }: { rows: readonly PlanLine[] }) {
  const t = useText()
  const language = useLanguage()
  return (
    <ImportRowList
      rows={rows.map(({ line, column = null, name, outcome, findings }) => ({
        ...{ key: `${line} ${column}`, name, outcome },
        placeIs: column === null ? t('imports:row') : t('dtm:cell'),
        place: placeInFile({ line, column }, language),
        remarks: findings.map((finding) => ({
          code: finding.code,
          text: findingText(finding, { t, language }),
        })),
      }))}
    />
  )
}
