import { Form, Link, useLoaderData } from '@remix-run/react'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** The side list where no script draws it: each item can be put at the end of the day on show. */
export function Waiting() {
  const { waiting, day } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (waiting.length === 0) return null
  const shown = day ? formatInstant(new Date(`${day}T12:00Z`), 'shortDay', language, 'UTC') : ''
  return (
    <section className="card stack" aria-labelledby="waiting">
      <h2 id="waiting">{t('planner:side.title')}</h2>
      <ul className="plain-list rows">
        {waiting.map(({ id, title, version }) => (
          <li key={id} className="row between part-row">
            <Link className="target" to={id}>
              <LocalizedText text={title} language={language} />
            </Link>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="item" value={id} />
              <input type="hidden" name="seen" value={version} />
              <button
                type="submit"
                className="button quiet"
                name="intent"
                value="schedule"
                aria-label={t('planner:side.putNamed', {
                  title: isolate(localize(title, language)),
                  day: shown,
                })}
              >
                {t('planner:side.put', { day: shown })}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
