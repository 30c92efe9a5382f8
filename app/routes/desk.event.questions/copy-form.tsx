import { Form, useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { NewId } from '#app/ui/new-id.tsx'
import type { loader } from './route.tsx'

/** Takes over what another event of the office asked. */
export function CopyForm() {
  const { others } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (others.length === 0) return null
  return (
    <details className="card fold">
      <summary>
        <h2>{t('questions:copy.title')}</h2>
      </summary>
      <Form method="post" className="stack">
        <NewId />
        <p className="muted">{t('questions:copy.hint')}</p>
        <div className="field">
          <label htmlFor="from">{t('questions:copy.from')}</label>
          <select id="from" name="from">
            {others.map(({ slug, name, count }) => (
              <option key={slug} value={slug}>
                {`${localize(name, language)} (${t('questions:copy.questions', { count: Number(count) })})`}
              </option>
            ))}
          </select>
        </div>
        <p>
          <button type="submit" className="button quiet" name="intent" value="copy">
            {t('questions:copy.act')}
          </button>
        </p>
      </Form>
    </details>
  )
}
