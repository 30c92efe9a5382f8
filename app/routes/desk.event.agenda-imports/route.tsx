import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { openAgendaImport, readForEvent } from '#app/agenda/exchange/imports.server.ts'
import { parseSchedule } from '#app/agenda/exchange/parse.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readUploads } from '#app/uploads/read.server.ts'
import { newId } from '#db/id.server.ts'

export { AgendaImportsPage as default } from './agenda-imports-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  const [{ zone }, imports] = await Promise.all([
    readEventFrame(read, scope),
    readUploads(read, scope, 'schedule'),
  ])
  const title = `${t('exchange:title')} · ${t('common:appName')}`
  return { title, newId: newId(), slug: scope.slug, zone, imports }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { database } = context
  const form = await readRequestForm(request)
  const file = form.get('file')
  if (!(file instanceof File) || !file.name) return data({ refusal: 'noFile' as const }, { status: 400 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await parseSchedule(bytes, await readForEvent(database.read, scope))
  if (!read.ok) return data({ refusal: read.reason }, { status: 422 })
  const { schedule } = read
  const given = { id: newIdOf(form), fileName: file.name, bytes, schedule, now: context.now() }
  const opened = await openAgendaImport(database, scope, given)
  if (!opened.ok) throw notFound()
  return redirect(`/desk/events/${scope.slug}/agenda/import/${opened.id}`, 303)
}
