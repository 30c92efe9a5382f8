import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { writeXlsx } from '#app/documents/spreadsheet.server.ts'
import { answerFile } from '#app/http/document.server.ts'
import { direction, localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { registerFilter, registerSearch } from '#app/letters/forms.ts'
import { zipLetters } from '#app/letters/print.server.ts'
import { mergeLetters } from '#app/letters/print-merged.server.ts'
import { readAllLetters } from '#app/letters/register.server.ts'

/** What the register's filter finds: the letters in one PDF or one each in a ZIP, or the list of them. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { env } = context
  const filter = registerFilter(registerSearch.parse(Object.fromEntries(new URL(request.url).searchParams)))
  const print = { stores: context, scope, site: { appUrl: env.APP_URL, secret: env.APP_SECRET } }
  const name = `${scope.slug}-${params.letterFile}`
  switch (params.letterFile) {
    case 'letters.pdf': {
      // The code on a letter answers for its guest.
      if (!scope.can.has('guests.edit')) throw notFound()
      const pdf = await mergeLetters(print, filter)
      if (!pdf) throw notFound()
      return answerFile(pdf, { mediaType: 'application/pdf', name })
    }
    case 'letters.zip':
      if (!scope.can.has('guests.edit')) throw notFound()
      return answerFile(zipLetters(print, filter), { mediaType: 'application/zip', name })
    case 'register.xlsx': {
      const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      return answerFile(await sheetOf({ context, request, scope, filter }), { mediaType, name })
    }
    default:
      throw notFound()
  }
}

type Listed = Pick<LoaderFunctionArgs, 'context' | 'request'> & {
  scope: Parameters<typeof readAllLetters>[1]
  filter: Parameters<typeof readAllLetters>[2]
}

async function sheetOf({ context, request, scope, filter }: Listed): Promise<Uint8Array> {
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const columns = [
    'reference',
    'date',
    'correspondent',
    'subject',
    'state',
    'theirReference',
    'receivedOn',
  ] as const
  const rows: string[][] = []
  for await (const row of readAllLetters(context.database.read, scope, filter))
    rows.push([
      ...[row.reference, row.datedOn, localize(row.correspondent, language), localize(row.subject, language)],
      [t(`letters:state.${row.state}`), row.voidReason].filter(Boolean).join(': '),
      ...[row.theirReference, row.receivedOn ?? ''],
    ])
  return writeXlsx({
    name: t('letters:title'),
    headings: columns.map((column) => t(`letters:column.${column}`)),
    rows,
    rightToLeft: direction(language) === 'rtl',
  })
}
