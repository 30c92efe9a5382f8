import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { speakerReminderForm } from '#app/agenda/speaker-forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** When whoever has not answered is reminded without anybody doing it. */
export function ReminderForm() {
  const { reminderDays } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof speakerReminderForm>>({
    id: 'reminder',
    constraint: getZodConstraint(speakerReminderForm),
    lastResult: came?.intent === 'reminder' ? came.result : undefined,
    defaultValue: { days: reminderDays ?? undefined },
  })
  const standing =
    reminderDays === null
      ? t('speakers:reminder.never')
      : t('speakers:reminder.days', { count: reminderDays, number: formatNumber(reminderDays, language) })
  return (
    <details className="card fold" open={came?.intent === 'reminder'}>
      <summary className="strong">
        {t('speakers:reminder.title')}: {standing}
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <TextField
          meta={fields.days}
          label={t('speakers:reminder.label')}
          hint={t('speakers:reminder.hint')}
          type="number"
          inputMode="numeric"
        />
        <p>
          <button type="submit" className="button quiet" name="intent" value="reminder">
            {t('speakers:desk.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}
