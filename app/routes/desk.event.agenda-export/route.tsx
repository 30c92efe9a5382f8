import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { agendaSheet } from '#app/agenda/exchange/agenda-sheet.ts'
import { agendaOfEvent } from '#app/agenda/read.server.ts'
import { writeCsv, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'

/** The agenda as it is edited, as a spreadsheet. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const event = await readEventFrame(read, scope)
  const items = await agendaOfEvent(read, scope.eventId)
  const sheet = agendaSheet(items, event, await readerLanguage(context, request))
  switch (params.sheet) {
    case 'agenda.csv':
      return file(
        writeCsv([sheet.headings, ...sheet.rows]),
        `${scope.slug}-agenda.csv`,
        'text/csv; charset=utf-8',
      )
    case 'agenda.xlsx':
      return file(
        await writeXlsx(sheet),
        `${scope.slug}-agenda.xlsx`,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      )
    default:
      throw notFound()
  }
}

function file(bytes: Uint8Array, name: string, type: string): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}
