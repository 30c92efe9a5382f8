import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { writeCsv } from '#app/documents/spreadsheet.server.ts'
import { readExhibit } from '#app/exhibition/read.server.ts'
import { readVisitRows } from '#app/exhibition/visits/read.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

/** The visits as they are kept, by exhibit, day, hour and language; with `exhibit` those of one alone. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const exhibitId = new URL(request.url).searchParams.get('exhibit') || null
  if (exhibitId && !(await readExhibit(read, scope, exhibitId))) throw notFound()
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const rows = await readVisitRows(read, { eventId: scope.eventId, exhibitId })
  const headings = [
    ...[t('visitor:exhibit.booth'), t('visits:exhibit'), t('visits:day'), t('visits:hour')],
    ...[t('visits:language'), t('visits:scanned'), t('visits:browsed')],
  ]
  const csv = writeCsv([
    headings,
    ...rows.map(({ booth, title, day, hour, language: spoken, scanned, browsed }) => [
      ...[booth, localize(title, language), day, hour, spoken, scanned, browsed],
    ]),
  ])
  return new Response(csv as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${scope.slug}-visits.csv"`,
    },
  })
}
