import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import type { Translator } from '#app/i18n/options.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { newMailingForm } from '#app/invitations/forms.ts'
import { createMailing } from '#app/invitations/mailing.server.ts'
import { createMailingTo, readPicks } from '#app/invitations/picks.server.ts'
import { readMailing, readMailings } from '#app/invitations/read.server.ts'
import { proposeReminders } from '#app/invitations/schedule.server.ts'
import { dueAtOf, isSameSchedule, proposedReminders } from '#app/invitations/schedule.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import type { MailingSchedule } from '#db/schema/mail.server.ts'
import { firstText } from './first-text.server.ts'

export { MailingsPage as default } from './mailings-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const t = translator(await readerLanguage(context, request))
  const { read } = context.database
  const [mailings, facts] = await Promise.all([
    readMailings(read, scope),
    readEventFacts(read, scope.eventId),
  ])
  const canWrite = scope.can.has('mail.send')
  const offered = proposedReminders(facts, context.now()).filter(
    (proposed) => !mailings.some(({ schedule }) => isSameSchedule(schedule, proposed)),
  )
  return {
    title: `${t('invitations:mailings.title')} · ${t('common:appName')}`,
    newId: newId(),
    mailings: mailings.map(({ schedule, ...mailing }) => ({
      ...mailing,
      dueAt: schedule && dueAtOf(schedule, facts),
    })),
    offered: canWrite && facts.state !== 'cancelled' ? offered.length : 0,
    planned: Number(new URL(request.url).searchParams.get('planned')) || 0,
    canWrite,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const form = await readRequestForm(request)
  if (form.get('intent') === 'planReminders') return planReminders(context, scope, request)
  const submission = readForm(form, newMailingForm)
  if (submission.status !== 'success') throw notFound()
  const { kind, from, empty } = submission.value
  const t = translator(await readerLanguage(context, request))
  const content = from
    ? await copyOf(context, scope, t, from)
    : await firstText(context, scope, t, { kind, isEmpty: empty })
  if (!content) throw notFound()
  const begun = { id: newIdOf(form), kind, content, now: context.now() }
  const made = await context.database.write(async (tx) =>
    content.audience.isChosen
      ? createMailingTo(tx, scope, { ...begun, readerIds: await readPicks(tx, from) })
      : createMailing(tx, scope, begun),
  )
  if (!made.ok) throw notFound()
  return redirect(`/desk/events/${scope.slug}/mailings/${made.id}?done=created`, { status: 303 })
}

async function planReminders(context: MajlisContext, scope: EventScope, request: Request) {
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const facts = await readEventFacts(context.database.read, scope.eventId)
  const name = (schedule: MailingSchedule) => {
    if (schedule.from !== 'partDeadline') return t('templates:name.reminder')
    const count = Math.abs(schedule.days)
    const part = localize(facts.parts.find(({ id }) => id === schedule.partId)?.name, language)
    return t('mailing:reminders.name', { count, number: formatNumber(count, language), part })
  }
  const now = context.now()
  const planned = await context.database.write((tx) => proposeReminders(tx, scope, { name, now }))
  return redirect(`/desk/events/${scope.slug}/mailings?planned=${planned}`, { status: 303 })
}

async function copyOf(context: MajlisContext, scope: EventScope, t: Translator, from: string) {
  const mailing = await readMailing(context.database.read, scope, from)
  if (!mailing) return null
  const { name, audience, subject, body, withCalendar, enclosing } = mailing
  const copied = { audience, subject, body, withCalendar, enclosing }
  return { name: t('invitations:mailing.copyName', { name }), ...copied }
}
