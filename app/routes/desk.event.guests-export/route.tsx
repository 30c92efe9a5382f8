import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readSheetQuestions } from '#app/answers/asked.server.ts'
import { readGuestParts } from '#app/answers/guest-choices.server.ts'
import { guestFilter } from '#app/answers/guest-filter.ts'
import { readAllGuests } from '#app/answers/guest-list.server.ts'
import { readRows } from '#app/answers/guest-rows.server.ts'
import { guestCells, guestHeadings } from '#app/answers/guest-sheet.ts'
import { selectionOf } from '#app/answers/selection.server.ts'
import { writeCsv, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { direction } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

/** The guest list as the filter shows it, as a spreadsheet. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const [parts, filter] = [await readGuestParts(read, scope), guestFilter(new URL(request.url).searchParams)]
  const asked = await readSheetQuestions(read, scope)
  const rows: string[][] = []
  const { picks } = await selectionOf(read, scope, new URL(request.url).searchParams)
  const chosen = picks.length
    ? await readRows(read, scope, picks)
    : readAllGuests(read, scope, { ...filter, part: filter.part ?? parts[0]?.id ?? null })
  for await (const guest of chosen) rows.push(guestCells(t, guest, { parts, language, ...asked }))
  const headings = guestHeadings(t, { parts, language, ...asked })
  switch (params.file) {
    case 'guests.csv':
      return file(writeCsv([headings, ...rows]), `${scope.slug}-guests.csv`, 'text/csv; charset=utf-8')
    case 'guests.xlsx': {
      const sheet = {
        name: t('guests:file.sheet'),
        headings,
        rows,
        rightToLeft: direction(language) === 'rtl',
      }
      return file(
        await writeXlsx(sheet),
        `${scope.slug}-guests.xlsx`,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      )
    }
    default:
      throw notFound()
  }
}

function file(bytes: Uint8Array, name: string, type: string): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}
