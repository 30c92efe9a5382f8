import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { readExhibit, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import {
  readScores,
  readScoresByExhibit,
  readWords,
  wordsPerPage,
} from '#app/exhibition/voices/feedback.server.ts'
import { voicesSearch } from '#app/exhibition/voices/forms.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { FeedbackPage as default } from './feedback-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What visitors made of the exhibition, or with `exhibit` of one of its exhibits. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const asked = voicesSearch.parse(Object.fromEntries(new URL(request.url).searchParams))
  const exhibit = asked.exhibit ? await readExhibit(read, scope, asked.exhibit) : null
  if (asked.exhibit && !exhibit) throw notFound()
  const place = { eventId: scope.eventId, exhibitId: exhibit?.id ?? null }
  const [event, whole, ofOne, { words, total }] = await Promise.all([
    readExhibitionEvent(read, scope),
    exhibit ? null : readScoresByExhibit(read, scope.eventId),
    exhibit ? readScores(read, place) : null,
    readWords(read, place, asked.page),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('voices:desk.feedback')} · ${t('common:appName')}`,
    ...{ event, whole, words, page: asked.page },
    exhibit: exhibit && {
      ...{ id: exhibit.id, title: exhibit.title },
      scores: ofOne?.get(exhibit.id) ?? { 1: 0, 2: 0, 3: 0 },
    },
    pages: Math.max(1, Math.ceil(total / wordsPerPage)),
  }
}
