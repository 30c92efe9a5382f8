import { Form, useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** Where items belong and what counts where both sides changed something; shown again with what that would do. */
export function Choices() {
  const { parts, choices } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Form method="post" className="card stack" aria-labelledby="choices">
      <h2 id="choices">{t('exchange:choice.title')}</h2>
      <div className="fields">
        <div className="field">
          <label htmlFor="part">{t('exchange:choice.part')}</label>
          <select id="part" name="part" defaultValue={choices.partId ?? ''}>
            <option value="">{t('exchange:choice.byTime')}</option>
            {parts.map(({ id, name }) => (
              <option key={id} value={id}>
                {localize(name, language)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="edits">{t('exchange:choice.edits')}</label>
          <select id="edits" name="edits" defaultValue={choices.edits}>
            <option value="keep">{t('exchange:choice.keep')}</option>
            <option value="overwrite">{t('exchange:choice.overwrite')}</option>
          </select>
        </div>
      </div>
      <p>
        <button type="submit" className="button quiet" name="intent" value="choices">
          {t('exchange:choice.show')}
        </button>
      </p>
    </Form>
  )
}
