import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { readDatasets } from '#app/exhibition/displacement/datasets.server.ts'
import { readFigureFile } from '#app/exhibition/displacement/import.server.ts'
import { openFigures } from '#app/exhibition/displacement/uploads.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readUploads } from '#app/uploads/read.server.ts'
import { newId } from '#db/id.server.ts'

export { DisplacementDesk as default } from './displacement-desk.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'displacement.edit')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  const [datasets, uploads, office] = await Promise.all([
    readDatasets(read, scope),
    readUploads(read, scope, 'displacement'),
    readOffice(read, scope),
  ])
  return {
    title: `${t('dtm:title')} · ${t('common:appName')}`,
    newId: newId(),
    ...{ datasets, uploads, zone: office.zone },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const scope = await requireOffice(context, request, 'displacement.edit')
  const form = await readRequestForm(request)
  const file = form.get('file')
  if (!(file instanceof File) || !file.name) return data({ refusal: 'noFile' as const }, { status: 400 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readFigureFile(bytes)
  if (!read.ok) return data({ refusal: read.reason }, { status: 422 })
  const given = { id: newIdOf(form), fileName: file.name, bytes, file: read.file, now: context.now() }
  const opened = await openFigures(context.database, scope, given)
  if (!opened.ok) throw notFound()
  return redirect(`/desk/displacement/imports/${opened.id}`, 303)
}
