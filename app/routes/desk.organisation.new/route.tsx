import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { organisationForm } from '#app/directory/forms.ts'
import { addOrganisation } from '#app/directory/organisations.server.ts'
import { organisationChoices } from '#app/directory/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { OrganisationForm } from '../desk.organisation/organisation-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('directory:organisation.new')} · ${t('common:appName')}`,
    newId: newId(),
    parents: await organisationChoices(read, scope),
    among: (await readOffice(read, scope)).languages,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const form = await readRequestForm(request)
  const submission = readForm(form, organisationForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const now = context.now()
  const added = await context.database.write((tx) =>
    addOrganisation(tx, scope, { id: newIdOf(form), content: submission.value, now }),
  )
  if (added.ok) return redirect(`/desk/organisations/${added.id}?done=added`, 303)
  if (added.reason === 'notFound') throw notFound()
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
