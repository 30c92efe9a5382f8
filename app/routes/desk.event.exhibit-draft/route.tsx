import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { findVersion } from '#app/exhibition/content/versions.server.ts'
import { findWrittenExhibit } from '#app/exhibition/exhibit-page.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { framedExhibit } from '../site.exhibit/framed-exhibit.server.ts'

export { ExhibitPage as default } from '../site.exhibit/exhibit-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** An exhibit as a visitor would see it, with what is being written, or with an earlier version: `?version=3&lang=ar`. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'exhibition.edit')
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const { event } = await visitedEvent(context, { lang: language, event: scope.slug })
  const asked = new URL(request.url).searchParams.get('version')
  const written = await findWrittenExhibit(read, event.id, { id: params.exhibit ?? '' })
  const version = written && asked ? await findVersion(read, written.id, Number(asked)) : null
  if (!written || (asked && !version)) throw notFound()
  const exhibit = { ...written, content: version?.content ?? written.content }
  return framedExhibit(context, exhibit, { event, language })
}
