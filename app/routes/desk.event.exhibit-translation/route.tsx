import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { z } from 'zod'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { pairIn, pairQuery } from '#app/exhibition/translation/pair.ts'
import { readTranslation } from '#app/exhibition/translation/read.server.ts'
import { digestOf } from '#app/exhibition/translation/wordings.server.ts'
import { saveTranslations } from '#app/exhibition/translation/write.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { readForm } from '#app/ui/read-form.ts'
import { partName } from '../exhibit-editor/part-name.ts'

export { TranslationPage as default } from './translation-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const { slug, languages } = await readExhibitionEvent(read, scope)
  const search = new URL(request.url).searchParams
  const pair = pairIn(search, languages)
  const found = await readTranslation(read, scope, params.exhibit ?? '', pair)
  if (!found) throw notFound()
  const language = await readerLanguage(context, request)
  const t = translator(language)
  const { content, version, texts } = found
  const named = texts.map((text) => ({
    ...text,
    ...{ name: partName(content, text.path, { t, language }), digest: digestOf(text.source) },
  }))
  return {
    title: `${t('translation:of', { title: localize(content.title, language) })} · ${t('common:appName')}`,
    ...{ slug, languages, pair, version, exhibitId: params.exhibit ?? '', name: content.title },
    ...{ texts: named, isOpenOnly: search.get('show') === 'open', isSaved: search.get('done') === 'saved' },
  }
}

const form = z.object({
  seen: z.coerce.number().int().min(1).max(2_000_000_000),
  texts: z
    .array(
      z.object({
        path: z.string().max(300),
        digest: z.string().max(40),
        text: z.string().default(''),
        isRight: z.literal('on').optional(),
      }),
    )
    .default([]),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const submission = readForm(await readRequestForm(request), form)
  // Nothing of it is typed but texts, which may say anything.
  if (submission.status !== 'success') throw new Response(null, { status: 400 })
  const { database } = context
  const search = new URL(request.url).searchParams
  const pair = pairIn(search, (await readExhibitionEvent(database.read, scope)).languages)
  const exhibitId = params.exhibit ?? ''
  const given = { exhibitId, ...submission.value, pair, now: context.now() }
  const saved = await database.write((tx) => saveTranslations(tx, scope, given))
  if (!saved.ok && saved.reason === 'notFound') throw notFound()
  if (!saved.ok)
    return data(
      { left: given.texts.map(({ path, text }) => ({ path, text, why: 'tooLong' as const })) },
      { status: 409 },
    )
  if (saved.left.length) return data({ left: saved.left }, { status: 409 })
  const show = search.get('show') === 'open' ? '&show=open' : ''
  const page = `/desk/events/${scope.slug}/exhibition/${exhibitId}/translation`
  return redirect(`${page}?${pairQuery(pair)}${show}&done=saved`, 303)
}
