import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { deskAnswering } from '#app/answers/behalf.server.ts'
import { readAnswerPage } from '#app/answers/read.server.ts'
import { displayName } from '#app/directory/names.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readRecipient } from '#app/invitations/audience.server.ts'
import { readLetter } from '#app/letters/register.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { newId } from '#db/id.server.ts'
import { receive } from './receive.server.ts'

export { IncomingPage as default } from './incoming-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const [from, facts] = await Promise.all([
    senderOf(context, scope, new URL(request.url).searchParams),
    readEventFacts(read, scope.eventId),
  ])
  const t = translator(language)
  const { recipient, page, letter } = from
  return {
    title: `${t('letters:incoming.title')} · ${t('common:appName')}`,
    slug: scope.slug,
    sender: recipient
      ? localize(recipient.organisationName, language) ||
        (recipient.person ? displayName(recipient.person.names, language) : '')
      : '',
    subject: letter ? localize(letter.subject, language) : '',
    reference: letter?.reference ?? null,
    answer: page && {
      ...{ isOrganisation: page.isOrganisation, seats: page.seats, alternates: page.alternates },
      ...{ names: page.names, places: page.places, focal: page.focal },
      parts: page.parts.map(({ id, name, status }) => ({ id, name, status })),
    },
    today: isoDay(context.now(), facts.zone),
    requestId: newId(),
    newId: newId(),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const from = await senderOf(context, scope, new URL(request.url).searchParams)
  const form = await readRequestForm(request)
  const language = await readerLanguage(context, request)
  const received = await receive({ context, scope, form, language }, from)
  return 'result' in received ? data(received, { status: 400 }) : received
}

/** Who wrote, where the page was opened from one of our letters (`?letter=`) or a guest (`?invitation=`). */
async function senderOf({ database, now }: MajlisContext, scope: EventScope, query: URLSearchParams) {
  const { read } = database
  const wanted = query.get('letter')
  const letter = wanted ? await readLetter(read, scope, wanted) : null
  if (wanted && letter?.way !== 'out') throw notFound()
  const invitationId = letter?.invitationId ?? query.get('invitation')
  if (!invitationId) return { letter, invitationId: null, recipient: null, page: null }
  const [recipient, page] = await Promise.all([
    readRecipient(read, scope, { invitationId }),
    readAnswerPage(read, deskAnswering(scope, invitationId), now()),
  ])
  if (!letter && !recipient) throw notFound()
  // A guest whose invitation was withdrawn may still write; there is no answer to record then.
  return { letter, invitationId: recipient ? invitationId : null, recipient, page: recipient && page }
}

export type From = Awaited<ReturnType<typeof senderOf>>
