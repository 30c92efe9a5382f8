import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { hallAt, roomOnScreen } from '#app/agenda/hall.ts'
import type { AgendaItem } from '#app/agenda/read.server.ts'
import { lastRelease, releasedAgenda } from '#app/agenda/released.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { isLanguage, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { visitedEvent } from '../site/visited-event.server.ts'

export { HallScreen as default } from './hall-screen.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  // For the hall; a search leads to the agenda itself.
  { name: 'robots', content: 'noindex' },
]

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** A screen without network goes on by what it has: so much is more than a day of the largest agendas. */
const held = 400

/** What is on now and next, for a screen in the hall: `second` language, one `room`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { read } = context.database
  const { searchParams } = new URL(request.url)
  const [second, room] = [searchParams.get('second'), searchParams.get('room')]
  const other = isLanguage(second) && second !== language ? second : null
  const release = await lastRelease(read, event.id)
  const all = release ? await releasedAgenda(read, release) : []
  if (room && !all.some((item) => item.room?.id === room)) throw notFound()
  const at = context.now()
  const items = all.filter((item) => item.endsAt > at && (!room || item.room?.id === room)).slice(0, held)
  const most = roomOnScreen(other ? 2 : 1)
  const { now, next, later } = hallAt(items, at, most)
  const { name, zone, slug, state } = event
  const page = {
    event: { name, zone, slug, state },
    at,
    room: items.find((item) => item.room?.id === room)?.room?.name ?? null,
    second: other,
    most,
    now: now.map(onScreen),
    next: next.map(onScreen),
    later: later.map(onScreen),
    title: `${translator(language)('screen:title')} · ${localize(name, language)}`,
  }
  return state === 'draft' ? data(page, { headers: { 'Cache-Control': 'no-store' } }) : data(page)
}

function onScreen({ id, title, startsAt, endsAt, room }: AgendaItem) {
  return { id, title, startsAt, endsAt, room: room?.name ?? null }
}
