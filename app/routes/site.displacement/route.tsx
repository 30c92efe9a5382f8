import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { displacementJsonLd } from '#app/exhibition/displacement/json-ld.ts'
import { readShown } from '#app/exhibition/displacement/shown.server.ts'
import { readView } from '#app/exhibition/displacement/view.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'

export { DisplacementPage as default } from './displacement-page.tsx'

/** Prints on one sheet. */
export const handle = { sheet: 'a4' }

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** One round of what the event shows: the latest of its first dataset unless the address asks for another. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { read } = context.database
  const { searchParams } = new URL(request.url)
  const datasets = await readShown(read, event)
  const asked = searchParams.get('dataset')
  const dataset = asked ? datasets.find(({ slug }) => slug === asked) : datasets[0]
  if (asked && !dataset) throw notFound()
  const view = dataset ? await readView(read, { dataset, round: searchParams.get('round'), language }) : null
  if (dataset && !view) throw notFound()
  const t = translator(language)
  const { slug, name, state, cancellationNote } = event
  const shown = {
    event: { slug, name, state, cancellationNote },
    datasets: datasets.map(({ slug, name, operation, population }) => ({
      slug,
      name,
      operation,
      population,
    })),
    view,
    title: `${t('displacement:title')} · ${localize(name, language)}`,
    description: t('displacement:description'),
    listing: view && displacementJsonLd(view, { event, language, appUrl: context.env.APP_URL }),
  }
  return state === 'draft' ? data(shown, { headers: { 'Cache-Control': 'no-store' } }) : data(shown)
}
