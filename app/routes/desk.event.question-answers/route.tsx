import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { answersPerPage, readAnswers } from '#app/questions/read.server.ts'

export { AnswersPage as default } from './answers-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What was said to one question; what is sensitive only to those who organise. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const asked = Number(new URL(request.url).searchParams.get('page'))
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 1_000_000 ? asked : 1
  const found = await readAnswers(context.database.read, scope, params.question ?? '', page)
  if (!found || (found.question.isSensitive && !scope.can.has('guests.edit'))) throw notFound()
  const language = await readerLanguage(context, request)
  return {
    ...found,
    title: `${localize(found.question.label, language)} · ${translator(language)('common:appName')}`,
    slug: scope.slug,
    page,
    pages: Math.ceil(found.people / answersPerPage),
  }
}
