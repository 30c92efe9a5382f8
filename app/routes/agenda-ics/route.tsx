import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { agendaFeed } from '#app/agenda/feed.ts'
import {
  findReleasedItem,
  findReleasedItems,
  lastRelease,
  type Release,
  releasedAgenda,
  takenOut,
} from '#app/agenda/released.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { messageIdHost } from '#app/mail/outbox.server.ts'
import { makePause } from '#app/uploads/pause.server.ts'
import type { Reader } from '#db/client.server.ts'

/**
 * The agenda to subscribe to; with `?items=` what somebody chose of it, `<id>,<id>…`; with `?item=` one date to keep. Only
 * what is public has one: a calendar that fetches it cannot sign in.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const event = await findPublicEvent(read, params.event)
  if (!event) throw notFound()
  const release = await lastRelease(read, event.id)
  const file = await agendaFeed({
    event,
    ...(await dates(read, release, new URL(request.url).searchParams)),
    language: await readerLanguage(context, request),
    appUrl: context.env.APP_URL,
    calendarHost: messageIdHost(context.env.APP_URL),
    pause: makePause(),
  })
  return new Response(file, {
    headers: {
      ...publicPageHeaders,
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': `attachment; filename="${event.slug}.ics"`,
      // Where the address names no language, the reader's decides.
      Vary: 'Accept-Language, Cookie',
    },
  })
}

/** More than fit into an address. */
const mostChosen = 500

async function dates(read: Reader, release: Release | null, query: URLSearchParams) {
  const itemId = query.get('item')
  if (itemId) {
    const item = release && (await findReleasedItem(read, release, itemId))
    if (!item) throw notFound()
    return { items: [item] }
  }
  const chosen = query.get('items')?.split(',').filter(Boolean).slice(0, mostChosen)
  if (!release) return { items: [], chosen }
  if (!chosen?.length)
    return { items: await releasedAgenda(read, release), takenOut: await takenOut(read, release) }
  const gone = (await takenOut(read, release)).filter(({ item }) => chosen.includes(item.id))
  return { items: await findReleasedItems(read, release, chosen), takenOut: gone, chosen }
}
