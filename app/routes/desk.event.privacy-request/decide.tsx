import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { formatList } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextArea } from '#app/ui/field.tsx'
import { Counts } from './counts.tsx'
import type { action, loader } from './route.tsx'

/** Doing what is asked, with its effect in figures, and declining it with a reason. */
export function Decide() {
  const { request } = useLoaderData<typeof loader>()
  return (
    <>
      <Grant isErasure={request.kind === 'erasure'} />
      <Refuse />
    </>
  )
}

function Grant({ isErasure }: { isErasure: boolean }) {
  const { request } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const result = came?.intent === 'grant' ? came.result : undefined
  const [form, fields] = useForm<{ answer: string }>({ id: 'grant', lastResult: result })
  return (
    <section className="card stack" aria-labelledby="grant-title">
      <h2 id="grant-title">{t(`privacy:decide.title.${request.kind}`)}</h2>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        {isErasure && <Effect />}
        <TextArea meta={fields.answer} label={t('privacy:decide.word')} rows={2} />
        <p>
          <button
            type="submit"
            className={isErasure ? 'button danger' : 'button'}
            name="intent"
            value="grant"
          >
            {t(`privacy:decide.act.${request.kind}`)}
          </button>
        </p>
      </Form>
    </section>
  )
}

function Effect() {
  const { effect } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!effect) return null
  const others = effect.otherEvents.map((name) => localize(name, language))
  // Without other events nothing speaks for keeping them in the directory.
  const whole = effect.office && others.length === 0
  return (
    <>
      <fieldset className="field">
        <legend>{t('privacy:decide.reach')}</legend>
        {(['event', 'office'] as const).map((reach) => {
          const counts = effect[reach]
          if (!counts) return null
          return (
            <div key={reach} className="reach">
              <label>
                <input
                  type="radio"
                  name="reach"
                  value={reach}
                  defaultChecked={reach === (whole ? 'office' : 'event')}
                />
                <span>{t(`privacy:reach.${reach}`)}</span>
              </label>
              <Counts counts={counts} />
            </div>
          )
        })}
      </fieldset>
      {others.length > 0 && (
        <p className="notice warning">
          {t('privacy:decide.otherEvents', { events: formatList(others, language) })}
        </p>
      )}
      <p className="muted">{t('privacy:decide.kept')}</p>
    </>
  )
}

function Refuse() {
  const came = useActionData<typeof action>()
  const t = useText()
  const result = came?.intent === 'refuse' ? came.result : undefined
  const [form, fields] = useForm<{ answer: string }>({
    id: 'refuse',
    lastResult: result,
    constraint: { answer: { required: true } },
  })
  return (
    <details className="card fold" open={Boolean(result)}>
      <summary>{t('privacy:decide.refuse')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <TextArea
          meta={fields.answer}
          label={t('privacy:decide.why')}
          hint={t('privacy:decide.whyHint')}
          rows={3}
        />
        <p>
          <button type="submit" className="button quiet" name="intent" value="refuse">
            {t('privacy:decide.refuseAct')}
          </button>
        </p>
      </Form>
    </details>
  )
}
