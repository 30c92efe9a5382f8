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
import { personForm, personOf } from '#app/directory/forms.ts'
import { addPerson } from '#app/directory/persons.server.ts'
import { organisationChoices } from '#app/directory/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { useText } from '#app/i18n/use-text.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { PersonForm } from '../desk.person/person-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  const organisations = await organisationChoices(read, scope)
  const asked = new URL(request.url).searchParams.get('organisation')
  return {
    title: `${t('directory:person.new')} · ${t('common:appName')}`,
    newId: newId(),
    organisations,
    among: (await readOffice(read, scope)).languages,
    organisationId: organisations.find(({ id }) => id === asked)?.id,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const form = await readRequestForm(request)
  const submission = readForm(form, personForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const now = context.now()
  const added = await context.database.write((tx) =>
    addPerson(tx, scope, { id: newIdOf(form), content: personOf(submission.value), now }),
  )
  if (added.ok) return redirect(`/desk/persons/${added.id}?done=added`, 303)
  if (added.reason === 'notFound') throw notFound()
  const fieldErrors = { organisationId: [`directory:error.${added.reason}`] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}

export default function NewPerson() {
  const { organisations, among, organisationId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  return (
    <div className="stack form-page">
      <h1>{t('directory:person.new')}</h1>
      <PersonForm
        lastResult={answer?.result}
        defaultValue={{ organisationId }}
        organisations={organisations}
        among={among}
      />
    </div>
  )
}
