import { useLoaderData } from '@remix-run/react'
import { fields } from '#app/exhibition/displacement/headings.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ColumnsForm } from '#app/ui/columns-form.tsx'
import type { loader } from './route.tsx'

const doubtful = ['headerMissing', 'columnTwice', 'columnUnknown', 'noPlace', 'noDate', 'noCount']

/** What each column of a file of figures holds. */
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
      choices={fields.map((name) => ({ value: name, label: t(`dtm:field.${name}`) }))}
      isDoubtful={layout.oddities.some(({ code }) => doubtful.includes(code))}
    />
  )
}
