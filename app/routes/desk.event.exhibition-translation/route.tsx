import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { exhibitionPageSize, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import {
  type ImportReport,
  importTranslations,
  readReturned,
} from '#app/exhibition/translation/import.server.ts'
import { pairIn } from '#app/exhibition/translation/pair.ts'
import { readContents, readProgress, readTotals } from '#app/exhibition/translation/read.server.ts'
import { largestTranslation } from '#app/exhibition/translation/sheet.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Reader } from '#db/client.server.ts'
import { partName } from '../exhibit-editor/part-name.ts'

export { TranslationsPage as default } from './translations-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const { slug, languages } = await readExhibitionEvent(read, scope)
  const search = new URL(request.url).searchParams
  const pair = pairIn(search, languages)
  const page = Math.min(1_000_000, Math.max(1, Math.trunc(Number(search.get('page')) || 1)))
  const [found, totals] = await Promise.all([
    readProgress(read, scope, { from: pair.from, languages, page }),
    readTotals(read, scope, { from: pair.from, languages }),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('translation:title')} · ${t('common:appName')}`,
    ...{ slug, languages, pair, page, totals },
    ...found,
    pages: Math.max(1, Math.ceil(found.total / exhibitionPageSize)),
  }
}

/** How many texts that were not written are told of one by one. */
const mostTold = 200

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const form = await readRequestForm(request)
  const { languages } = await readExhibitionEvent(context.database.read, scope)
  const pair = pairIn(new URL(request.url).searchParams, languages)
  const file = form.get('file')
  if (!(file instanceof File) || !file.name) return data({ refusal: 'noFile' as const }, { status: 400 })
  if (file.size > largestTranslation) return data({ refusal: 'tooLarge' as const }, { status: 413 })
  const read = await readReturned(new Uint8Array(await file.arrayBuffer()), pair)
  if (!read.ok) return data({ refusal: read.reason }, { status: 422 })
  const given = { texts: read.texts, pair, isOverwriting: form.has('overwrite'), now: context.now() }
  const { leftOut, ...report } = await importTranslations(context.database, scope, given)
  const language = await readerLanguage(context, request)
  const told = await named(context.database.read, scope, leftOut.slice(0, mostTold), language)
  return data({ report: { ...report, left: leftOut.length, leftOut: told } })
}

/** Each text by the names that it has on the screens: that of its exhibit, and its own. */
async function named(read: Reader, scope: EventScope, leftOut: ImportReport['leftOut'], language: Language) {
  const contents = await readContents(read, scope, [...new Set(leftOut.map(({ exhibitId }) => exhibitId))])
  const reader = { t: translator(language), language }
  return leftOut.map((left) => {
    const content = contents.get(left.exhibitId)
    const name = content && partName(content, left.path, reader)
    return { ...left, title: content?.title ?? {}, name: name ?? '' }
  })
}
