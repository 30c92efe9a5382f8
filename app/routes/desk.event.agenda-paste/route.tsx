import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { addItems } from '#app/agenda/paste.server.ts'
import { readPasted, startOf } from '#app/agenda/paste.ts'
import { folded } from '#app/agenda/paste-columns.ts'
import { pasteForm } from '#app/agenda/paste-form.ts'
import { partsOfEvent, roomsOfEvent } from '#app/agenda/read.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { PastePage as default } from './paste-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const [event, parts] = await Promise.all([readEventFrame(read, scope), partsOfEvent(read, scope.eventId)])
  const asked = new URL(request.url).searchParams.get('day')
  const days = parts.map(({ startsAt }) => isoDay(startsAt, event.zone))
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('planner:paste.title')} · ${t('common:appName')}`,
    event: { slug: scope.slug, zone: event.zone },
    newId: newId(),
    parts: parts.map(({ id, name }) => ({ id, name })),
    day: asked && /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : (days.toSorted()[0] ?? ''),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { database, now } = context
  const form = await readRequestForm(request)
  const submission = readForm(form, pasteForm)
  const refused = (result: ReturnType<typeof submission.reply>, status: number) =>
    data({ result, read: null }, { status })
  if (submission.status !== 'success') return refused(submission.reply(), 400)
  const { table, day, partId, makesRooms } = submission.value
  const { zone } = await readEventFrame(database.read, scope)
  const rooms = await roomsOfEvent(database.read, scope.eventId)
  const roomNames = rooms.flatMap(({ name }) => Object.values(name))
  const language = await readerLanguage(context, request)
  const pasted = readPasted(table, { day, language, roomNames })
  const fit = pasted.items.every((item) => startOf(item, item.from, zone) && startOf(item, item.to, zone))
  if (!fit) return refused(submission.reply({ fieldErrors: { day: ['invalid'] } }), 400)
  if (!pasted.items.length)
    return refused(submission.reply({ fieldErrors: { table: ['planner:paste.nothing'] } }), 400)
  if (form.get('intent') !== 'confirm') {
    const known = new Set(roomNames.map(folded))
    const newRooms = [...new Set(pasted.items.map(({ room }) => room))].filter(
      (room) => room && !known.has(folded(room)),
    )
    return data({ result: submission.reply(), read: { ...pasted, newRooms } }, { status: 200 })
  }
  const added = await database.write((tx) =>
    addItems(tx, scope, { id: newIdOf(form), partId, items: pasted.items, makesRooms, now: now() }),
  )
  if (!added.ok) throw notFound()
  const first = pasted.items[0]?.day ?? day
  const query = new URLSearchParams({ day: first, done: 'pasted', added: String(added.added) })
  return redirect(`/desk/events/${scope.slug}/agenda?${query}`, { status: 303 })
}
