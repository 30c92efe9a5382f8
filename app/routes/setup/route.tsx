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
import { setupForm } from '#app/accounts/forms.ts'
import { notFound } from '#app/accounts/guard.server.ts'
import { hashPassword } from '#app/accounts/password.server.ts'
import { zoneChoices } from '#app/accounts/rules.ts'
import { hasOffice, setUpOffice } from '#app/accounts/setup.server.ts'
import { settingCookies } from '#app/http/cookies.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, SelectField, TextField } from '#app/ui/field.tsx'
import { PasswordFields } from '#app/ui/password-fields.tsx'
import { readForm } from '#app/ui/read-form.ts'
import { TaskPage } from '#app/ui/task-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await hasOffice(context.database.read)) throw notFound()
  const t = translator(await readerLanguage(context, request))
  return { title: `${t('accounts:setup.title')} · ${t('common:appName')}`, zones: zoneChoices() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { database, limits, clientKey } = context
  if (await hasOffice(database.read)) throw notFound()
  const submission = readForm(await readRequestForm(request), setupForm)
  if (submission.status !== 'success')
    return data({ result: submission.reply({ hideFields: ['password', 'repeated'] }) }, { status: 400 })
  const given = submission.value
  // Hashing is costly on purpose; an open page must not be a way to burn the machine.
  if (!(await limits.signIn('setup', clientKey)))
    return data({ result: submission.reply({ formErrors: ['tooMany'] }) }, { status: 429 })

  const language = await readerLanguage(context, request)
  const passwordHash = await hashPassword(given.password)
  const done = await database.write((tx) =>
    setUpOffice(tx, {
      office: {
        name: { [language]: given.office },
        languages: [...languages],
        zone: given.zone,
        senderName: { [language]: given.office },
        senderAddress: given.senderAddress,
      },
      administrator: { name: given.name, email: given.email, language, passwordHash },
      now: context.now(),
    }),
  )
  if (!done.ok) throw notFound()
  const cookies = await context.auth.signIn({
    ...given,
    userAgent: request.headers.get('User-Agent'),
  })
  return redirect('/desk', { status: 303, headers: settingCookies(cookies ?? []) })
}

export default function Setup() {
  const { zones } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof setupForm>>({
    id: 'setup',
    lastResult: answer?.result,
    constraint: getZodConstraint(setupForm),
    defaultValue: { zone: 'Asia/Baghdad' },
  })
  return (
    <TaskPage title={t('accounts:setup.title')} returnTo="/setup">
      <p>{t('accounts:setup.intro')}</p>
      <form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <section className="card stack">
          <h2>{t('accounts:setup.office')}</h2>
          <TextField
            meta={fields.office}
            label={t('accounts:field.officeName')}
            hint={t('accounts:setup.officeHint')}
            autoComplete="organization"
            dir="auto"
          />
          <SelectField meta={fields.zone} label={t('accounts:field.zone')} choices={zones} />
          <TextField
            meta={fields.senderAddress}
            label={t('accounts:field.senderAddress')}
            hint={t('accounts:setup.senderHint')}
            type="email"
          />
        </section>
        <section className="card stack">
          <h2>{t('accounts:setup.you')}</h2>
          <TextField meta={fields.name} label={t('accounts:field.name')} autoComplete="name" dir="auto" />
          <TextField
            meta={fields.email}
            label={t('accounts:field.email')}
            type="email"
            autoComplete="username"
          />
          <PasswordFields
            password={fields.password}
            repeated={fields.repeated}
            label={t('accounts:field.password')}
          />
        </section>
        <button type="submit" className="button wide">
          {t('accounts:setup.submit')}
        </button>
      </form>
    </TaskPage>
  )
}
