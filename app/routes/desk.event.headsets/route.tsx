import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { readHeadsets } from '#app/answers/headsets.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { HeadsetsPage as default } from './headsets-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Numbers without names, so whoever edits the agenda may see them too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const [event, items] = await Promise.all([readEventFrame(read, scope), readHeadsets(read, scope.eventId)])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('programme:heads.title')} · ${t('common:appName')}`,
    zone: event.zone,
    items,
  }
}
