import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readExhibit, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { saveTyped } from '../exhibit-editor/save-typed.server.ts'

/** The version that stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { version } = await openExhibit(args)
  return Response.json({ version })
}

/** Where the script of the exhibit's page saves what is being typed. */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const writer = await openExhibit(args)
  const form = await readRequestForm(request)
  const language = await readerLanguage(context, request)
  return saveTyped(writer, form, { language, zone: writer.zone })
}

async function openExhibit({ context, request, params }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const exhibitId = params.exhibit ?? ''
  const [{ languages, zone }, exhibit] = await Promise.all([
    readExhibitionEvent(read, scope),
    readExhibit(read, scope, exhibitId),
  ])
  if (!exhibit) throw notFound()
  const home = `/desk/events/${scope.slug}/exhibition/${exhibitId}`
  return { context, scope, exhibitId, languages, zone, home, version: exhibit.version }
}
