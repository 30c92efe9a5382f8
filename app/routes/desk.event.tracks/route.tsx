import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { trackForm } from '#app/agenda/forms.ts'
import { tracksOfEvent } from '#app/agenda/read.server.ts'
import { addTrack, editTrack, removeTrack } from '#app/agenda/tracks.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { TracksPage as default } from './tracks-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const [frame, tracks] = await Promise.all([readEventFrame(read, scope), tracksOfEvent(read, scope.eventId)])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('programme:tracks.title')} · ${t('common:appName')}`,
    newId: newId(),
    languages: frame.languages,
    tracks,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
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

const back = (scope: EventScope, done: string) =>
  redirect(`/desk/events/${scope.slug}/tracks?done=${done}`, { status: 303 })

async function save({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, trackForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const trackId = String(form.get('track') ?? '')
  const given = { content: submission.value, now: now() }
  const saved = await database.write(async (tx) =>
    trackId
      ? editTrack(tx, scope, { ...given, trackId })
      : addTrack(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (saved.ok) return back(scope, trackId ? 'saved' : 'added')
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { name: ['programme:tracks.duplicate'] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}

async function remove({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const trackId = String(form.get('track'))
  const removed = await database.write((tx) => removeTrack(tx, scope, { trackId, now: now() }))
  if (!removed.ok) throw notFound()
  return back(scope, 'removed')
}
