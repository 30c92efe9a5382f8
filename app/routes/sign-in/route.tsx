import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { signInForm } from '#app/accounts/forms.ts'
import { hasOffice } from '#app/accounts/setup.server.ts'
import { settingCookies } from '#app/http/cookies.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localPath } from '#app/http/local-path.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { readForm } from '#app/ui/read-form.ts'
import { TaskPage } from '#app/ui/task-page.tsx'

const notices = ['passwordSet', 'signedOut', 'setUp'] as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const to = localPath(searchParams.get('to'), '/desk')
  if (await context.user()) throw redirect(to)
  if (!(await hasOffice(context.database.read))) throw redirect('/setup')
  const t = translator(await readerLanguage(context, request))
  const done = notices.find((notice) => notice === searchParams.get('done')) ?? null
  return { to, done, title: `${t('accounts:signIn.title')} · ${t('common:appName')}` }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readRequestForm(request)
  const to = localPath(form.get('to'), '/desk')
  const submission = readForm(form, signInForm)
  const refused = (errors: string[], status: number) =>
    data({ result: submission.reply({ formErrors: errors, hideFields: ['password'] }) }, { status })
  if (submission.status !== 'success')
    return data({ result: submission.reply({ hideFields: ['password'] }) }, { status: 400 })

  const account = submission.value.email.toLowerCase()
  if (!(await context.limits.signIn(account, context.clientKey))) return refused(['tooMany'], 429)
  const cookies = await context.auth.signIn({
    ...submission.value,
    userAgent: request.headers.get('User-Agent'),
  })
  if (!cookies) return refused(['accounts:error.wrongPassword'], 401)
  await context.limits.signedIn(account, context.clientKey)
  return redirect(to, { status: 303, headers: settingCookies(cookies) })
}

export default function SignIn() {
  const { to, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof signInForm>>({
    id: 'sign-in',
    lastResult: answer?.result,
    constraint: getZodConstraint(signInForm),
  })
  return (
    <TaskPage title={t('accounts:signIn.title')} returnTo={`/sign-in?${new URLSearchParams({ to })}`}>
      {done && !answer && <Notice kind="success">{t(`accounts:signIn.${done}`)}</Notice>}
      <form method="post" {...getFormProps(form)} className="card stack">
        <FormErrors form={form} />
        <TextField
          meta={fields.email}
          label={t('accounts:field.email')}
          type="email"
          autoComplete="username"
        />
        <TextField
          meta={fields.password}
          label={t('accounts:field.password')}
          type="password"
          autoComplete="current-password"
        />
        <input type="hidden" name="to" value={to} />
        <button type="submit" className="button wide">
          {t('accounts:signIn.submit')}
        </button>
        <p>
          <a href="/reset">{t('accounts:signIn.forgotten')}</a>
        </p>
      </form>
    </TaskPage>
  )
}
