import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { tourForm } from '#app/exhibition/tours/forms.ts'
import { readTourRows } from '#app/exhibition/tours/read.server.ts'
import { addTour, editTour, removeTour } from '#app/exhibition/tours/tours.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { ToursPage as default } from './tours-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** The routes that the organisers suggest to visitors. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const [event, rows] = await Promise.all([
    readExhibitionEvent(read, scope),
    readTourRows(read, scope.eventId),
  ])
  const t = translator(await readerLanguage(context, request))
  return { title: `${t('tours:title')} · ${t('common:appName')}`, newId: newId(), event, ...rows }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'save':
      return save(context, scope, form)
    case 'remove':
      return remove(context, scope, form)
    default:
      throw notFound()
  }
}

/** Is followed by the codes. */
const unknownBooths = 'tours:refused.unknown'

const back = (scope: EventScope, done: string) =>
  redirect(`/desk/events/${scope.slug}/booths/routes?done=${done}`, { status: 303 })

async function save({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, tourForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const tourId = String(form.get('tour') ?? '')
  const given = { content: submission.value, now: now() }
  const saved = await database.write(async (tx) =>
    tourId ? editTour(tx, scope, { ...given, tourId }) : addTour(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (saved.ok) return back(scope, tourId ? 'saved' : 'added')
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors: Record<string, string[]> =
    saved.reason === 'unknown'
      ? { booths: [`${unknownBooths} ${saved.codes.join(', ')}`] }
      : { name: ['tours:refused.full'] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}

async function remove({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const tourId = String(form.get('tour'))
  const removed = await database.write((tx) => removeTour(tx, scope, { tourId, now: now() }))
  if (!removed.ok) throw notFound()
  return back(scope, 'removed')
}
