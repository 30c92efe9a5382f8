import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { mapJsonLd } from '#app/exhibition/map/json-ld.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { mapChoiceIn } from './address.ts'
import { shownMeasure } from './shown-measure.server.ts'

export { MapPage as default } from './map-page.tsx'

export const handle = { sheet: 'a4' }

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** The governorates by what is chosen to be counted there, of one sector and programme or of all. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const asked = mapChoiceIn(new URL(request.url).searchParams)
  const measure = await shownMeasure(context.database.read, event.id, asked)
  const t = translator(language)
  const { slug, name, state, cancellationNote } = event
  const url = `${context.env.APP_URL}/${language}/${slug}/exhibition/map`
  const shown = {
    event: { slug, name, state, cancellationNote },
    ...measure,
    title: `${t('map:title')} · ${localize(name, language)}`,
    description: t('map:description'),
    listing: mapJsonLd({ event, url, language, title: t('map:title') }),
  }
  return state === 'draft' ? data(shown, { headers: { 'Cache-Control': 'no-store' } }) : data(shown)
}
