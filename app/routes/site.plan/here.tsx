import { useLoaderData } from '@remix-run/react'
import { alongRoute } from '#app/exhibition/tours/route-in.ts'
import { isolate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { planAddress } from './address.ts'
import type { loader } from './route.tsx'
import type { Plan } from './use-plan.ts'

/** Where the visitor stands, in words, and which booths come before and after it. */
export function Here({ plan }: { plan: Plan }) {
  const { event, choice, tour } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { here, told } = plan
  if (!here) {
    return choice.at ? (
      <p className="notice warning" role="status">
        {t('plan:notThere', { code: isolate(choice.at) })}
      </p>
    ) : null
  }
  // Whoever follows a route is led to its next stop, also into another hall.
  const order = tour?.stops.some(({ boothId }) => boothId === here.id)
    ? tour.stops.map(({ boothId, code }) => ({ id: boothId, code }))
    : told
  const at = order.findIndex(({ id }) => id === here.id)
  const address = `/${language}/${event.slug}/exhibition/plan`
  const step = (booth: { code: string } | undefined, word: 'plan:previous' | 'plan:next') =>
    booth && (
      <a
        className="button quiet"
        href={planAddress(address, { at: booth.code, search: choice.search, route: choice.route })}
      >
        {t(word, { code: isolate(booth.code) })}
      </a>
    )
  const [exhibit] = here.exhibits
  return (
    <div className="notice row between" id="here">
      <p>
        <strong>{t('plan:youAreHere')}</strong> <bdi className="booth-code">{here.code}</bdi>
        {exhibit && (
          <>
            {' · '}
            <a href={alongRoute(`/${language}/${event.slug}/exhibition/${exhibit.slug}`, tour?.slug)}>
              <bdi>{localize(exhibit.title, language)}</bdi>
            </a>
          </>
        )}
      </p>
      <p className="row">
        {at > 0 && step(order[at - 1], 'plan:previous')}
        {step(order[at + 1], 'plan:next')}
      </p>
    </div>
  )
}
