import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { readPublicParts } from '#app/events/public.server.ts'
import { hasPlan } from '#app/exhibition/plan/public.server.ts'
import { readShownProgrammes } from '#app/exhibition/programmes/read.server.ts'
import { readExhibition } from '#app/exhibition/public.server.ts'
import { readTours } from '#app/exhibition/tours/read.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { choiceIn } from './address.ts'

export { ExhibitionPage as default } from './exhibition-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { read } = context.database
  const { page, ...choice } = choiceIn(new URL(request.url).searchParams)
  const [parts, exhibition, programmes, isDrawn, tours] = await Promise.all([
    readPublicParts(read, event.id),
    readExhibition(read, event, choice, page),
    readShownProgrammes(read, event.id),
    hasPlan(read, event.id),
    readTours(read, event.id),
  ])
  const t = translator(language)
  const { slug, name, state, zone, cancellationNote } = event
  const shown = {
    event: { slug, name, state, zone, cancellationNote },
    part: parts.find(({ kind }) => kind === 'exhibition') ?? null,
    exhibition,
    hasPlan: isDrawn,
    tours,
    programmes,
    choice,
    title: `${t('site:event.exhibition')} · ${localize(name, language)}`,
    description: t('visitor:list.description'),
  }
  return state === 'draft' ? data(shown, { headers: { 'Cache-Control': 'no-store' } }) : data(shown)
}
