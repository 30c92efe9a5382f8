import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { direction } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { messageEditForm } from '#app/invitations/forms.ts'
import { FormErrors, TextArea, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** The words of this one message, as long as it is here. */
export function EditMessage() {
  const { words, message } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof messageEditForm>>({
    id: 'words',
    lastResult: answer?.about === 'edit' ? answer.result : undefined,
    constraint: getZodConstraint(messageEditForm),
    defaultValue: words ?? undefined,
  })
  if (!words) return null
  return (
    <details className="disclosure card" open={answer?.about === 'edit'}>
      <summary>{t('mailing:message.edit')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack" lang={message.language}>
        <FormErrors form={form} />
        <p className="hint">{t('mailing:message.editHint')}</p>
        <TextField
          meta={fields.subject}
          label={t('mailing:message.subject')}
          dir={direction(message.language)}
        />
        <TextArea meta={fields.body} label={t('mailing:message.body')} rows={16} />
        <p>
          <button type="submit" className="button" name="intent" value="edit">
            {t('mailing:message.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}
