import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { organisationsSheet, personsSheet } from '#app/directory/export.server.ts'
import { writeCsv, writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'directory.view')
  const [, what, format] = /^(persons|organisations)\.(csv|xlsx)$/.exec(params.file ?? '') ?? []
  if (!what || (format !== 'csv' && format !== 'xlsx')) throw notFound()
  const language = await readerLanguage(context, request)
  const makeSheet = what === 'persons' ? personsSheet : organisationsSheet
  const sheet = await makeSheet(context.database.read, scope, language)
  const bytes = format === 'csv' ? writeCsv([sheet.headings, ...sheet.rows]) : await writeXlsx(sheet)
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${what}-${isoDay(context.now(), 'UTC')}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
