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
import { organisationForm } from '#app/directory/forms.ts'
import {
  editOrganisation,
  findOrganisation,
  removeOrganisation,
} from '#app/directory/organisations.server.ts'
import { organisationChoices } from '#app/directory/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

export { OrganisationPage as default } from './organisation-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.view')
  const { read } = context.database
  const organisation = await findOrganisation(read, scope, params.organisation ?? '')
  if (!organisation) throw notFound()
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const all = await organisationChoices(read, scope)
  return {
    title: `${localize(organisation.name, language)} · ${t('common:appName')}`,
    organisation,
    parents: all.filter(({ id }) => id !== organisation.id),
    among: (await readOffice(read, scope)).languages,
    canEdit: scope.can.has('directory.edit'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const form = await readRequestForm(request)
  const organisationId = params.organisation ?? ''
  switch (form.get('intent')) {
    case 'save':
      return save(context, scope, form, organisationId)
    case 'delete':
      return remove(context, scope, organisationId)
    default:
      throw notFound()
  }
}

async function save(
  { database, now }: MajlisContext,
  scope: OfficeScope,
  form: FormData,
  organisationId: string,
) {
  const submission = readForm(form, organisationForm)
  if (submission.status !== 'success')
    return data({ result: submission.reply(), refusal: null }, { status: 400 })
  const content = submission.value
  const saved = await database.write((tx) =>
    editOrganisation(tx, scope, { organisationId, content, now: now() }),
  )
  if (saved.ok) return redirect(`/desk/organisations/${organisationId}?done=saved`, 303)
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { parentId: [`directory:error.${saved.reason}`] }
  return data({ result: submission.reply({ fieldErrors }), refusal: null }, { status: 409 })
}

async function remove({ database, now }: MajlisContext, scope: OfficeScope, organisationId: string) {
  const removed = await database.write((tx) => removeOrganisation(tx, scope, { organisationId, now: now() }))
  if (removed.ok) return redirect('/desk/organisations?done=removed', 303)
  if (removed.reason === 'notFound') throw notFound()
  return data({ result: undefined, refusal: removed.reason }, { status: 409 })
}
