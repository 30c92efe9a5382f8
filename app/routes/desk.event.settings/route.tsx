import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { zoneChoices } from '#app/accounts/rules.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { publishWithAgenda } from '#app/agenda/publish.server.ts'
import { submitFreeSeats } from '#app/answers/submit-waiting.server.ts'
import { editEvent } from '#app/events/edit.server.ts'
import { cancelForm, eventForm, venueForm } from '#app/events/forms.ts'
import { movePart } from '#app/events/parts.server.ts'
import { cancelEvent, unpublishEvent } from '#app/events/publish.server.ts'
import { readEvent } from '#app/events/read.server.ts'
import { missingTexts } from '#app/events/rules.ts'
import { addVenue, editVenue, removeVenue } from '#app/events/venues.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { CancelStep } from './cancel-step.tsx'
import { SettingsPage } from './settings-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const read = await readEvent(context.database.read, scope)
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('desk:event.settings')} · ${t('common:appName')}`,
    newId: newId(),
    ...read,
    missing: missingTexts(read),
    zones: zoneChoices(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const form = await readRequestForm(request)
  const intent = String(form.get('intent'))
  switch (intent) {
    case 'edit':
      return edit(context, scope, form)
    case 'publish':
    case 'unpublish':
      return turn(context, scope, intent)
    case 'cancel':
      return cancel(context, scope, form)
    case 'up':
    case 'down':
      return move(context, scope, form, intent)
    case 'venue':
      return saveVenue(context, scope, form)
    case 'removeVenue':
      return dropVenue(context, scope, form)
    default:
      throw notFound()
  }
}

const back = (slug: string, done: string) =>
  redirect(`/desk/events/${slug}/settings?done=${done}`, { status: 303 })

async function edit({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, eventForm)
  if (submission.status !== 'success')
    return data({ intent: 'edit', result: submission.reply() }, { status: 400 })
  const edited = await database.write((tx) => editEvent(tx, scope, { content: submission.value, now: now() }))
  if (edited.ok) return back(edited.slug, 'saved')
  const fieldErrors = { slug: [`events:refused.${edited.reason}`] }
  return data({ intent: 'edit', result: submission.reply({ fieldErrors }) }, { status: 409 })
}

async function turn({ database, now }: MajlisContext, scope: EventScope, intent: 'publish' | 'unpublish') {
  const verb = intent === 'publish' ? publishWithAgenda : unpublishEvent
  const turned = await database.write(async (tx) => verb(tx, scope, { now: now() }))
  if (turned.ok) return back(scope.slug, `${intent}ed`)
  const needs = 'needs' in turned ? [...turned.needs] : []
  return data({ intent, refused: turned.reason, needs }, { status: 409 })
}

async function cancel({ database, env, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, cancelForm)
  if (submission.status !== 'success')
    return data({ intent: 'cancel', result: submission.reply() }, { status: 400 })
  const { note } = submission.value
  const cancelled = await database.write((tx) => cancelEvent(tx, scope, { note, now: now() }))
  // Seats that are offered are so no more.
  if (cancelled.ok) await submitFreeSeats(database, scope, { site: siteOf(env), now: now() })
  if (cancelled.ok) return back(scope.slug, 'cancelled')
  return data({ intent: 'cancel', refused: cancelled.reason }, { status: 409 })
}

async function move(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  direction: 'up' | 'down',
) {
  const partId = String(form.get('part'))
  const moved = await database.write((tx) => movePart(tx, scope, { partId, direction, now: now() }))
  if (!moved.ok) throw notFound()
  return redirect(`/desk/events/${scope.slug}/settings#parts`, { status: 303 })
}

async function saveVenue({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, venueForm)
  if (submission.status !== 'success')
    return data({ intent: 'venue', result: submission.reply() }, { status: 400 })
  const venueId = String(form.get('venue') ?? '')
  const given = { content: submission.value, now: now() }
  const saved = await database.write(async (tx) =>
    venueId
      ? editVenue(tx, scope, { ...given, venueId })
      : addVenue(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (!saved.ok) throw notFound()
  return back(scope.slug, 'venueSaved')
}

async function dropVenue({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const venueId = String(form.get('venue'))
  const removed = await database.write((tx) => removeVenue(tx, scope, { venueId, now: now() }))
  if (!removed.ok) throw notFound()
  return back(scope.slug, 'venueRemoved')
}

export default function Settings() {
  const { event } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  if (search.get('step') === 'cancel' && event.state === 'published') return <CancelStep />
  return <SettingsPage />
}
