import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import { inviteMemberForm } from '#app/accounts/forms.ts'
import { officeRoles } from '#app/accounts/permission.ts'
import { type Language, languageNames, languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ChoiceField, FormErrors, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'

export function InviteForm({
  lastResult,
  language,
}: {
  lastResult: SubmissionResult<string[]> | undefined
  language: Language
}) {
  const t = useText()
  const [form, fields] = useForm<z.input<typeof inviteMemberForm>>({
    id: 'invite',
    lastResult,
    constraint: getZodConstraint(inviteMemberForm),
    defaultValue: { role: 'organiser', language },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <h2>{t('accounts:members.inviteTitle')}</h2>
      <p className="muted">{t('accounts:members.inviteIntro')}</p>
      <FormErrors form={form} />
      <NewId />
      <div className="fields">
        <TextField meta={fields.name} label={t('accounts:field.memberName')} autoComplete="off" dir="auto" />
        <TextField meta={fields.email} label={t('accounts:field.email')} type="email" autoComplete="off" />
        <SelectField
          meta={fields.language}
          label={t('accounts:field.language')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </div>
      <ChoiceField
        meta={fields.role}
        legend={t('accounts:field.role')}
        choices={officeRoles.map((value) => ({
          value,
          label: t(`accounts:role.${value}`),
          hint: t(`accounts:roleHint.${value}`),
        }))}
      />
      <button type="submit" name="intent" value="invite" className="button">
        {t('accounts:members.invite')}
      </button>
    </Form>
  )
}
