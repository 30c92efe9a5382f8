import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { readList } from '#app/directory/import.server.ts'
import { openImport } from '#app/directory/imports.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readUploads } from '#app/uploads/read.server.ts'
import { newId } from '#db/id.server.ts'

export { ImportsPage as default } from './imports-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('imports:title')} · ${t('common:appName')}`,
    newId: newId(),
    imports: await readUploads(read, scope, 'guests'),
    zone: (await readOffice(read, scope)).zone,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.edit')
  const form = await readRequestForm(request)
  const file = form.get('file')
  if (!(file instanceof File) || !file.name) return data({ refusal: 'noFile' as const }, { status: 400 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readList(bytes)
  if (!read.ok) return data({ refusal: read.reason }, { status: 422 })
  const given = { id: newIdOf(form), fileName: file.name, bytes, list: read.list, now: context.now() }
  const opened = await openImport(context.database, scope, given)
  if (!opened.ok) throw notFound()
  return redirect(`/desk/imports/${opened.id}`, 303)
}
