import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { scheduleJson } from '#app/agenda/exchange/schedule-json.ts'
import { scheduleXml } from '#app/agenda/exchange/schedule-xml.ts'
import { lastRelease, releasedAgenda } from '#app/agenda/released.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { isLanguage } from '#app/i18n/languages.ts'

const formats = {
  json: { write: scheduleJson, type: 'application/json; charset=utf-8' },
  xml: { write: scheduleXml, type: 'application/xml; charset=utf-8' },
}

/** The released agenda for apps and other systems, in the event's first language unless `lang` asks for another. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const { pathname, searchParams } = new URL(request.url)
  const event = await findPublicEvent(read, params.event)
  const release = event && (await lastRelease(read, event.id))
  const items = release ? await releasedAgenda(read, release) : []
  // Neither format can tell of an agenda without a day.
  if (!event || !release || !items.length) throw notFound()
  const asked = searchParams.get('lang')
  const language = isLanguage(asked) ? asked : (event.languages[0] ?? 'en')
  const { write, type } = formats[pathname.endsWith('.xml') ? 'xml' : 'json']
  const file = write(
    { event, items, version: String(release.number) },
    { appUrl: context.env.APP_URL, language },
  )
  return new Response(file, {
    headers: {
      ...publicPageHeaders,
      'Content-Type': type,
      // Whoever may read it by its address may read it from a page of theirs.
      'Access-Control-Allow-Origin': '*',
    },
  })
}
