import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { findOfficeScope } from '#app/accounts/scope.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { markSent } from '#app/invitations/send.server.ts'
import { type OutboxSearch, outboxForm, outboxSearch } from '#app/mail/forms.ts'
import { sendingLimits } from '#app/mail/limits.ts'
import { actOnMessages } from '#app/mail/outbox.server.ts'
import { countMessages, outboxPageSize, readOutbox } from '#app/mail/read.server.ts'
import { whyNone } from '#app/mail/second-person.server.ts'
import { readSending } from '#app/mail/sending.server.ts'
import { readForm } from '#app/ui/read-form.ts'

export { OutboxPage as default } from './outbox-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { env, database, now } = context
  const asked = searchOf(request)
  const filter = filterOf(asked)
  const [counts, rows, sending] = await Promise.all([
    countMessages(database.read, scope, filter),
    readOutbox(database.read, scope, filter, asked.page),
    readSending(database.read, sendingLimits(env), now()),
  ])
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const found = asked.state ? counts[asked.state] : all
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('mail:outbox.title')} · ${t('common:appName')}`,
    asked,
    counts,
    all,
    found,
    pages: Math.max(1, Math.ceil(found / outboxPageSize)),
    rows,
    canSend: scope.can.has('mail.send'),
    canResume: (await findOfficeScope(database.read, String(scope.actor.id), 'office.manage')) !== null,
    hasServer: env.MAIL_URL !== undefined,
    sending,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const submission = readForm(await readRequestForm(request), outboxForm)
  if (submission.status !== 'success') throw notFound()
  const { intent, which, message } = submission.value
  const asked = searchOf(request)
  const chosen = which === 'all' ? { filter: filterOf(asked) } : { ids: message }
  const now = context.now()
  const count = await context.database.write(async (tx) => {
    const moved = await actOnMessages(tx, scope, { action: intent, chosen, now })
    if (intent === 'queue') await markSent(tx, scope, now)
    return moved
  })
  context.wakeWorker()
  const what = count ? intent : await whyNone(context.database.read, scope, intent)
  const back = new URLSearchParams({ done: what, count: String(count) })
  if (asked.state) back.set('state', asked.state)
  if (asked.q) back.set('q', asked.q)
  if (asked.mailing) back.set('mailing', asked.mailing)
  return redirect(`/desk/events/${scope.slug}/outbox?${back}`, { status: 303 })
}

function searchOf(request: Request): OutboxSearch {
  return outboxSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
}

function filterOf({ state, q, mailing }: OutboxSearch) {
  return { ...(state && { state }), ...(q && { search: q }), ...(mailing && { mailingId: mailing }) }
}
