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
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { recordForm } from '#app/privacy/forms.ts'
import { giveListingOnBehalf, readListingOfInvitation } from '#app/privacy/listing.server.ts'
import { recordRightsRequest } from '#app/privacy/requests.server.ts'
import { readForm } from '#app/ui/read-form.ts'

export { GuestPrivacyPage as default } from './guest-privacy-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const people = await readListingOfInvitation(context.database.read, scope, params.invitation)
  if (!people) throw notFound()
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('privacy:guest.title')} · ${t('common:appName')}`,
    people,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const people = await readListingOfInvitation(context.database.read, scope, params.invitation)
  if (!people) throw notFound()
  const form = await readRequestForm(request)
  const isTheirs = (id: unknown) => people.some((person) => person.id === id)
  if (!isTheirs(form.get('attendee'))) throw notFound()
  switch (form.get('intent')) {
    case 'list':
    case 'unlist':
      return list(context, scope, form, `/desk/events/${scope.slug}/guests/${params.invitation}/privacy`)
    case 'record':
      return record(context, scope, form)
    default:
      throw notFound()
  }
}

async function list({ database, now }: MajlisContext, scope: EventScope, form: FormData, here: string) {
  const said = { attendeeId: String(form.get('attendee')), agrees: form.get('intent') === 'list', now: now() }
  const saved = await database.write((tx) => giveListingOnBehalf(tx, scope, said))
  if (!saved.ok) throw notFound()
  return redirect(`${here}?done=${said.agrees ? 'listed' : 'unlisted'}`, { status: 303 })
}

async function record({ database, now }: MajlisContext, scope: EventScope, form: FormData) {
  const submission = readForm(form, recordForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const { attendee: attendeeId, kind, reason, name, phone } = submission.value
  const wanted = kind === 'correction' ? { name, phone } : undefined
  const recorded = await database.write((tx) =>
    recordRightsRequest(tx, scope, { attendeeId, kind, reason, wanted, now: now() }),
  )
  if (recorded.ok)
    return redirect(`/desk/events/${scope.slug}/privacy/${recorded.id}?done=recorded`, { status: 303 })
  if (recorded.reason === 'notFound') throw notFound()
  const formErrors = [`privacy:refused.${recorded.reason}`]
  return data({ result: submission.reply({ formErrors }) }, { status: 409 })
}
