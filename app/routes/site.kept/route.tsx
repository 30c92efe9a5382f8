import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { readKeptExhibits } from '#app/exhibition/visits/kept.server.ts'
import { keptAddress, readKept } from '#app/exhibition/visits/kept.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'

export { KeptPage as default } from './kept-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [...siteMeta(data), { name: 'robots', content: 'noindex' }] : []

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

/** What somebody kept of the exhibition; the address is all there is of it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { searchParams } = new URL(request.url)
  const codes = readKept(searchParams)
  const home = `/${language}/${event.slug}/exhibition`
  // A form names each by itself; the address that people keep is shorter.
  if (searchParams.getAll('keep').length > 1) throw redirect(keptAddress(home, codes))
  const exhibits = await readKeptExhibits(context.database.read, event.id, codes)
  const { name, state, zone, cancellationNote, slug } = event
  const t = translator(language)
  const page = {
    event: { slug, name, state, zone, cancellationNote },
    codes,
    gone: codes.length - exhibits.length,
    exhibits,
    print: `/${slug}/exhibition-kept.pdf?keep=${codes.join()}&lang=${language}`,
    title: `${t('kept:title')} · ${localize(name, language)}`,
    description: t('kept:lead', { event: localize(name, language) }),
  }
  return state === 'draft' ? data(page, { headers: { 'Cache-Control': 'no-store' } }) : data(page)
}
