import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { teamRemindersForm } from '#app/exhibition/team/forms.ts'
import { formatList, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** When whoever has not handed in is reminded without anybody doing it; for those who may send mails. */
export function TeamReminders() {
  const { reminders } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  const t = useText()
  const standing = useStanding()
  const [form, fields] = useForm<z.input<typeof teamRemindersForm>>({
    id: 'team-reminders',
    constraint: getZodConstraint(teamRemindersForm),
    lastResult: result,
    defaultValue: { before: reminders?.before ?? undefined, after: reminders?.after ?? undefined },
  })
  if (!reminders) return null
  return (
    <details className="card fold" open={Boolean(result)}>
      <summary className="strong">
        {t('team:byItself.title')}: {standing}
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <p>{t('team:byItself.hint')}</p>
        <div className="fields">
          <TextField
            meta={fields.before}
            label={t('team:byItself.beforeLabel')}
            type="number"
            inputMode="numeric"
          />
          <TextField
            meta={fields.after}
            label={t('team:byItself.afterLabel')}
            type="number"
            inputMode="numeric"
          />
        </div>
        <p>
          <button type="submit" className="button quiet">
            {t('team:byItself.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}

function useStanding(): string {
  const { reminders } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { before, after } = reminders ?? {}
  const number = (count: number) => ({ count, number: formatNumber(count, language) })
  const steps = [
    ...(before ? [t('team:byItself.before', number(before))] : []),
    ...(after ? [t('team:byItself.after', number(after))] : []),
  ]
  return steps.length ? formatList(steps, language) : t('team:byItself.never')
}
