import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireOffice } from '#app/accounts/guard.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { writeWorkbook } from '#app/documents/spreadsheet.server.ts'
import { activityWorkbook } from '#app/exhibition/activities/workbook.ts'
import { programmeWorkbook } from '#app/exhibition/programmes/sheet/workbook.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'

/** A sheet to be filled in and sent back, in the reader's language: empty (`template`), or with the results there are. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireOffice(context, request, 'event.create')
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const { resultsSheet, activitiesSheet } = params
  const [, what] = /^(template|results)\.xlsx$/.exec(resultsSheet ?? '') ?? []
  if (what) {
    const { languages: written } = await readOffice(read, scope)
    const isFilled = what === 'results'
    const sheets = await programmeWorkbook(read, scope, { written, language, isFilled })
    return file(await writeWorkbook(sheets), isFilled ? 'programme-results' : 'programme-results-template')
  }
  if (activitiesSheet !== 'template.xlsx') throw notFound()
  return file(await writeWorkbook(activityWorkbook(language)), 'activities-template')
}

function file(bytes: Uint8Array, name: string): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${name}.xlsx"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
