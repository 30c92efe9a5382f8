import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { inboxSearch, linkForm, recordForm } from '#app/inbox/forms.ts'
import { findGuests, readAnswerable, readInboxMail } from '#app/inbox/read.server.ts'
import { acceptReply, believeReport, linkMail, recordMail, settleMail } from '#app/inbox/settle.server.ts'
import { readProposal } from '#app/inbox/substitute.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { propose } from './propose.server.ts'
import { settledBefore } from './settled-before.server.ts'

export { MailPage as default } from './mail-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.mail.subject }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const found = await readInboxMail(read, scope, params.mail)
  if (!found) throw notFound()
  const asked = inboxSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { calendar: _, fingerprint: __, ...mail } = found.mail
  const isPersons = mail.attendeeId !== null && found.organisationId === null
  return {
    ...{ ...found, mail, slug: scope.slug, done: asked.done, search: asked.guest },
    canEdit: scope.can.has('guests.edit'),
    parts: isPersons && mail.attendeeId ? await readAnswerable(read, scope, mail.attendeeId) : [],
    proposal: await readProposal(read, scope, mail.id),
    guests: asked.guest ? await findGuests(read, scope, asked.guest) : [],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const form = await readRequestForm(request)
  const mailId = params.mail ?? ''
  switch (form.get('intent')) {
    case 'accept':
      return accept(context, scope, mailId)
    case 'record':
      return record(context, scope, mailId, form)
    case 'link':
      return link(context, scope, mailId, form)
    case 'substitute':
      return propose(context, scope, mailId, form)
    case 'done':
    case 'reopen':
      return settle(context, scope, mailId, form.get('intent') === 'done')
    case 'believe':
      return believe(context, scope, mailId)
    default:
      throw notFound()
  }
}

const back = (scope: EventScope, mailId: string, done: string) =>
  redirect(`/desk/events/${scope.slug}/inbox/${mailId}?done=${done}`, { status: 303 })

async function accept(context: MajlisContext, scope: EventScope, mailId: string) {
  const { database, env, now } = context
  const accepted = await acceptReply(database, scope, { mailId, site: siteOf(env), now: now() })
  if (!accepted.ok && accepted.reason === 'notFound')
    return settledBefore(context, scope, { mailId, done: 'accepted' })
  if (!accepted.ok) return data({ refused: accepted.reason }, { status: 409 })
  context.wakeWorker()
  return back(scope, mailId, 'accepted')
}

async function record(context: MajlisContext, scope: EventScope, mailId: string, form: FormData) {
  const { database, env, now } = context
  const submission = readForm(form, recordForm)
  if (submission.status !== 'success') throw notFound()
  const replies = submission.value.answers.flatMap(({ part, reply }) =>
    reply ? [{ partId: part, reply }] : [],
  )
  const recorded = await recordMail(database, scope, { mailId, replies, site: siteOf(env), now: now() })
  if (!recorded.ok && recorded.reason === 'notFound') throw notFound()
  if (!recorded.ok) return data({ refused: recorded.reason }, { status: 409 })
  context.wakeWorker()
  return back(scope, mailId, 'recorded')
}

async function link({ database, now }: MajlisContext, scope: EventScope, mailId: string, form: FormData) {
  const submission = readForm(form, linkForm)
  if (submission.status !== 'success') throw notFound()
  const { guest: attendeeId } = submission.value
  const linked = await database.write((tx) => linkMail(tx, scope, { mailId, attendeeId, now: now() }))
  if (!linked.ok) throw notFound()
  return back(scope, mailId, 'linked')
}

async function settle({ database, now }: MajlisContext, scope: EventScope, mailId: string, isDone: boolean) {
  const state = isDone ? ('done' as const) : ('waiting' as const)
  const settled = await database.write((tx) => settleMail(tx, scope, { mailId, state, now: now() }))
  if (!settled.ok) throw notFound()
  return back(scope, mailId, isDone ? 'settled' : 'reopened')
}

async function believe({ database, now }: MajlisContext, scope: EventScope, mailId: string) {
  const believed = await database.write((tx) => believeReport(tx, scope, { mailId, now: now() }))
  if (!believed.ok) throw notFound()
  return back(scope, mailId, 'believed')
}
