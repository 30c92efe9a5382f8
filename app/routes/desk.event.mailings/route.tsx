import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readEvent } from '#app/events/read.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import type { Translator } from '#app/i18n/options.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { newMailingForm } from '#app/invitations/forms.ts'
import { createMailing } from '#app/invitations/mailing.server.ts'
import { readMailing, readMailings } from '#app/invitations/read.server.ts'
import type { Audience, MailingKind } from '#app/invitations/rules.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'

export { MailingsPage as default } from './mailings-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('invitations:mailings.title')} · ${t('common:appName')}`,
    newId: newId(),
    mailings: await readMailings(context.database.read, scope),
    canWrite: scope.can.has('mail.send'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'mail.send')
  const form = await readRequestForm(request)
  const submission = readForm(form, newMailingForm)
  if (submission.status !== 'success') throw notFound()
  const { kind, from } = submission.value
  const t = translator(await readerLanguage(context, request))
  const content = from ? await copyOf(context, scope, t, from) : await firstText(context, scope, t, kind)
  if (!content) throw notFound()
  const made = await context.database.write((tx) =>
    createMailing(tx, scope, { id: newIdOf(form), kind, content, now: context.now() }),
  )
  if (!made.ok) throw notFound()
  return redirect(`/desk/events/${scope.slug}/mailings/${made.id}?done=created`, { status: 303 })
}

async function firstText(context: MajlisContext, scope: EventScope, t: Translator, kind: MailingKind) {
  const { event } = await readEvent(context.database.read, scope)
  const audience: Audience = { who: kind === 'reminder' ? 'unanswered' : 'unwritten' }
  return { name: t(`invitations:letter.${kind}.name`), audience, ...defaultTexts(kind, event.languages) }
}

async function copyOf(context: MajlisContext, scope: EventScope, t: Translator, from: string) {
  const mailing = await readMailing(context.database.read, scope, from)
  if (!mailing) return null
  const { name, audience, subject, body } = mailing
  return { name: t('invitations:mailing.copyName', { name }), audience, subject, body }
}
