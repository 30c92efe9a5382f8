import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { countDeclinedRoles } from '#app/agenda/speakers.server.ts'
import { submitChanges } from '#app/answers/changes.server.ts'
import { guestFilter } from '#app/answers/guest-filter.ts'
import { countGuests } from '#app/answers/guest-list.server.ts'
import {
  readKindCounts,
  readLatestAnswers,
  readPartCounts,
  readSeatsNamed,
  readWaitingWork,
} from '#app/answers/overview.server.ts'
import { readTrend } from '#app/answers/trend.server.ts'
import { readWantingAtGate } from '#app/clearance/wanting.server.ts'
import { readEvent } from '#app/events/read.server.ts'
import { missingTexts } from '#app/events/rules.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { countWaiting } from '#app/inbox/read.server.ts'
import { readAwaitingMailings } from '#app/invitations/awaiting.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { countUnsigned } from '#app/letters/register.server.ts'
import { countDataRequests } from '#app/privacy/read.server.ts'
import { OverviewPage } from './overview-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const bouncing = guestFilter(new URLSearchParams('flag=bounced'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.view')
  const { read } = context.database
  const seesGuests = scope.can.has('guests.view')
  const now = context.now()
  const [settings, parts, kinds, latest, work, seats, inbox, language] = await Promise.all([
    readEvent(read, scope),
    readPartCounts(read, scope),
    seesGuests ? readKindCounts(read, scope) : [],
    seesGuests ? readLatestAnswers(read, scope) : [],
    readWaitingWork(read, scope),
    readSeatsNamed(read, scope),
    countWaiting(read, scope),
    readerLanguage(context, request),
  ])
  const { event } = settings
  const [unsigned, bounced, awaiting, gate, requests, declinedRoles] = await Promise.all([
    seesGuests ? countUnsigned(read, scope) : 0,
    seesGuests ? countGuests(read, scope, bouncing) : { value: 0 },
    readAwaitingMailings(read, scope),
    readWantingAtGate(read, scope, now),
    countDataRequests(read, scope),
    countDeclinedRoles(read, scope.eventId, now),
  ])
  const trend = await readTrend(read, scope, { zone: event.zone, now })
  const missing = scope.can.has('event.edit') ? missingTexts(settings) : []
  return {
    title: `${localize(event.name, language)} · ${translator(language)('common:appName')}`,
    event: { slug: event.slug, name: event.name, state: event.state, zone: event.zone },
    can: [...scope.can],
    ...{ parts, kinds, latest, work, seats, trend, inbox },
    ...{ unsigned, bounced, awaiting, gate, requests, declinedRoles, now },
    missing: missing.length,
  }
}

/** Tells everybody whose calendar is out of date. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const form = await readRequestForm(request)
  if (form.get('intent') !== 'tell') throw notFound()
  const { database, env, now } = context
  const told = await submitChanges(database, scope, { site: siteOf(env), now: now() })
  if (!told.ok) throw notFound()
  context.wakeWorker()
  return redirect(`/desk/events/${scope.slug}?told=${told.count}`, { status: 303 })
}

export default OverviewPage
