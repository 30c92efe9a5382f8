import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'

import {
  boothAt,
  boothsMatching,
  readPublicHall,
  readPublicHalls,
  sectorsOnPlan,
} from '#app/exhibition/plan/public.server.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { readTours } from '#app/exhibition/tours/read.server.ts'
import { publicPageHeaders } from '#app/http/public-page.ts'
import { localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteMeta } from '../site/site-meta.ts'
import { visitedEvent } from '../site/visited-event.server.ts'
import { planChoiceIn } from './address.ts'

export { PlanPage as default } from './plan-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? siteMeta(data) : [])

export const handle = { sheet: 'a3' }

/** A draft is seen by those who work on it only, so nothing may keep it. */
export const headers: HeadersFunction = ({ loaderHeaders }) =>
  loaderHeaders.has('Cache-Control') ? loaderHeaders : publicPageHeaders

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, language } = await visitedEvent(context, params)
  const { read } = context.database
  const choice = planChoiceIn(new URL(request.url).searchParams)
  const [halls, here, found, offered, tours] = await Promise.all([
    readPublicHalls(read, event.id),
    boothAt(read, event.id, choice.at),
    boothsMatching(read, event, choice),
    sectorsOnPlan(read, event.id),
    readTours(read, event.id),
  ])
  const tour = tours.find(({ slug }) => slug === choice.route) ?? null
  const isLookedAt = (id: string | null | undefined) => halls.find((hall) => hall.id === id)
  const hall =
    halls[(choice.hall ?? 0) - 1] ??
    [here?.hallId, found?.[0]?.hallId, tour?.stops[0]?.hallId].map(isLookedAt).find(Boolean) ??
    halls[0]
  const t = translator(language)
  const { slug, name, state, zone, cancellationNote } = event
  const shown = {
    event: { slug, name, state, zone, cancellationNote },
    choice,
    halls: halls.map(({ id, name }, at) => ({
      ...{ id, number: at + 1, name, isShown: id === hall?.id },
      found: found?.filter(({ hallId }) => hallId === id).length ?? null,
    })),
    tour,
    tours: tours.map(({ slug, name, stops }) => ({ slug, name, stops: stops.length })),
    plan: hall ? await readPublicHall(read, event.id, hall.id) : null,
    here: here?.id ?? null,
    found: found?.map(({ id }) => id) ?? null,
    sectors: sectors.filter((sector) => offered.includes(sector) || sector === choice.sector),
    title: `${t('plan:title')} · ${localize(name, language)}`,
    description: t('plan:description'),
  }
  return state === 'draft' ? data(shown, { headers: { 'Cache-Control': 'no-store' } }) : data(shown)
}
