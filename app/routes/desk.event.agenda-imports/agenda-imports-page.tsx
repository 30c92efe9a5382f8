import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'

/** Where a schedule of another system is sent, and what became of those sent before. */
export function AgendaImportsPage() {
  const { slug } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  return (
    <div className="stack form-page">
      <header className="tight stack">
        <p>
          <Link className="map-link" to={`/desk/events/${slug}/agenda`}>
            {t('desk:event.agenda')}
          </Link>
        </p>
        <h1>{t('exchange:title')}</h1>
      </header>
      <p className="muted">{t('exchange:intro')}</p>
      {search.get('done') === 'discarded' && !answer && (
        <Notice kind="success">{t('exchange:done.discarded')}</Notice>
      )}
      <Form method="post" encType="multipart/form-data" className="card stack">
        <NewId />
        {answer?.refusal && (
          <Notice kind="error">
            <span id="file-error">{t(`exchange:refused.${answer.refusal}`)}</span>
          </Notice>
        )}
        <div className="field">
          <label htmlFor="file">{t('exchange:file')}</label>
          <p className="hint" id="file-hint">
            {t('exchange:fileHint')}
          </p>
          <input
            id="file"
            type="file"
            name="file"
            required
            accept=".json,.xml,.ics,application/json,application/xml,text/xml,text/calendar"
            aria-describedby={answer?.refusal ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={answer?.refusal ? true : undefined}
          />
        </div>
        <p>
          <button type="submit" className="button">
            {t('exchange:upload')}
          </button>
        </p>
      </Form>
      <Earlier />
    </div>
  )
}

const tags = { open: 'tag wait', done: 'tag yes', discarded: 'tag quiet' }

function Earlier() {
  const { imports, zone, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="earlier">
      <h2 id="earlier">{t('exchange:earlier')}</h2>
      {imports.length === 0 && <p className="muted">{t('exchange:none')}</p>}
      <ul className="plain-list rows">
        {imports.map(({ id, fileName, state, createdAt, by, counts }) => (
          <li key={id}>
            <div className="row between">
              <Link to={`/desk/events/${slug}/agenda/import/${id}`}>
                <bdi className="wraps">{fileName}</bdi>
              </Link>
              <span className={tags[state]}>{t(`exchange:state.${state}`)}</span>
            </div>
            <small className="muted block">
              <bdi>{formatInstant(createdAt, 'dayAndTime', language, zone)}</bdi>
              {by && ' · '}
              {by && <bdi>{by}</bdi>}
              {counts &&
                (['new', 'changed', 'leftOut'] as const).map((outcome) => (
                  <span key={outcome}>
                    {' · '}
                    {formatNumber(counts[outcome], language)} {t(`exchange:count.${outcome}`)}
                  </span>
                ))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
