import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

export function ImportsPage() {
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  return (
    <div className="stack form-page">
      <h1>{t('imports:title')}</h1>
      <p className="muted">{t('imports:intro')}</p>
      {search.get('done') === 'discarded' && !answer && (
        <Notice kind="success">{t('imports:done.discarded')}</Notice>
      )}
      <Form method="post" encType="multipart/form-data" className="card stack">
        <NewId />
        {answer?.refusal && (
          <Notice kind="error">
            <span id="file-error">{t(`imports:refused.${answer.refusal}`)}</span>
          </Notice>
        )}
        <div className="field">
          <label htmlFor="file">{t('imports:file')}</label>
          <p className="hint" id="file-hint">
            {t('imports:fileHint')}
          </p>
          <input
            id="file"
            type="file"
            name="file"
            required
            accept=".csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-describedby={answer?.refusal ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={answer?.refusal ? true : undefined}
          />
        </div>
        <p>
          <button type="submit" className="button">
            {t('imports:upload')}
          </button>
        </p>
      </Form>
      <Earlier />
    </div>
  )
}

const tags = { open: 'tag wait', done: 'tag yes', discarded: 'tag quiet' }

function Earlier() {
  const { imports, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  return (
    <section className="card stack" aria-labelledby="earlier">
      <h2 id="earlier">{t('imports:earlier')}</h2>
      {imports.length === 0 && <p className="muted">{t('imports:none')}</p>}
      <ul className="plain-list rows">
        {imports.map(({ id, fileName, state, createdAt, by, counts }) => (
          <li key={id}>
            <div className="row between">
              <Link to={`/desk/imports/${id}`}>
                <bdi className="wraps">{fileName}</bdi>
              </Link>
              <span className={tags[state]}>{t(`imports:state.${state}`)}</span>
            </div>
            <small className="muted block">
              <bdi>{formatInstant(createdAt, 'dayAndTime', language, zone)}</bdi>
              {by && ' · '}
              {by && <bdi>{by}</bdi>}
              {counts &&
                (['new', 'update', 'leave'] as const).map((outcome) => (
                  <span key={outcome}>
                    {' · '}
                    {number(counts[outcome])} {t(`imports:count.${outcome}`)}
                  </span>
                ))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
