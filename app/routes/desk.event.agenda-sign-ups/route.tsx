import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { signUpsForm } from '#app/agenda/forms.ts'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import { tellMovedUp } from '#app/answers/moved-up.server.ts'
import { readSignedUp, setSignUps } from '#app/answers/sign-ups.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import { editedSince } from '../desk.event.agenda-item/edited-since.server.ts'

export { SignUpsPage as default } from './sign-ups-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** How an item takes sign-ups; who signed up only for those who may see guests. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const item = await findAgendaItem(read, scope.eventId, params.item ?? '')
  if (!item) throw notFound()
  const event = await readEventFrame(read, scope)
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('speakers:item.signUps')} · ${t('common:appName')}`,
    event: { slug: scope.slug, zone: event.zone },
    item: {
      ...{ id: item.id, title: item.title, version: item.version },
      ...{ takesSignUps: item.takesSignUps, seats: item.seats },
      capacity: item.room?.capacity ?? null,
    },
    people: scope.can.has('guests.view') ? await readSignedUp(read, scope, item.id) : null,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { database, now } = context
  const itemId = params.item ?? ''
  if (!(await findAgendaItem(context.database.read, scope.eventId, itemId))) throw notFound()
  const form = await readRequestForm(request)
  const submission = readForm(form, signUpsForm)
  if (submission.status !== 'success')
    return data({ result: submission.reply(), edit: null }, { status: 400 })
  const { takesSignUps, seats, seen } = submission.value
  const saved = await database.write((tx) =>
    setSignUps(tx, scope, { itemId, seen, takesSignUps, seats: seats ?? null, now: now() }),
  )
  if (!saved.ok && saved.reason === 'notFound') throw notFound()
  if (!saved.ok) {
    const edit = await editedSince(database.read, scope, itemId)
    return data({ result: submission.reply(), edit }, { status: 409 })
  }
  if (await tellMovedUp(database, { site: siteOf(context.env), now: now() })) context.wakeWorker()
  return redirect(`/desk/events/${scope.slug}/agenda/${itemId}/sign-ups?done=signUpsSaved`, { status: 303 })
}
