import { Form, useLoaderData } from '@remix-run/react'
import { replies } from '#app/answers/rules.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Act } from './decide.tsx'
import type { loader } from './route.tsx'

/** Makes an answer of what a guest wrote, part by part. */
export function Record() {
  const { mail, parts } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (mail.kind !== 'mail' || parts.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="record">
      <h2 id="record">{t('inbox:act.recordTitle')}</h2>
      <Form method="post" className="stack">
        {parts.map(({ id, name, status }, index) => (
          <div className="field" key={id}>
            <label htmlFor={`reply-${id}`}>
              <bdi className="wraps">{localize(name, language)}</bdi>{' '}
              <span className="muted small">{t(`answer:status.${status}`)}</span>
            </label>
            <input type="hidden" name={`answers[${index}].part`} value={id} />
            <select id={`reply-${id}`} name={`answers[${index}].reply`} defaultValue="">
              <option value="">{t('inbox:act.unchanged')}</option>
              {replies.map((reply) => (
                <option key={reply} value={reply}>
                  {t(`inbox:says.${reply}`)}
                </option>
              ))}
            </select>
          </div>
        ))}
        <p>
          <Act intent="record" label={t('inbox:act.record')} />
        </p>
      </Form>
    </section>
  )
}
