import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { z } from 'zod'
import { accountForm, changePasswordForm } from '#app/accounts/forms.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, SelectField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PasswordFields } from '#app/ui/password-fields.tsx'
import type { action, loader } from './route.tsx'

type LastResult = { lastResult: SubmissionResult<string[]> | undefined }
const notices = ['saved', 'passwordChanged'] as const

export function AccountPage() {
  const { places } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const done = notices.find((notice) => notice === search.get('done'))
  return (
    <div className="stack narrow">
      <h1>{t('accounts:account.title')}</h1>
      {done && !answer && <Notice kind="success">{t(`accounts:account.${done}`)}</Notice>}
      <AboutYou lastResult={answer?.account} />
      <Password key={done} lastResult={answer?.password} />
      <section className="card stack">
        <h2>{t('accounts:account.sessionsTitle')}</h2>
        <p>{t('accounts:account.places', { count: places })}</p>
        <Form method="post">
          <button type="submit" name="intent" value="signOutEverywhere" className="button quiet">
            {t('accounts:account.signOutEverywhere')}
          </button>
        </Form>
      </section>
    </div>
  )
}

function AboutYou({ lastResult }: LastResult) {
  const { user } = useLoaderData<typeof loader>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof accountForm>>({
    id: 'about',
    lastResult,
    constraint: getZodConstraint(accountForm),
    defaultValue: user,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <h2>{t('accounts:account.about')}</h2>
      <FormErrors form={form} />
      <TextField meta={fields.name} label={t('accounts:field.name')} autoComplete="name" dir="auto" />
      <SelectField
        meta={fields.language}
        label={t('accounts:field.language')}
        hint={t('accounts:account.languageHint')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <p className="muted small">
        {t('accounts:account.email')} <bdi>{user.email}</bdi>
      </p>
      <button type="submit" name="intent" value="edit" className="button">
        {t('common:save')}
      </button>
    </Form>
  )
}

function Password({ lastResult }: LastResult) {
  const t = useText()
  const [form, fields] = useForm<z.input<typeof changePasswordForm>>({
    id: 'password',
    lastResult,
    constraint: getZodConstraint(changePasswordForm),
  })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <h2>{t('accounts:account.password')}</h2>
      <p className="muted">{t('accounts:account.passwordEffect')}</p>
      <FormErrors form={form} />
      <TextField
        meta={fields.current}
        label={t('accounts:field.currentPassword')}
        type="password"
        autoComplete="current-password"
      />
      <PasswordFields
        password={fields.password}
        repeated={fields.repeated}
        label={t('accounts:field.newPassword')}
      />
      <button type="submit" name="intent" value="password" className="button">
        {t('accounts:account.changePassword')}
      </button>
    </Form>
  )
}
