import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readName } from '#app/accounts/read.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { mayResend, readMessageText } from '#app/invitations/message.server.ts'
import { markSent } from '#app/invitations/send.server.ts'
import { outboxForm, outboxSearch } from '#app/mail/forms.ts'
import { maskLinks } from '#app/mail/mask.ts'
import { actOnMessages } from '#app/mail/outbox.server.ts'
import { readCopies, readMessage, readMessageHistory } from '#app/mail/read.server.ts'
import { editableStates } from '#app/mail/rules.ts'
import { whyNone } from '#app/mail/second-person.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import type { Reader } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { edit, resend } from './acts.server.ts'

export { MessagePage as default } from './message-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.message.subject }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const found = await readMessage(context.database.read, scope, params.message)
  if (!found) throw notFound()
  const canSend = scope.can.has('mail.send')
  const {
    html,
    text,
    enclosures,
    leasedBy: _,
    leasedUntil: __,
    dedupeKey: ___,
    untoldEntry: ____,
    ...facts
  } = found
  const isHere = (editableStates as readonly string[]).includes(found.state)
  const { done, count } = outboxSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  return {
    message: {
      ...facts,
      enclosures: enclosures?.map(({ documentId, name, bytes }) => ({ documentId, name, bytes })) ?? [],
      text: canSend ? text : maskLinks(text),
      isErased: html === '',
    },
    isMasked: !canSend && maskLinks(text) !== text,
    canSend,
    // A code on a letter answers for its guest.
    canTakeFiles: scope.can.has('guests.edit'),
    newId: newId(),
    words: canSend && isHere ? await readMessageText(context.database.read, scope, found) : null,
    resendLine: canSend && mayResend(found) ? await lineFor(context.database.read, scope, found) : null,
    copies: await readCopies(context.database.read, scope, found.id),
    editor: await readName(context.database.read, found.edited?.by ?? null),
    history: await readMessageHistory(context.database.read, scope, found.id),
    slug: scope.slug,
    done,
    count,
  }
}

/** What a copy says above its text, in its reader's language and the event's time. */
async function lineFor(
  read: Reader,
  scope: EventScope,
  { language, settledAt, createdAt }: { language: Language; settledAt: Date | null; createdAt: Date },
) {
  const { zone } = await readEventFacts(read, scope.eventId)
  const date = formatInstant(settledAt ?? createdAt, 'dayAndTime', language, zone)
  return translator(language)('mailing:message.lineText', { date })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const message = await readMessage(context.database.read, scope, params.message)
  if (!message) throw notFound()
  const form = await readRequestForm(request)
  const desk = { context, scope, messageId: message.id }
  if (form.get('intent') === 'edit') return edit(desk, form)
  if (form.get('intent') === 'resend') return resend(desk, form)
  const submission = readForm(form, outboxForm)
  if (submission.status !== 'success') throw notFound()
  const change = { action: submission.value.intent, chosen: { ids: [message.id] }, now: context.now() }
  const count = await context.database.write(async (tx) => {
    const moved = await actOnMessages(tx, scope, change)
    if (change.action === 'queue') await markSent(tx, scope, change.now)
    return moved
  })
  context.wakeWorker()
  const what = count ? change.action : await whyNone(context.database.read, scope, change.action)
  const done = new URLSearchParams({ done: what, count: String(count) })
  return redirect(`/desk/events/${scope.slug}/outbox/${message.id}?${done}`, { status: 303 })
}
