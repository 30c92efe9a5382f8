import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { readChosen } from '#app/agenda/chosen.ts'
import { findReleasedItems, lastRelease } from '#app/agenda/released.server.ts'
import { overlappingPairs } from '#app/agenda/rules.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { shownItem } from '../site.agenda/shown-item.ts'

export { MinePage as default } from './mine-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [...siteMeta(data), { name: 'robots', content: 'noindex' }] : []

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** What somebody chose from the public version; the address is all there is of it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { pathname, searchParams } = new URL(request.url)
  const chosen = readChosen(searchParams)
  const items = chosen.join(',')
  // A form names each by itself; the address that people keep is shorter.
  if (searchParams.getAll('items').length > 1) throw redirect(`${pathname}${items && `?items=${items}`}`)
  const { read } = context.database
  const release = await lastRelease(read, event.id)
  const mine = release ? await findReleasedItems(read, release, chosen) : []
  const { name, state, zone, cancellationNote, slug } = event
  const t = translator(language)
  const calendar = `${context.env.APP_URL}/${slug}/agenda.ics?lang=${language}&items=${items}`
  const page = {
    event: { slug, name, state, zone, cancellationNote },
    chosen: items,
    gone: chosen.length - mine.length,
    items: mine.map(shownItem),
    clashes: overlappingPairs(mine).map(([one, other]) => ({
      id: one.id + other.id,
      ...{ title: one.title, other: other.title },
      startsAt: other.startsAt,
      endsAt: new Date(Math.min(one.endsAt.getTime(), other.endsAt.getTime())),
    })),
    calendar: { file: calendar, subscription: calendar.replace(/^https?:/, 'webcal:') },
    print: `/${slug}/agenda.pdf?lang=${language}&items=${items}`,
    title: `${t('mine:title')} · ${localize(name, language)}`,
    description: t('mine:lead', { event: localize(name, language) }),
  }
  return state === 'draft' ? data(page, { headers: { 'Cache-Control': 'no-store' } }) : data(page)
}
