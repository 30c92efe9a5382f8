import { Form, Link, useLoaderData } from '@remix-run/react'
import { choices } from '#app/directory/import/findings.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Remarks } from './remarks.tsx'
import type { loader } from './route.tsx'

type Preview = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['preview']>

const outcomeTags = { new: 'tag yes', update: 'tag', same: 'tag quiet', leave: 'tag wait' }

/** Every row with what it would do, what is remarked upon it, and what a person wants instead; and the confirmation. */
export function Rows() {
  const { id, preview } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!preview) return null
  const { counts } = preview.summary
  const taken = counts.new + counts.update + counts.same
  return (
    <Form method="post" className="stack" key={`${preview.show} ${preview.page}`}>
      <div className="row between">
        <h2>{t('imports:rows')}</h2>
        <Shows preview={preview} />
      </div>
      {preview.rows.length === 0 ? (
        <p className="card empty">{t('imports:noRows')}</p>
      ) : (
        <ul className="plain-list card import-rows">
          {preview.rows.map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </ul>
      )}
      <Pager
        label={t('imports:rows')}
        page={preview.page}
        pages={preview.pages}
        to={(page) => rowsAt(preview.show, page)}
      />
      <div className="row">
        {taken > 0 && (
          <button type="submit" className="button" name="intent" value="confirm">
            {t('imports:confirm', { count: taken, shown: formatNumber(taken, language) })}
          </button>
        )}
        {preview.rows.length > 0 && (
          <button type="submit" className="button quiet" name="intent" value="choices">
            {t('imports:saveChoices')}
          </button>
        )}
        {preview.page < preview.pages && (
          <button
            type="submit"
            className="button quiet"
            name="intent"
            value="choices"
            formAction={`/desk/imports/${id}${rowsAt(preview.show, preview.page + 1)}`}
          >
            {t('imports:saveNext')}
          </button>
        )}
      </div>
    </Form>
  )
}

function rowsAt(show: string, page: number): string {
  return `?${new URLSearchParams({ show, page: String(page) })}`
}

function Shows({ preview }: { preview: Preview }) {
  const t = useText()
  return (
    <nav className="filters" aria-label={t('directory:filter.label')}>
      {(['all', 'remarked', 'leave'] as const).map((show) => (
        <Link key={show} to={`?show=${show}`} aria-current={preview.show === show ? 'true' : undefined}>
          {t(`imports:show.${show}`)}
        </Link>
      ))}
    </nav>
  )
}

function Row({ row }: { row: Preview['rows'][number] }) {
  const t = useText()
  const language = useLanguage()
  const line = formatNumber(row.line + 1, language, { useGrouping: false })
  return (
    <li>
      <span className="line-number muted">
        <span className="visually-hidden">{t('imports:row')} </span>
        {line}
      </span>
      <div className="tight stack">
        <p className="strong">
          <bdi className="wraps">{row.name || '–'}</bdi>
        </p>
        <p className="muted small">
          {[row.organisation !== row.name && row.organisation, row.addresses.join(' · ')]
            .filter((text) => typeof text === 'string' && text !== '')
            .map((text) => (
              <span key={String(text)} className="apart">
                <bdi className="wraps">{text}</bdi>
              </span>
            ))}
        </p>
        <Remarks of={row.findings} />
      </div>
      <div className="import-choice">
        <span className="row tags">
          <span className="tag quiet">{t(`imports:kind.${row.kind}`)}</span>
          <span className={outcomeTags[row.outcome]}>{t(`imports:outcome.${row.outcome}`)}</span>
        </span>
        <select
          name={`choice-${row.line}`}
          defaultValue={row.choice ?? ''}
          aria-label={t('imports:choice.label', { line })}
        >
          <option value="">{t('imports:choice.proposed')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`imports:choice.${choice}`)}
            </option>
          ))}
        </select>
      </div>
    </li>
  )
}
