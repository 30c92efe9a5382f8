import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { listFilter } from '#app/participants/filter.ts'
import { mostOnPaper } from '#app/participants/papers.server.ts'
import { readOccasion, readParticipants } from '#app/participants/read.server.ts'
import { isBeingRenewed } from '#app/participants/read-places.server.ts'
import { pageNumber } from '#app/participants/rules.ts'
import { pageSizeOf } from '#app/ui/page-sizes.ts'

export { ParticipantsPage as default } from './participants-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const { searchParams } = new URL(request.url)
  const language = await readerLanguage(context, request)
  const filter = listFilter(searchParams, language)
  const size = pageSizeOf(searchParams)
  const { parts } = await readOccasion(read, scope)
  if (filter.part && !parts.some(({ id }) => id === filter.part)) throw notFound()
  const [list, isRenewing] = await Promise.all([
    readParticipants(read, scope, filter, { page: pageNumber(searchParams), size }),
    isBeingRenewed(read, scope),
  ])
  const t = translator(language)
  return {
    title: `${t('participants:title')} · ${t('common:appName')}`,
    home: `/desk/events/${scope.slug}`,
    parts: parts.map(({ id, name }) => ({ id, name })),
    // Internal keys stay here.
    rows: list.rows.map(({ precedenceKey: _, ...row }) => row),
    ...{ total: list.total, page: list.page, size, filter, isRenewing, mostOnPaper },
  }
}
