import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readExhibit, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { readVisits, readVisitsByExhibit, visitedPerPage } from '#app/exhibition/visits/read.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { VisitsPage as default } from './visits-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** How often the exhibition was visited, or with `exhibit` one of its exhibits. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const search = new URL(request.url).searchParams
  const exhibitId = search.get('exhibit') || null
  const page = pageIn(search)
  const exhibit = exhibitId ? await readExhibit(read, scope, exhibitId) : null
  if (exhibitId && !exhibit) throw notFound()
  const [event, visits, found] = await Promise.all([
    readExhibitionEvent(read, scope),
    readVisits(read, { eventId: scope.eventId, exhibitId }),
    exhibit ? { exhibits: [], total: 0 } : readVisitsByExhibit(read, scope.eventId, page),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('visits:title')} · ${t('common:appName')}`,
    ...{ event, visits, page, exhibits: found.exhibits },
    pages: Math.max(1, Math.ceil(found.total / visitedPerPage)),
    exhibit: exhibit && { id: exhibit.id, title: exhibit.title, booth: exhibit.booth?.code ?? null },
  }
}

function pageIn(search: URLSearchParams): number {
  return Math.min(1_000_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1)))
}
