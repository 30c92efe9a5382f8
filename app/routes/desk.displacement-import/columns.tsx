import { Form, useLoaderData } from '@remix-run/react'
import { type Field, fields } from '#app/exhibition/displacement/headings.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

const doubtful = ['headerMissing', 'columnTwice', 'columnUnknown', 'noPlace', 'noDate', 'noCount']

/** What each column holds, as recognised; a person can say otherwise. */
export function Columns() {
  const { preview } = useLoaderData<typeof loader>()
  const t = useText()
  if (!preview) return null
  const { layout, samples } = preview
  const isDoubtful = layout.oddities.some(({ code }) => doubtful.includes(code))
  return (
    <details className="card unfolds" open={isDoubtful} key={JSON.stringify(layout.mapping)}>
      <summary>
        <h2>{t('imports:columns')}</h2>
      </summary>
      <Form method="post" className="stack">
        <p className="muted">{t('imports:columnsIntro')}</p>
        <div className="fields">
          {layout.headings.map((heading, column) => (
            <Column
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file.
              key={column}
              column={column}
              heading={heading}
              field={layout.mapping[column] ?? null}
              samples={samples[column] ?? []}
            />
          ))}
          <div className="field">
            <label htmlFor="header-line">{t('imports:headerLine')}</label>
            <p className="hint" id="header-line-hint">
              {t('imports:headerLineHint')}
            </p>
            <input
              id="header-line"
              type="number"
              name="headerLine"
              min={0}
              max={50_000}
              aria-describedby="header-line-hint"
              defaultValue={(layout.headerLine ?? -1) + 1}
            />
          </div>
        </div>
        <p>
          <button type="submit" className="button quiet" name="intent" value="columns">
            {t('imports:saveColumns')}
          </button>
        </p>
      </Form>
    </details>
  )
}

type ColumnGiven = { column: number; heading: string; field: Field | null; samples: string[] }

function Column({ column, heading, field, samples }: ColumnGiven) {
  const t = useText()
  const language = useLanguage()
  const id = `column-${column}`
  return (
    <div className="field">
      <label htmlFor={id}>
        {t('imports:column', { number: formatNumber(column + 1, language) })}
        {': '}
        <bdi className="wraps">{heading.trim() || t('imports:noHeading')}</bdi>
      </label>
      <p className="hint" id={`${id}-hint`}>
        <bdi className="wraps">{samples.join(' · ') || '–'}</bdi>
      </p>
      <select id={id} name="column" defaultValue={field ?? ''} aria-describedby={`${id}-hint`}>
        <option value="">{t('imports:ignore')}</option>
        {fields.map((name) => (
          <option key={name} value={name}>
            {t(`dtm:field.${name}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
