import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { findVersion } from '#app/exhibition/content/versions.server.ts'
import { readExhibit, readExhibitionEvent } from '#app/exhibition/read.server.ts'
import { isLanguage, localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'

export { PreviewPage as default } from './preview-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What is written, or an earlier version, in the widths and languages of visitors: `?version=3&in=ar`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const [event, exhibit, language] = await Promise.all([
    readExhibitionEvent(read, scope),
    readExhibit(read, scope, params.exhibit ?? ''),
    readerLanguage(context, request),
  ])
  const asked = new URL(request.url).searchParams
  const number = asked.get('version')
  const version = exhibit && number ? await findVersion(read, exhibit.id, Number(number)) : null
  if (!exhibit || (number && !version)) throw notFound()
  const wished = asked.get('in')
  const shownIn = isLanguage(wished) ? wished : (event.languages[0] ?? language)
  const t = translator(language)
  const name = localize(exhibit.title, language)
  return {
    title: `${t('exhibit:preview.title')}: ${name} · ${t('common:appName')}`,
    ...{ event, name, shownIn, version: version?.number ?? null },
    exhibitId: exhibit.id,
  }
}
