import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { agendaFeed } from '#app/agenda/feed.ts'
import { agendaOfEvent } from '#app/agenda/read.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { messageIdHost } from '#app/mail/outbox.server.ts'

/** The agenda to subscribe to. Only what is public has one: a calendar that fetches it cannot sign in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const event = await findPublicEvent(read, params.event)
  if (!event) throw notFound()
  const file = agendaFeed({
    event,
    items: await agendaOfEvent(read, event.id),
    language: await readerLanguage(context, request),
    appUrl: context.env.APP_URL,
    calendarHost: messageIdHost(context.env.APP_URL),
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
