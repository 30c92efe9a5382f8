import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { type deadlineForm, memberForm, wordForm } from '#app/exhibition/team/forms.ts'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { localFromInstant } from '#app/i18n/zoned.ts'
import { CheckBox, FormErrors, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'

export function AddMember() {
  const { event, mayWrite } = useLoaderData<typeof loader>()
  const result = useResult('addMember')
  const t = useText()
  const [form, fields] = useForm<z.input<typeof memberForm>>({
    id: 'add-member',
    constraint: getZodConstraint(memberForm),
    lastResult: result,
    defaultValue: { language: event.languages[0], invite: 'on' },
  })
  return (
    <details className="fold" open={Boolean(result)}>
      <summary>{t('team:add.title')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <div className="fields">
          <TextField meta={fields.name} label={t('team:add.name')} dir="auto" />
          <TextField meta={fields.email} label={t('team:add.email')} type="email" dir="ltr" />
          <SelectField
            meta={fields.language}
            label={t('team:add.language')}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
        </div>
        {mayWrite && <CheckBox meta={fields.invite} label={t('team:add.invite')} />}
        <p>
          <button type="submit" className="button" name="intent" value="addMember">
            {t('team:add.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}

export function RemindForm() {
  const result = useResult('remindTeam')
  const t = useText()
  const [form, fields] = useForm<z.input<typeof wordForm>>({
    id: 'remind-team',
    constraint: getZodConstraint(wordForm),
    lastResult: result,
  })
  return (
    <details className="fold" open={Boolean(result)}>
      <summary>{t('team:remind.title')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <p>{t('team:remind.hint')}</p>
        <TextArea meta={fields.word} label={t('team:remind.word')} hint={t('team:remind.wordHint')} />
        <p>
          <button type="submit" className="button" name="intent" value="remindTeam">
            {t('team:remind.send')}
          </button>
        </p>
      </Form>
    </details>
  )
}

export function DeadlineForm() {
  const { event, exhibit } = useLoaderData<typeof loader>()
  const result = useResult('deadline')
  const t = useText()
  const language = useLanguage()
  const due = exhibit?.dueAt ? new Date(exhibit.dueAt) : null
  const [form, fields] = useForm<z.input<ReturnType<typeof deadlineForm>>>({
    id: 'deadline',
    lastResult: result,
    defaultValue: { dueAt: due ? localFromInstant(due, event.zone) : '' },
  })
  const standing = due
    ? t('team:due.until', { at: isolate(formatInstant(due, 'dayAndTime', language, event.zone)) })
    : t('team:due.none')
  return (
    <details className="fold" open={Boolean(result)}>
      <summary>
        {t('team:due.title')}: {standing}
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <TextField
          meta={fields.dueAt}
          label={t('team:due.label')}
          hint={t('team:due.hint')}
          type="datetime-local"
        />
        <CheckBox meta={fields.all} label={t('team:due.all')} />
        <p>
          <button type="submit" className="button" name="intent" value="deadline">
            {t('team:due.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}

/** What came of this form, if it was the one that was sent. */
function useResult(intent: 'addMember' | 'remindTeam' | 'deadline') {
  const answer = useActionData<typeof action>()
  return answer?.intent === intent && 'result' in answer ? answer.result : undefined
}
