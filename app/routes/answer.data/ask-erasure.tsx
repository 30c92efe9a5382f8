import { getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextArea } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

const happens = ['names', 'words', 'seat', 'mails', 'link', 'directory'] as const
const stays = ['figures', 'history', 'paper'] as const

/** Before somebody asks to be erased: what will happen, what stays and why. */
export function AskErasure() {
  const { path } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<{ reason: string }>({
    id: 'erasure',
    lastResult: came?.kind === 'erasure' ? came.result : undefined,
  })
  return (
    <>
      <h1>{t('privacy:erasure.title')}</h1>
      <section className="card stack">
        <h2>{t('privacy:erasure.happens')}</h2>
        <ul>
          {happens.map((what) => (
            <li key={what}>{t(`privacy:erasure.happen.${what}`)}</li>
          ))}
        </ul>
        <h2>{t('privacy:erasure.stays')}</h2>
        <ul>
          {stays.map((what) => (
            <li key={what}>{t(`privacy:erasure.stay.${what}`)}</li>
          ))}
        </ul>
        <p>{t('privacy:erasure.decided')}</p>
      </section>
      <form
        method="post"
        action={`${path}/data?lang=${language}&ask=erasure`}
        {...getFormProps(form)}
        className="card stack"
      >
        <FormErrors form={form} />
        <TextArea meta={fields.reason} label={t('privacy:erasure.reason')} rows={2} />
        <button type="submit" className="button danger wide" name="intent" value="erasure">
          {t('privacy:erasure.send')}
        </button>
      </form>
    </>
  )
}
