import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { organisationForm } from '#app/directory/forms.ts'
import { addOrganisation } from '#app/directory/organisations.server.ts'
import { organisationChoices } from '#app/directory/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { readForm } from '#app/ui/read-form.ts'
import { OrganisationForm } from '../desk.organisation/organisation-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('directory:organisation.new')} · ${t('common:appName')}`,
    parents: await organisationChoices(read, scope),
    among: (await readOffice(read, scope)).languages,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const submission = readForm(await readRequestForm(request), organisationForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const now = context.now()
  const added = await context.database.write((tx) =>
    addOrganisation(tx, scope, { content: submission.value, now }),
  )
  if (added.ok) return redirect(`/desk/organisations/${added.id}?done=added`, 303)
  const fieldErrors = { parentId: [`directory:error.${added.reason}`] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}

export default function NewOrganisation() {
  const { parents, among } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  return (
    <div className="stack form-page">
      <h1>{t('directory:organisation.new')}</h1>
      <OrganisationForm lastResult={answer?.result} defaultValue={{}} parents={parents} among={among} />
    </div>
  )
}
