import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import type { z } from 'zod'
import { newPasswordForm } from '#app/accounts/forms.ts'
import { findPasswordLink, hashPassword, usePasswordLink } from '#app/accounts/password.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PasswordFields } from '#app/ui/password-fields.tsx'
import { readForm } from '#app/ui/read-form.ts'
import { TaskPage } from '#app/ui/task-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const t = translator(await readerLanguage(context, request))
  const found = await findPasswordLink(context.database.read, params.token ?? '', context.now())
  return data(
    {
      email: found?.email ?? null,
      title: `${t('accounts:reset.newTitle')} · ${t('common:appName')}`,
    },
    { status: found ? 200 : 404 },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { database } = context
  const token = params.token ?? ''
  const submission = readForm(await readRequestForm(request), newPasswordForm)
  // Before hashing, which costs us much: a wrong link does not get that far.
  if (!(await findPasswordLink(database.read, token, context.now())))
    return data({ result: submission.reply({ resetForm: true }) }, { status: 404 })
  if (submission.status !== 'success')
    return data({ result: submission.reply({ hideFields: ['password', 'repeated'] }) }, { status: 400 })
  const passwordHash = await hashPassword(submission.value.password)
  const used = await database.write((tx) => usePasswordLink(tx, { token, passwordHash, now: context.now() }))
  if (!used.ok) return data({ result: submission.reply({ resetForm: true }) }, { status: 404 })
  return redirect('/sign-in?done=passwordSet', 303)
}

export default function NewPassword() {
  const { email } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const t = useText()
  return (
    <TaskPage title={t('accounts:reset.newTitle')} returnTo={pathname}>
      {email === null ? <Gone /> : <PasswordForm email={email} />}
    </TaskPage>
  )
}

function Gone() {
  const t = useText()
  return (
    <>
      <Notice kind="warning">{t('accounts:reset.gone')}</Notice>
      <p className="row">
        <a className="button" href="/reset">
          {t('accounts:reset.again')}
        </a>
        <a href="/sign-in">{t('accounts:reset.back')}</a>
      </p>
    </>
  )
}

function PasswordForm({ email }: { email: string }) {
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof newPasswordForm>>({
    id: 'new-password',
    lastResult: answer?.result,
    constraint: getZodConstraint(newPasswordForm),
  })
  return (
    <form method="post" {...getFormProps(form)} className="card stack">
      <FormErrors form={form} />
      <div className="field">
        <label htmlFor="account">{t('accounts:field.email')}</label>
        <input id="account" type="email" autoComplete="username" value={email} readOnly dir="ltr" />
      </div>
      <PasswordFields
        password={fields.password}
        repeated={fields.repeated}
        label={t('accounts:field.newPassword')}
      />
      <button type="submit" className="button wide">
        {t('accounts:reset.save')}
      </button>
    </form>
  )
}
