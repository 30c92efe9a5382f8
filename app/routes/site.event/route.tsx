import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { publicTeaser } from '#app/agenda/released.server.ts'
import { jsonLd } from '#app/events/json-ld.ts'
import { readHost, readPublicParts } from '#app/events/public.server.ts'
import { readExhibitionTeaser } from '#app/exhibition/public.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'

export { EventPage as default } from './event-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { read } = context.database
  const [parts, agenda, exhibition, host] = await Promise.all([
    readPublicParts(read, event.id),
    publicTeaser(read, event.id, 6),
    readExhibitionTeaser(read, event.id),
    readHost(read, event.officeId),
  ])
  const { name, summary, description, state, zone, contact, cancellationNote } = event
  const url = `${context.env.APP_URL}/${language}/${event.slug}`
  const page = {
    event: { slug: event.slug, name, summary, description, state, zone, contact, cancellationNote },
    parts,
    agenda: agenda.map(({ id, title, startsAt }) => ({ id, title, startsAt })),
    exhibition,
    host: host?.name ?? null,
    title: localize(name, language),
    description: localize(summary, language),
    listing: jsonLd({ event, parts, host: host?.name ?? null, url, language }),
  }
  return state === 'draft' ? data(page, { headers: { 'Cache-Control': 'no-store' } }) : data(page)
}
