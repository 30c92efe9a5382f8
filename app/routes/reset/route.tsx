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
import { resetRequestForm } from '#app/accounts/forms.ts'
import { newPasswordLink, sendPasswordLink } from '#app/accounts/password.server.ts'
import { passwordResetMail } from '#app/accounts/password-mail.ts'
import { findAccount } from '#app/accounts/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { readForm } from '#app/ui/read-form.ts'
import { TaskPage } from '#app/ui/task-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = translator(await readerLanguage(context, request))
  return {
    isSent: new URL(request.url).searchParams.get('done') === 'sent',
    title: `${t('accounts:reset.requestTitle')} · ${t('common:appName')}`,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = readForm(await readRequestForm(request), resetRequestForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const email = submission.value.email.toLowerCase()
  if (!(await context.limits.passwordReset(email, context.clientKey)))
    return data({ result: submission.reply({ formErrors: ['tooMany'] }) }, { status: 429 })
  // Answer and time taken are the same whether there is such an account or not.
  await Promise.all([mailLink(context, email), new Promise((resolve) => setTimeout(resolve, 200))])
  return redirect('/reset?done=sent', 303)
}

async function mailLink(context: MajlisContext, email: string): Promise<void> {
  const { database, env } = context
  const account = await findAccount(database.read, email)
  if (!account) return
  const now = context.now()
  const link = newPasswordLink('reset', now)
  const mail = passwordResetMail({ sender: account.sender, to: account, link, appUrl: env.APP_URL, now })
  await database.write((tx) => sendPasswordLink(tx, { userId: account.userId, link, mail, now }))
  context.wakeWorker()
}

export default function Reset() {
  const { isSent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof resetRequestForm>>({
    id: 'reset',
    lastResult: answer?.result,
    constraint: getZodConstraint(resetRequestForm),
  })
  return (
    <TaskPage title={t('accounts:reset.requestTitle')} returnTo="/reset">
      {isSent && !answer ? (
        <Notice kind="success">{t('accounts:reset.sent')}</Notice>
      ) : (
        <form method="post" action="/reset" {...getFormProps(form)} className="card stack">
          <p>{t('accounts:reset.intro')}</p>
          <FormErrors form={form} />
          <TextField
            meta={fields.email}
            label={t('accounts:field.email')}
            type="email"
            autoComplete="username"
          />
          <button type="submit" className="button wide">
            {t('accounts:reset.submit')}
          </button>
        </form>
      )}
      <p>
        <a href="/sign-in">{t('accounts:reset.back')}</a>
      </p>
    </TaskPage>
  )
}
