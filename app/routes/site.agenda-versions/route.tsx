import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { readHistory } from '#app/agenda/history.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { listedChange } from './listed-change.ts'

export { VersionsPage as default } from './versions-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** Each shown version is compared with the one before it, and each may have hundreds of items. */
const onePage = 5

/** What has changed from version to version, for whoever planned their day by an earlier one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  if (!Number.isSafeInteger(page) || page < 1) throw notFound()
  const history = await readHistory(context.database.read, event.id, { page, size: onePage })
  if (page > 1 && history.versions.length === 0) throw notFound()
  const { name, state, zone, cancellationNote, slug } = event
  const t = translator(language)
  const reader = { t, language, zone }
  const shown = {
    event: { slug, name, state, zone, cancellationNote },
    versions: history.versions.map(({ release, isLast, changes }) => ({
      number: release.number,
      note: release.note,
      releasedAt: release.releasedAt,
      isLast,
      changes: changes.map((change) => listedChange(change, reader)),
    })),
    page,
    pages: history.pages,
    title: `${t('programme:versions.title')} · ${localize(name, language)}`,
    description: t('programme:versions.lead'),
  }
  return state === 'draft' ? data(shown, { headers: { 'Cache-Control': 'no-store' } }) : data(shown)
}
