import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { findShownProgramme } from '#app/exhibition/programmes/read.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'

export { ProgrammePage as default } from './programme-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** One programme that the event shows: what it does, its phases, and what came of it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const programme = await findShownProgramme(context.database.read, event.id, params.programme ?? '')
  if (!programme) throw notFound()
  const { slug, name, state, cancellationNote } = event
  const t = translator(language)
  const shown = {
    event: { slug, name, state, cancellationNote },
    programme,
    title: `${localize(programme.name, language)} · ${localize(name, language)}`,
    description: `${t('programmes:site.results')}: ${localize(programme.name, language)}`,
  }
  return state === 'draft' ? data(shown, { headers: { 'Cache-Control': 'no-store' } }) : data(shown)
}
