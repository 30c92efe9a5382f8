import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

type Choice = { value: string; label: string }

type ColumnsGiven = {
  /** `headerLine` counts from 0; null when no line names the columns. */
  layout: { headings: string[]; headerLine: number | null; mapping: (string | null)[] }
  /** Of each column, what stands in its first lines. */
  samples: string[][]
  /** What a column may hold. */
  choices: readonly Choice[]
  /** Stands open, for something was not recognised. */
  isDoubtful: boolean
}

/** What each column of a sheet holds, as recognised; a person can say otherwise. Posts as `intent=columns`. */
export function ColumnsForm({ layout, samples, choices, isDoubtful }: ColumnsGiven) {
  const t = useText()
  return (
    <details className="card unfolds" open={isDoubtful}>
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
              choices={choices}
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

type ColumnGiven = {
  column: number
  heading: string
  field: string | null
  samples: string[]
  choices: readonly Choice[]
}

function Column({ column, heading, field, samples, choices }: ColumnGiven) {
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
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
