import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ImportRows } from '#app/ui/import-rows.tsx'
import type { loader } from './route.tsx'
import { RowList } from './row-list.tsx'

/** Every row with what it would do and what is remarked upon it; and the confirmation. */
export function Rows() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!preview) return null
  const { counts } = preview.summary
  const taken = counts.new + counts.update + counts.same
  const { show, page, pages, rows } = preview
  return (
    <ImportRows
      {...{ show, page, pages, hasRows: rows.length > 0 }}
      confirm={taken ? t('dtm:confirm', { shown: formatNumber(taken, language) }) : null}
    >
      <RowList rows={rows} />
    </ImportRows>
  )
}
