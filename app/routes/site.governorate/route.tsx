import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { readShownLists, readWhoWorks } from '#app/exhibition/activities/read.server.ts'
import { readTrendsOf } from '#app/exhibition/displacement/view.server.ts'
import { findGovernorate } from '#app/exhibition/governorates.ts'
import { readGovernorate } from '#app/exhibition/map/governorate.server.ts'
import { governorateJsonLd } from '#app/exhibition/map/json-ld.ts'
import { readResultsIn } from '#app/exhibition/programmes/read.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'

export { GovernoratePage as default } from './governorate-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** One governorate by its p-code: what of the exhibition works there. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const governorate = findGovernorate(params.pcode)
  if (!governorate) throw notFound()
  const { read } = context.database
  const { pcode } = governorate
  const [work, who, lists, results, trends] = await Promise.all([
    readGovernorate(read, event.id, pcode),
    readWhoWorks(read, event.id, pcode),
    readShownLists(read, event.id),
    readResultsIn(read, event.id, pcode),
    readTrendsOf(read, event, { pcode, language }),
  ])
  const { slug, name, state, cancellationNote } = event
  const t = translator(language)
  const exhibition = `${context.env.APP_URL}/${language}/${slug}/exhibition`
  const shown = {
    event: { slug, name, state, cancellationNote },
    ...{ pcode, who, lists, results, trends, ...work },
    title: `${governorate.name[language]} · ${t('map:title')} · ${localize(name, language)}`,
    description: t('map:description'),
    listing: governorateJsonLd(governorate, {
      ...{ event, language, exhibition, exhibits: work.exhibits },
      url: `${exhibition}/map/${governorate.pcode}`,
    }),
  }
  return state === 'draft' ? data(shown, { headers: { 'Cache-Control': 'no-store' } }) : data(shown)
}
