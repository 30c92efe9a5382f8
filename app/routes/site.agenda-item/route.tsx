import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { itemJsonLd } from '#app/agenda/json-ld.ts'
import { readPapers } from '#app/agenda/read-papers.server.ts'
import { findReleasedItem, lastRelease, releasedDay } from '#app/agenda/released.server.ts'
import { readHost } from '#app/events/public.server.ts'
import { picturesKept } from '#app/files/record.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { isoDay } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { type ShownItem, shownItem } from '../site.agenda/shown-item.ts'

export { AgendaItemPage as default } from './item-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** One item of the public version, with what comes before and after it on its day. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { read } = context.database
  const release = await lastRelease(read, event.id)
  const item = release && (await findReleasedItem(read, release, params.item ?? ''))
  if (!item) throw notFound()
  const day = isoDay(item.startsAt, event.zone)
  const keys = item.roles.flatMap(({ presented }) => presented?.picture?.key ?? [])
  const [ofDay, host, papers, pictures] = await Promise.all([
    releasedDay(read, release, day),
    readHost(read, event.officeId),
    readPapers(read, event.id, { itemIds: [item.id], audiences: ['public'] }),
    picturesKept(read, event.id, keys),
  ])
  const at = ofDay.findIndex(({ id }) => id === item.id)
  const beside = (one: (typeof ofDay)[number] | undefined) => one && { id: one.id, title: one.title }
  const { name, state, zone, cancellationNote, slug } = event
  const url = `${context.env.APP_URL}/${language}/${slug}/agenda/items/${item.id}`
  const page = {
    event: { slug, name, state, zone, cancellationNote },
    item: withPictures(shownItem(item), pictures),
    papers,
    address: item.venue?.address ?? {},
    day,
    previous: beside(ofDay[at - 1]),
    next: beside(ofDay[at + 1]),
    title: `${localize(item.title, language)} · ${localize(name, language)}`,
    description: localize(item.abstract, language).slice(0, 200) || localize(name, language),
    listing: itemJsonLd({ event, item, host: host?.name ?? null, url, language }),
  }
  return state === 'draft' ? data(page, { headers: { 'Cache-Control': 'no-store' } }) : data(page)
}

/** A picture that its speaker has replaced or taken off since the version was made is shown no more. */
function withPictures(item: ShownItem, kept: readonly string[]): ShownItem {
  return {
    ...item,
    roles: item.roles.map((role) => {
      const { presented } = role
      if (!presented?.picture || kept.includes(presented.picture.key)) return role
      return { ...role, presented: { ...presented, picture: null } }
    }),
  }
}
