import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { exhibitSearch } from '#app/exhibition/forms.ts'
import {
  countExhibits,
  exhibitionPageSize,
  readExhibitionEvent,
  readExhibits,
} from '#app/exhibition/read.server.ts'
import { countEnquiries } from '#app/exhibition/voices/enquiries.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { ExhibitionPage as default } from './exhibition-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const { page, done, ...filter } = exhibitSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [event, counts, enquiries, found] = await Promise.all([
    readExhibitionEvent(read, scope),
    countExhibits(read, scope),
    countEnquiries(read, { eventId: scope.eventId, exhibitId: null }),
    readExhibits(read, scope, filter, page),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('desk:event.exhibition')} · ${t('common:appName')}`,
    ...{ event, counts, enquiries, filter, page, done },
    ...found,
    pages: Math.max(1, Math.ceil(found.total / exhibitionPageSize)),
  }
}
