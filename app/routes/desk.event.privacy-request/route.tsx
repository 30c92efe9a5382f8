import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { type EventScope, findOfficeScope } from '#app/accounts/scope.server.ts'
import { submitFreeSeats } from '#app/answers/submit-waiting.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { eraseByRequest, grantRequest, refuseRequest } from '#app/privacy/decide.server.ts'
import { previewErasure } from '#app/privacy/erase.server.ts'
import { grantForm, refusalForm } from '#app/privacy/forms.ts'
import { decisionMail } from '#app/privacy/notice.server.ts'
import { readOtherEvents, readRequest } from '#app/privacy/read.server.ts'
import { readSubject } from '#app/privacy/subject.server.ts'
import { readForm } from '#app/ui/read-form.ts'

export { RequestPage as default } from './request-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { read } = context.database
  const found = await readRequest(read, scope, params.request)
  if (!found) throw notFound()
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t(`privacy:kind.${found.kind}`)} · ${t('common:appName')}`,
    slug: scope.slug,
    request: found,
    effect: found.kind === 'erasure' && found.state === 'open' ? await effectOf(context, scope, found) : null,
    zone: (await readEventFacts(read, scope.eventId)).zone,
    done: new URL(request.url).searchParams.get('done'),
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof readRequest>>>

/** What an erasure would touch, here and in the whole office where the reader may decide that. */
async function effectOf(context: MajlisContext, scope: EventScope, { attendeeId }: Found) {
  const { database } = context
  const whose = { officeId: scope.officeId, eventId: scope.eventId, attendeeId }
  const subject = await readSubject(database.read, whose, 'event')
  const mayOffice = await mayEditDirectory(context, scope)
  const preview = (reach: 'event' | 'office') =>
    previewErasure(database, whose, { reach, now: context.now() })
  return {
    event: await preview('event'),
    office: mayOffice ? await preview('office') : null,
    otherEvents: subject ? await readOtherEvents(database.read, subject) : [],
  }
}

async function mayEditDirectory({ database }: MajlisContext, { actor, officeId }: EventScope) {
  if (actor.kind !== 'user') return false
  const office = await findOfficeScope(database.read, actor.id, 'directory.edit')
  return office?.officeId === officeId
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const found = await readRequest(context.database.read, scope, params.request)
  if (!found) throw notFound()
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'grant':
      return grant(context, scope, found, form)
    case 'refuse':
      return refuse(context, scope, found, form)
    default:
      throw notFound()
  }
}

const back = ({ slug }: EventScope, { id }: Found, done: string) =>
  redirect(`/desk/events/${slug}/privacy/${id}?done=${done}`, { status: 303 })

async function grant(context: MajlisContext, scope: EventScope, found: Found, form: FormData) {
  const submission = readForm(form, grantForm)
  if (submission.status !== 'success')
    return data({ intent: 'grant', result: submission.reply() }, { status: 400 })
  const { answer, reach } = submission.value
  const inDirectory = await mayEditDirectory(context, scope)
  // The whole office's data is more than one event's organiser may take away.
  if (reach === 'office' && !inDirectory) throw notFound()
  const deciding = await decidingOf(context, found, { answer, state: 'granted' })
  const decided =
    found.kind === 'erasure'
      ? await eraseByRequest(context, scope, { ...deciding, reach })
      : await context.database.write((tx) => grantRequest(tx, scope, { ...deciding, inDirectory }))
  if (!decided.ok)
    return data(
      { intent: 'grant', result: submission.reply({ formErrors: [`privacy:refused.${decided.reason}`] }) },
      { status: 409 },
    )
  if (found.kind === 'erasure') {
    const site = { appUrl: context.env.APP_URL, secret: context.env.APP_SECRET }
    await submitFreeSeats(context.database, scope, { site, now: context.now() })
  }
  context.wakeWorker()
  return back(scope, found, 'granted')
}

async function refuse(context: MajlisContext, scope: EventScope, found: Found, form: FormData) {
  const submission = readForm(form, refusalForm)
  if (submission.status !== 'success')
    return data({ intent: 'refuse', result: submission.reply() }, { status: 400 })
  const deciding = await decidingOf(context, found, { ...submission.value, state: 'refused' })
  const decided = await context.database.write((tx) => refuseRequest(tx, scope, deciding))
  if (!decided.ok)
    return data(
      { intent: 'refuse', result: submission.reply({ formErrors: [`privacy:refused.${decided.reason}`] }) },
      { status: 409 },
    )
  context.wakeWorker()
  return back(scope, found, 'refused')
}

async function decidingOf(
  { database, env, now }: MajlisContext,
  { id, kind, attendeeId, eventId }: Found,
  { answer, state }: { answer: string; state: 'granted' | 'refused' },
) {
  const decided = { attendeeId, eventId, kind, state, answer, appUrl: env.APP_URL }
  return { requestId: id, answer, mail: await decisionMail(database.read, decided), now: now() }
}
