import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { everyTranslation, readTranslation } from '#app/exhibition/translation/read.server.ts'
import { writeSheet } from '#app/exhibition/translation/sheet.server.ts'
import type { Pair } from '#app/exhibition/translation/state.ts'
import { type Sheet, writeXliff } from '#app/exhibition/translation/xliff.ts'
import { translator } from '#app/i18n/translator.ts'
import { partName } from '../exhibit-editor/part-name.ts'

type Read = NonNullable<Awaited<ReturnType<typeof readTranslation>>>

/** `en-ar.xlf` or `en-ar.csv`: the texts of the event's exhibits, or of the one that `?exhibit=` names, for a translator. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const { languages } = await readExhibitionEvent(read, scope)
  const [, first, second, format] = /^(\w{2,3})-(\w{2,3})\.(xlf|csv)$/.exec(params.translation ?? '') ?? []
  const [from, to] = [first, second].map((given) => languages.find((language) => language === given))
  if (!from || !to || from === to) throw notFound()
  const pair = { from, to }
  const exhibitId = new URL(request.url).searchParams.get('exhibit')
  const sheets = exhibitId ? [await one(exhibitId)] : await all()
  const body =
    format === 'xlf' ? new TextEncoder().encode(writeXliff(sheets, pair)) : writeSheet(sheets, pair)
  const name = `${scope.slug}-exhibition-${from}-${to}.${format}`
  const type = format === 'xlf' ? 'application/xliff+xml; charset=utf-8' : 'text/csv; charset=utf-8'
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  })

  async function one(id: string): Promise<Sheet> {
    const found = await readTranslation(read, scope, id, pair)
    if (!found) throw notFound()
    return sheetOf(id, found, pair)
  }
  async function all(): Promise<Sheet[]> {
    const sheets: Sheet[] = []
    for await (const { id, ...found } of everyTranslation(read, scope, pair))
      sheets.push(sheetOf(id, found, pair))
    return sheets
  }
}

/** Texts are named in the language that the translator reads. */
function sheetOf(exhibitId: string, { content, version, texts }: Read, { from }: Pair): Sheet {
  const reader = { t: translator(from), language: from }
  const named = texts.map((text) => ({ ...text, name: partName(content, text.path, reader) }))
  return { exhibitId, version, texts: named }
}
