import { Form, type useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

type Reached = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['progress']>

/** How many forms are there, whose are missing, and a reminder to those. */
export function Progress({ progress: { counts, missing, more } }: { progress: Reached }) {
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="progress">
      <h2 id="progress">{t('clearance:settings.progress')}</h2>
      <p className="row">
        <span>{t('clearance:desk.expected', { count: counts.all })}</span>
        <span className="tag yes">
          {formatNumber(counts.complete, language)} {t('clearance:desk.there')}
        </span>
        <span className="tag wait">
          {formatNumber(counts.missing + counts.incomplete, language)} {t('clearance:desk.wanting')}
        </span>
      </p>
      {missing.length === 0 ? (
        <p className="muted">{t('clearance:settings.allThere')}</p>
      ) : (
        <>
          <details>
            <summary>{t('clearance:settings.wanting')}</summary>
            <ul>
              {missing.map(({ id, names, organisationName }) => (
                <li key={id}>
                  <bdi className="wraps">{displayName(names, language)}</bdi>{' '}
                  <bdi className="wraps muted small">{localize(organisationName, language)}</bdi>
                </li>
              ))}
            </ul>
            {more > 0 && <p className="muted">{t('clearance:settings.more', { count: more })}</p>}
          </details>
          <Form method="post" className="row">
            <button type="submit" className="button" name="intent" value="remind">
              {t('clearance:settings.remind')}
            </button>
            <span className="muted small">{t('clearance:settings.remindHint')}</span>
          </Form>
        </>
      )}
    </section>
  )
}
