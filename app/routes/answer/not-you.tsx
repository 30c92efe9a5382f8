import { getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextArea } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** For whose answer this link is, and what to do when it is not the reader's. */
export function NotYou() {
  const { page, path } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const result = came?.intent === 'wrongRecipient' ? came.result : undefined
  const [form, fields] = useForm<{ note: string }>({ id: 'wrong', lastResult: result })
  const address = page.reader?.maskedAddress
  return (
    <details className="not-you" open={Boolean(result)}>
      <summary className="small">
        <span>
          {page.reader
            ? t('answer:answerAs', { name: displayName(page.reader.names, language) })
            : t('answer:answerAsOrganisation', { name: localize(page.organisation, language) })}
          {address && (
            <>
              {' '}
              <bdi dir="ltr">({address})</bdi>
            </>
          )}{' '}
          · <span className="link-like">{t('answer:notYou.question')}</span>
        </span>
      </summary>
      <form method="post" action={`${path}?lang=${language}`} {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <p className="small muted">{t('answer:notYou.hint')}</p>
        <TextArea meta={fields.note} label={t('answer:notYou.note')} rows={2} />
        <button type="submit" className="button quiet" name="intent" value="wrongRecipient">
          {t('answer:notYou.send')}
        </button>
      </form>
    </details>
  )
}
