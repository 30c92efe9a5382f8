import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { readEventFacts } from '#app/events/facts.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readRequests } from '#app/privacy/read.server.ts'

export { RequestsPage as default } from './requests-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { read } = context.database
  const t = translator(await readerLanguage(context, request))
  const page = Math.max(1, Math.trunc(Number(new URL(request.url).searchParams.get('page')) || 1))
  return {
    title: `${t('privacy:desk.title')} · ${t('common:appName')}`,
    ...(await readRequests(read, scope, { page })),
    page,
    now: context.now(),
    zone: (await readEventFacts(read, scope.eventId)).zone,
  }
}
