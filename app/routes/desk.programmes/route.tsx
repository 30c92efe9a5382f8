import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { programmeForm } from '#app/exhibition/programmes/forms.ts'
import { addProgramme } from '#app/exhibition/programmes/programmes.server.ts'
import { readProgrammes } from '#app/exhibition/programmes/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { ProgrammesPage as default } from './programmes-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** The office's programmes. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'office.view')
  const t = translator(await readerLanguage(context, request))
  const search = new URL(request.url).searchParams
  const canEdit = scope.can.has('event.create')
  return {
    title: `${t('programmes:title')} · ${t('common:appName')}`,
    programmes: await readProgrammes(context.database.read, scope.officeId),
    canEdit,
    isNew: canEdit && search.get('programme') === 'new',
    isRemoved: search.get('done') === 'removed',
    newId: newId(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const form = await readRequestForm(request)
  if (form.get('intent') !== 'save') throw notFound()
  const submission = readForm(form, programmeForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const given = { id: newIdOf(form), content: submission.value, now: context.now() }
  const added = await context.database.write((tx) => addProgramme(tx, scope, given))
  if (!added.ok) throw notFound()
  return redirect(`/desk/programmes/${added.id}?done=added`, 303)
}
