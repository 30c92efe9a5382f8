import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { markSent } from '#app/invitations/mailing.server.ts'
import { outboxForm, outboxSearch } from '#app/mail/forms.ts'
import { maskLinks } from '#app/mail/mask.ts'
import { actOnMessages } from '#app/mail/outbox.server.ts'
import { readMessage, readMessageHistory } from '#app/mail/read.server.ts'
import { readForm } from '#app/ui/read-form.ts'

export { MessagePage as default } from './message-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.message.subject }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const found = await readMessage(context.database.read, scope, params.message)
  if (!found) throw notFound()
  const canSend = scope.can.has('mail.send')
  const { html, text, leasedBy: _, leasedUntil: __, dedupeKey: ___, ...facts } = found
  const { done, count } = outboxSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  return {
    message: { ...facts, text: canSend ? text : maskLinks(text), isErased: html === '' },
    isMasked: !canSend && maskLinks(text) !== text,
    canSend,
    history: await readMessageHistory(context.database.read, scope, found.id),
    slug: scope.slug,
    done,
    count,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const message = await readMessage(context.database.read, scope, params.message)
  if (!message) throw notFound()
  const submission = readForm(await readRequestForm(request), outboxForm)
  if (submission.status !== 'success') throw notFound()
  const change = { action: submission.value.intent, chosen: { ids: [message.id] }, now: context.now() }
  const count = await context.database.write(async (tx) => {
    const moved = await actOnMessages(tx, scope, change)
    if (change.action === 'queue') await markSent(tx, scope, change.now)
    return moved
  })
  context.wakeWorker()
  const done = new URLSearchParams({ done: count ? change.action : 'none', count: String(count) })
  return redirect(`/desk/events/${scope.slug}/outbox/${message.id}?${done}`, { status: 303 })
}
