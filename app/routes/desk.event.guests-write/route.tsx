import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readSelected, type Selection } from '#app/answers/selection.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { newMailingForm } from '#app/invitations/forms.ts'
import { createMailingTo } from '#app/invitations/picks.server.ts'
import { readForm } from '#app/ui/read-form.ts'
import type { Reader } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { openChosen } from '../desk.event.guests-bulk/chosen.server.ts'
import { firstText } from '../desk.event.mailings/first-text.server.ts'

export { WritePage as default } from './write-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** How many would be written to; which letter it is to be is asked, and nothing is written yet. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, selection, back } = await openChosen(context, request, params.event)
  if (!scope.can.has('mail.send')) throw notFound()
  const readers = await readersOf(context.database.read, scope, selection)
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('roster:act.write')} · ${t('common:appName')}`,
    ...{ back, count: readers.ids.length, without: readers.without, newId: newId() },
  }
}

/** Begins the letter, for exactly those; its own page has the text, the list of readers and what comes next. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, selection } = await openChosen(context, request, params.event)
  if (!scope.can.has('mail.send')) throw notFound()
  const form = await readRequestForm(request)
  const submission = readForm(form, newMailingForm)
  if (submission.status !== 'success') throw notFound()
  const { kind, empty } = submission.value
  const t = translator(await readerLanguage(context, request))
  const [{ ids: readerIds }, content] = await Promise.all([
    readersOf(context.database.read, scope, selection),
    firstText(context, scope, t, { kind, isEmpty: empty }),
  ])
  if (!readerIds.length) throw notFound()
  const audience = { who: 'all' as const }
  const mailing = {
    id: newIdOf(form),
    kind,
    content: { ...content, audience },
    readerIds,
    now: context.now(),
  }
  const made = await context.database.write((tx) => createMailingTo(tx, scope, mailing))
  if (!made.ok) throw notFound()
  return redirect(`/desk/events/${scope.slug}/mailings/${made.id}?done=created`, { status: 303 })
}

/** Whom a letter can go to; `without` are those of a withdrawn invitation or of none, and who waits for our word. */
async function readersOf(read: Reader, scope: EventScope, selection: Selection) {
  const ids: string[] = []
  let without = 0
  for await (const some of readSelected(read, scope, selection))
    for (const { attendeeId, invitationId, invitation, isOwn, seat } of some) {
      const id = attendeeId ?? invitationId
      const isOn = isOwn || seat === 'delegate' || seat === 'alternate'
      if (id && invitation && invitation.state !== 'revoked' && isOn) ids.push(id)
      else without++
    }
  return { ids, without }
}
