import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import type { OfficeScope } from '#app/accounts/scope.server.ts'
import { personForm, personOf } from '#app/directory/forms.ts'
import { displayName } from '#app/directory/names.ts'
import { editPerson, findPerson, removePerson } from '#app/directory/persons.server.ts'
import { organisationChoices } from '#app/directory/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

export { PersonPage as default } from './person-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.view')
  const { read } = context.database
  const person = await findPerson(read, scope, params.person ?? '')
  if (!person) throw notFound()
  const language = await readerLanguage(context, request)
  const t = translator(language)
  return {
    title: `${displayName(person.names, language)} · ${t('common:appName')}`,
    person,
    organisations: await organisationChoices(read, scope),
    among: (await readOffice(read, scope)).languages,
    canEdit: scope.can.has('directory.edit'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const form = await readRequestForm(request)
  const personId = params.person ?? ''
  switch (form.get('intent')) {
    case 'save':
      return save(context, scope, form, personId)
    case 'delete':
      return remove(context, scope, personId)
    default:
      throw notFound()
  }
}

async function save({ database, now }: MajlisContext, scope: OfficeScope, form: FormData, personId: string) {
  const submission = readForm(form, personForm)
  if (submission.status !== 'success')
    return data({ result: submission.reply(), refusal: null }, { status: 400 })
  const content = personOf(submission.value)
  const saved = await database.write((tx) => editPerson(tx, scope, { personId, content, now: now() }))
  if (saved.ok) return redirect(`/desk/persons/${personId}?done=saved`, 303)
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { organisationId: [`directory:error.${saved.reason}`] }
  return data({ result: submission.reply({ fieldErrors }), refusal: null }, { status: 409 })
}

async function remove({ database, now }: MajlisContext, scope: OfficeScope, personId: string) {
  const removed = await database.write((tx) => removePerson(tx, scope, { personId, now: now() }))
  if (removed.ok) return redirect('/desk/persons?done=removed', 303)
  if (removed.reason === 'notFound') throw notFound()
  return data({ result: undefined, refusal: removed.reason }, { status: 409 })
}
