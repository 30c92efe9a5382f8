import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { itemsToPrint, paperChoice } from '#app/agenda/paper/choice.ts'
import { agendaDocument } from '#app/agenda/paper/document.ts'
import { lastRelease, releasedAgenda } from '#app/agenda/released.server.ts'
import { keptPdf } from '#app/documents/kept-pdf.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { translator } from '#app/i18n/translator.ts'

/**
 * The last version of an agenda on paper: `layout` overview, full or doors; `lang`, `second` beside it, `day`, `room`,
 * `items` of a personal choice. Its address says its language, so that it is one file for everybody.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const event = await findPublicEvent(read, params.event)
  const release = event && (await lastRelease(read, event.id))
  if (!event || !release) throw notFound()
  const choice = paperChoice(new URL(request.url).searchParams, event.languages[0] ?? 'en')
  const items = itemsToPrint(await releasedAgenda(read, release), choice, event.zone)
  if (items.length === 0) throw notFound()
  const [language] = choice.languages
  const address = `${context.env.APP_URL}/${language}/${event.slug}/agenda`
  const document = agendaDocument({ event, items, choice, version: release, address, now: context.now() })
  const pdf = await keptPdf(document, () => context.limits.paper(context.clientKey))
  if (!pdf) throw tooMany(translator(language)('prints:tooMany'))
  return new Response(pdf as BodyInit, {
    headers: {
      ...publicPageHeaders,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${event.slug}-agenda-${release.number}-${choice.layout}.pdf"`,
    },
  })
}

/** Every paper costs the machine a second or so; one that is made already is not counted. */
function tooMany(text: string): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '600' }
  return new Response(text, { status: 429, headers })
}
