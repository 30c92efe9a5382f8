import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { keptPdf } from '#app/documents/kept-pdf.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { readKeptExhibits } from '#app/exhibition/visits/kept.server.ts'
import { readKept } from '#app/exhibition/visits/kept.ts'
import { keptDocument } from '#app/exhibition/visits/kept-paper.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'

/** What a visitor kept (`keep`) on paper, in the language that its address says (`lang`). 404 when nothing of it is there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const event = await findPublicEvent(read, params.event)
  if (!event) throw notFound()
  const { searchParams } = new URL(request.url)
  const exhibits = await readKeptExhibits(read, event.id, readKept(searchParams))
  if (exhibits.length === 0) throw notFound()
  const wish = searchParams.get('lang')
  const language = isLanguage(wish) ? wish : (event.languages[0] ?? 'en')
  const address = `${context.env.APP_URL}/${language}/${event.slug}/exhibition`
  const document = keptDocument({ event, exhibits, language, address })
  const pdf = await keptPdf(document, () => context.limits.paper(context.clientKey))
  if (!pdf) throw tooMany(translator(language)('prints:tooMany'))
  return new Response(pdf as BodyInit, {
    headers: {
      ...publicPageHeaders,
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${event.slug}-kept.pdf"`,
    },
  })
}

/** Every paper costs the machine a second or so; one that is made already is not counted. */
function tooMany(text: string): Response {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '600' }
  return new Response(text, { status: 429, headers })
}
