import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** Publishing later what is written now: when it will be, or the form that says when. */
export function Schedule() {
  const { event, versions } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const due = versions.find(({ publishAt }) => publishAt)?.publishAt
  if (!due) return <ScheduleForm />
  const at = isolate(formatInstant(new Date(due), 'dayAndTime', language, event.zone))
  return (
    <Form method="post" className="row">
      <p>{t('exhibit:schedule.due', { at })}</p>
      <button type="submit" className="button quiet" name="intent" value="unschedule">
        {t('exhibit:schedule.cancel')}
      </button>
    </Form>
  )
}

function ScheduleForm() {
  const answer = useActionData<typeof action>()
  const t = useText()
  const result = answer?.intent === 'schedule' ? answer.result : undefined
  const [form, fields] = useForm<{ publishAt: string }>({ id: 'schedule', lastResult: result })
  return (
    <details className="confirm" open={Boolean(result)}>
      <summary>{t('exhibit:schedule.title')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <TextField
          meta={fields.publishAt}
          label={t('exhibit:schedule.at')}
          hint={t('exhibit:schedule.hint')}
          type="datetime-local"
          hasMark={false}
        />
        <p>
          <button type="submit" className="button" name="intent" value="schedule">
            {t('exhibit:schedule.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}
