import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { roomForm } from '#app/agenda/forms.ts'
import { roomsOfEvent } from '#app/agenda/read.server.ts'
import { addRoom, editRoom, moveRoom, removeRoom } from '#app/agenda/rooms.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { RoomsPage as default } from './rooms-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const [frame, rooms] = await Promise.all([readEventFrame(read, scope), roomsOfEvent(read, scope.eventId)])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('agenda:room.title')} · ${t('common:appName')}`,
    newId: newId(),
    languages: frame.languages,
    rooms,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'save':
      return save(context, scope, form)
    case 'up':
      return move(context, scope, form, 'earlier')
    case 'down':
      return move(context, scope, form, 'later')
    case 'remove':
      return remove(context, scope, form)
    default:
      throw notFound()
  }
}

const back = (scope: EventScope, done?: string) =>
  redirect(`/desk/events/${scope.slug}/rooms${done ? `?done=${done}` : ''}`, { status: 303 })

async function save({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, roomForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const roomId = String(form.get('room') ?? '')
  const given = { content: submission.value, now: now() }
  const saved = await database.write(async (tx) =>
    roomId ? editRoom(tx, scope, { ...given, roomId }) : addRoom(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (saved.ok) return back(scope, roomId ? 'roomSaved' : 'roomAdded')
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { name: ['agenda:refused.roomTwice'] }
  return data({ result: submission.reply({ fieldErrors }) }, { status: 409 })
}

async function move(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  direction: 'earlier' | 'later',
) {
  const roomId = String(form.get('room'))
  const moved = await database.write((tx) => moveRoom(tx, scope, { roomId, direction, now: now() }))
  // At the end of the list already, for instance because a colleague moved it there: nothing is left to do.
  if (!moved.ok && moved.reason === 'notFound') throw notFound()
  return back(scope)
}

async function remove({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const roomId = String(form.get('room'))
  const removed = await database.write((tx) => removeRoom(tx, scope, { roomId, now: now() }))
  if (!removed.ok) throw notFound()
  return back(scope, 'roomRemoved')
}
