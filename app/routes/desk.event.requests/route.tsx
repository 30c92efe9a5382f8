import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readOpenRequests, readWrongRecipients } from '#app/answers/open-requests.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { decide } from '../desk.event.guest/named-acts.server.ts'
import { RequestsPage } from './requests-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  const [requests, wrong] = await Promise.all([
    readOpenRequests(read, scope),
    readWrongRecipients(read, scope),
  ])
  return {
    title: `${t('delegation:requests.title')} · ${t('common:appName')}`,
    canEdit: scope.can.has('guests.edit'),
    ...{ requests, wrong },
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const form = await readRequestForm(request)
  if (form.get('intent') !== 'decide') throw notFound()
  const here = `/desk/events/${scope.slug}/requests`
  return decide({ context, scope, request, form, here, invitationId: String(form.get('invitation') ?? '') })
}

export default RequestsPage
