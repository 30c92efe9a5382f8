import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import { signUpSheet } from '#app/answers/sign-up-sheet.ts'
import { readSignedUp } from '#app/answers/sign-ups.server.ts'
import { writeCsv, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { answerFile } from '#app/http/document.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'

/** Who signed up for an item, as a spreadsheet. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const item = await findAgendaItem(read, scope.eventId, params.item ?? '')
  if (!item) throw notFound()
  const [event, people] = await Promise.all([readEventFrame(read, scope), readSignedUp(read, scope, item.id)])
  const language = await readerLanguage(context, request)
  const sheet = signUpSheet({ title: item.title, people, zone: event.zone, language })
  const name = `${scope.slug}-sign-ups`
  switch (params.signUpSheet) {
    case 'list.csv':
      return answerFile(writeCsv([sheet.headings, ...sheet.rows]), {
        ...{ mediaType: 'text/csv; charset=utf-8', name: `${name}.csv` },
      })
    case 'list.xlsx':
      return answerFile(await writeXlsx(sheet), {
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        name: `${name}.xlsx`,
      })
    default:
      throw notFound()
  }
}
