import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { cancelForm } from '#app/events/forms.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** The second step before an event is called off: what it does, and what guests will read. */
export function CancelStep() {
  const { event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof cancelForm>>({
    id: 'cancel-event',
    lastResult: answer && 'result' in answer ? answer.result : undefined,
    defaultValue: { note: event.cancellationNote },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack form-page">
      <h1>{t('events:cancel.title', { name: localize(event.name, language) })}</h1>
      <ul className="prose">
        <li>{t('events:cancel.public')}</li>
        <li>{t('events:cancel.calendars')}</li>
        <li>{t('events:cancel.kept')}</li>
        <li>{t('events:cancel.final')}</li>
      </ul>
      <FormErrors form={form} />
      <section className="card">
        <LocalizedField
          meta={fields.note}
          label={t('events:cancel.note')}
          hint={t('events:cancel.noteHint')}
          among={event.languages}
          rows={3}
        />
      </section>
      <p className="row">
        <button type="submit" className="button danger" name="intent" value="cancel">
          {t('events:cancel.submit')}
        </button>
        <Link className="button quiet" to=".">
          {t('events:cancel.back')}
        </Link>
      </p>
    </Form>
  )
}
