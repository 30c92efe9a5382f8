import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readExhibit, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { readVisits, readVisitsByExhibit } from '#app/exhibition/visits/read.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { VisitsPage as default } from './visits-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** How often the exhibition was visited, or with `exhibit` one of its exhibits. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const exhibitId = new URL(request.url).searchParams.get('exhibit') || null
  const exhibit = exhibitId ? await readExhibit(read, scope, exhibitId) : null
  if (exhibitId && !exhibit) throw notFound()
  const [event, visits, exhibits] = await Promise.all([
    readExhibitionEvent(read, scope),
    readVisits(read, { eventId: scope.eventId, exhibitId }),
    exhibit ? [] : readVisitsByExhibit(read, scope.eventId),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('visits:title')} · ${t('common:appName')}`,
    ...{ event, visits, exhibits },
    exhibit: exhibit && { id: exhibit.id, title: exhibit.title, booth: exhibit.booth?.code ?? null },
  }
}
