import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { wordForm } from '#app/exhibition/team/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextArea } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'

/** What was handed in goes back to its team, with a word on what is to be changed. */
export function ReturnForm() {
  const { exhibit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const result = answer?.intent === 'return' ? answer.result : undefined
  const [form, fields] = useForm<z.input<typeof wordForm>>({
    id: 'return',
    constraint: getZodConstraint(wordForm),
    lastResult: result,
  })
  if (exhibit?.state !== 'submitted' && exhibit?.ahead !== 'submitted') return null
  return (
    <details className="fold" open={Boolean(result)}>
      <summary>{t('exhibition:standing.return')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <TextArea meta={fields.word} label={t('team:return.word')} hint={t('team:return.hint')} />
        <p>
          <button type="submit" className="button" name="intent" value="return">
            {t('exhibition:standing.return')}
          </button>
        </p>
      </Form>
    </details>
  )
}
