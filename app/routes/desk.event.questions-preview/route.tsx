import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { questionsFor } from '#app/answers/asked.ts'
import { readEvent } from '#app/events/read.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { askedInOrder } from '#app/questions/definitions.server.ts'

export { PreviewPage as default } from './preview-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** The questions as a guest sees them, in each language and for each kind of guest. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'event.edit')
  const { searchParams } = new URL(request.url)
  const group = (['persons', 'delegates', 'substitutes'] as const).find(
    (one) => one === searchParams.get('as'),
  )
  const [{ event, parts }, questions] = await Promise.all([
    readEvent(context.database.read, scope),
    askedInOrder(context.database.read, scope),
  ])
  const language = searchParams.get('lang')
  const t = translator(isLanguage(language) ? language : await readerLanguage(context, request))
  return {
    title: `${t('questions:desk.preview')} · ${t('common:appName')}`,
    name: event.name,
    group: group ?? ('persons' as const),
    questions: questionsFor(
      { questions },
      group ?? 'persons',
      parts.map(({ id }) => id),
    ),
  }
}
