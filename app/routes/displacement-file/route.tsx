import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { writeCsv, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { readAllFigures } from '#app/exhibition/displacement/read.server.ts'
import { figureJson, figureSheet } from '#app/exhibition/displacement/sheet.ts'
import { readShown } from '#app/exhibition/displacement/shown.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { direction, isLanguage } from '#app/i18n/languages.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** Every figure of a dataset that the event shows, as a file, in the event's first language unless `lang` asks for another. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const { pathname, searchParams } = new URL(request.url)
  const event = await findPublicEvent(read, params.event)
  const datasets = event ? await readShown(read, event) : []
  const asked = searchParams.get('dataset')
  const dataset = asked ? datasets.find(({ slug }) => slug === asked) : datasets[0]
  if (!event || !dataset) throw notFound()
  const figures = await readAllFigures(read, dataset.id)
  const lang = searchParams.get('lang')
  const language = isLanguage(lang) ? lang : (event.languages[0] ?? 'en')
  const { ending } = /\.(?<ending>csv|xlsx|json)$/.exec(pathname)?.groups ?? {}
  const sheet = figureSheet(dataset, figures, language)
  switch (ending) {
    case 'csv':
      return file(writeCsv([sheet.headings, ...sheet.rows]), 'csv', dataset.slug)
    case 'xlsx':
      return file(
        await writeXlsx({ ...sheet, rightToLeft: direction(language) === 'rtl' }),
        'xlsx',
        dataset.slug,
      )
    case 'json':
      return file(
        new TextEncoder().encode(JSON.stringify(figureJson(dataset, figures))),
        'json',
        dataset.slug,
      )
    default:
      throw notFound()
  }
}

function file(bytes: Uint8Array, ending: keyof typeof types, name: string): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...publicPageHeaders,
      'Content-Type': types[ending],
      'Content-Disposition': `attachment; filename="${name}.${ending}"`,
      // Whoever may read it by its address may read it from a page of theirs.
      'Access-Control-Allow-Origin': '*',
    },
  })
}
