import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import type { z } from 'zod'
import { officeForm } from '#app/accounts/forms.ts'
import { requireOffice } from '#app/accounts/guard.server.ts'
import { editOffice } from '#app/accounts/office.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { zoneChoices } from '#app/accounts/rules.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, ChoiceField, FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { readForm } from '#app/ui/read-form.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const t = translator(await readerLanguage(context, request))
  const { name, languages, zone, senderName, senderAddress, replyTo, needsSecondPerson } = await readOffice(
    context.database.read,
    scope,
  )
  return {
    title: `${t('accounts:office.title')} · ${t('common:appName')}`,
    office: { name, languages, zone, senderName, senderAddress, replyTo: replyTo ?? '', needsSecondPerson },
    zones: zoneChoices(zone),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.manage')
  const submission = readForm(await readRequestForm(request), officeForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const content = { ...submission.value, replyTo: submission.value.replyTo ?? null }
  await context.database.write((tx) => editOffice(tx, scope, { content, now: context.now() }))
  return redirect('/desk/office?done=saved', 303)
}

export default function Office() {
  const { office, zones } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof officeForm>>({
    id: 'office',
    lastResult: answer?.result,
    constraint: getZodConstraint(officeForm),
    defaultValue: office,
  })
  return (
    <div className="stack narrow">
      <h1>{t('accounts:office.title')}</h1>
      <p className="muted">{t('accounts:office.intro')}</p>
      <p>
        <Link className="target" to="/desk/office/letters">
          {t('letters:office.title')}
        </Link>
      </p>
      <p>
        <Link to="/desk/office/retention" className="target">
          {t('privacy:retention.title')}
        </Link>
      </p>
      {search.get('done') === 'saved' && !answer && (
        <Notice kind="success">{t('accounts:office.saved')}</Notice>
      )}
      <p className="row">
        <Link className="button quiet" to="/desk/sending">
          {t('sending:title')}
        </Link>
        <Link className="button quiet" to="/desk/office/suppressions">
          {t('sending:list.title')}
        </Link>
      </p>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <section className="card stack">
          <LocalizedField meta={fields.name} label={t('accounts:field.officeName')} among={languages} />
          <ChoiceField
            meta={fields.languages}
            legend={t('accounts:field.languages')}
            choices={languages.map((value) => ({ value, label: languageNames[value] }))}
            multiple
          />
          <SelectField
            meta={fields.zone}
            label={t('accounts:field.zone')}
            hint={t('accounts:office.zoneHint')}
            choices={zones}
          />
        </section>
        <section className="card stack">
          <h2>{t('accounts:office.letters')}</h2>
          <LocalizedField
            meta={fields.senderName}
            label={t('accounts:field.senderName')}
            hint={t('accounts:office.senderNameHint')}
            among={languages}
          />
          <TextField
            meta={fields.senderAddress}
            label={t('accounts:field.senderAddress')}
            hint={t('accounts:office.senderAddressHint')}
            type="email"
          />
          <TextField
            meta={fields.replyTo}
            label={t('accounts:field.replyTo')}
            hint={t('accounts:office.replyToHint')}
            type="email"
          />
          <CheckBox meta={fields.needsSecondPerson} label={t('mailing:second.office')} />
          <p className="hint">{t('mailing:second.officeHint')}</p>
          <p>
            <Link className="target" to="/desk/office/precedence">
              {t('participants:office.title')}
            </Link>
          </p>
          <p>
            <Link className="target" to="/desk/office/templates">
              {t('templates:title')}
            </Link>
          </p>
        </section>
        <button type="submit" className="button">
          {t('common:save')}
        </button>
      </Form>
    </div>
  )
}
