import { useLoaderData } from '@remix-run/react'
import { fieldNames } from '#app/directory/import/field-names.ts'
import { fieldName } from '#app/directory/import/oddity-text.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ColumnsForm } from '#app/ui/columns-form.tsx'
import type { loader } from './route.tsx'

/** What each column of a guest list holds. */
export function Columns() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  if (!preview) return null
  const { layout, samples } = preview
  return (
    <ColumnsForm
      key={JSON.stringify(layout.mapping)}
      layout={layout}
      samples={samples}
      choices={fieldNames.map((name) => ({ value: name, label: fieldName(name, t) }))}
      isDoubtful={preview.summary.oddities.length > 0}
    />
  )
}
