import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { openDataKey } from '#app/clearance/data-key.server.ts'
import { eventDays } from '#app/clearance/days.ts'
import { submitOnBehalfOf, viewClearance } from '#app/clearance/fill.server.ts'
import { daysOf } from '#app/clearance/filler.server.ts'
import { clearanceForm } from '#app/clearance/forms.ts'
import { readExpectedPerson } from '#app/clearance/read.server.ts'
import { openKeyring } from '#app/clearance/seal.server.ts'
import { isGateOpen, readGate } from '#app/clearance/settings.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { formChoices } from '../answer.clearance/choices.server.ts'

export { PersonPage as default } from './person-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'clearance.view')
  const { gate, settings, person } = await openPerson(context, scope, params.attendee)
  const opened = await openDataKey(context.database.read, openKeyring(context.env), scope.eventId)
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const { sealed: _, ...shown } = person
  return {
    title: `${t('clearance:desk.title')} · ${t('common:appName')}`,
    slug: scope.slug,
    zone: gate.event.zone,
    asked: settings.asked,
    person: shown,
    isOpen: isGateOpen(gate, { byDesk: true, now: context.now() }),
    hasKey: opened.ok,
    ...formChoices(daysOf(gate, settings), gate.event.zone, language),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'clearance.view')
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'open':
      return open(context, scope, params.attendee ?? '')
    case 'save':
      return save(context, scope, params.attendee ?? '', form)
    default:
      throw notFound()
  }
}

/** The person by their id, as long as they are expected at this event's gate. */
async function openPerson({ database }: MajlisContext, scope: EventScope, attendeeId = '') {
  const gate = await readGate(database.read, scope.eventId)
  const { settings } = gate
  const person = settings && (await readExpectedPerson(database.read, scope, settings, attendeeId))
  if (!settings || !person) throw notFound()
  return { gate, settings, person }
}

async function open({ database, env, now }: MajlisContext, scope: EventScope, attendeeId: string) {
  const viewed = await viewClearance(database, openKeyring(env), scope, { attendeeId, now: now() })
  if (viewed.ok) return data({ intent: 'open' as const, content: viewed.content })
  if (viewed.reason === 'notFound') throw notFound()
  return data({ intent: 'refused' as const, reason: viewed.reason }, { status: 409 })
}

async function save(context: MajlisContext, scope: EventScope, attendeeId: string, form: FormData) {
  const { gate, settings } = await openPerson(context, scope, attendeeId)
  const { zone } = gate.event
  const asking = {
    asked: settings.asked,
    days: eventDays(daysOf(gate, settings), zone).map(({ day }) => day),
    today: isoDay(context.now(), zone),
  }
  const submission = readForm(form, clearanceForm(asking))
  if (submission.status !== 'success')
    return data({ intent: 'save' as const, result: submission.reply() }, { status: 400 })
  const given = { attendeeId, content: submission.value, now: context.now() }
  const saved = await submitOnBehalfOf(context.database, openKeyring(context.env), scope, given)
  if (saved.ok) return redirect(`/desk/events/${scope.slug}/clearance?done=saved`, { status: 303 })
  if (saved.reason === 'notFound') throw notFound()
  const formErrors = [`clearance:form.${saved.reason}`]
  return data({ intent: 'save' as const, result: submission.reply({ formErrors }) }, { status: 409 })
}
