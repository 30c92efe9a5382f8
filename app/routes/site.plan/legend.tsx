import { useLoaderData } from '@remix-run/react'
import { type BoothState, boothCategories } from '#app/exhibition/plan/kinds.ts'
import { everyBooth } from '#app/exhibition/tours/route-in.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { planAddress } from './address.ts'
import { FurnitureMark } from './furniture.tsx'
import type { loader } from './route.tsx'
import type { Plan } from './use-plan.ts'

const states = ['free', 'reserved'] as const satisfies readonly BoothState[]

/** What colours and signs of the drawing mean; only those that are in it. */
export function Legend({ plan }: { plan: Plan }) {
  const t = useText()
  const categories = boothCategories.filter((one) => plan.drawn.some(({ category }) => category === one))
  const standing = states.filter((one) => plan.drawn.some(({ state }) => state === one))
  const signs = [...new Set(plan.furniture.map(({ kind }) => kind))].filter(
    (kind) => kind !== 'wall' && kind !== 'label' && kind !== 'stage',
  )
  return (
    <div className="row between plan-legend">
      <ul className="plain-list row small">
        {categories.map((category) => (
          <li key={category}>
            <span className={`plan-swatch of-${category}`} aria-hidden="true" />
            {t(`plan:category.${category}`)}
          </li>
        ))}
        {standing.map((state) => (
          <li key={state}>
            <span className={`plan-swatch ${state}`} aria-hidden="true" />
            {t(`plan:state.${state}`)}
          </li>
        ))}
        {signs.map((kind) => (
          <li key={kind}>
            <svg className={`plan-sign plan-thing ${kind}`} viewBox="0 0 24 24" aria-hidden="true">
              <FurnitureMark kind={kind} box={{ x: 0, y: 0, width: 24, depth: 24 }} />
            </svg>
            {t(`plan:furniture.${kind}`)}
          </li>
        ))}
      </ul>
      <RouteChoice plan={plan} />
    </div>
  )
}

function RouteChoice({ plan }: { plan: Plan }) {
  const { event, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const address = `/${useLanguage()}/${event.slug}/exhibition/plan`
  if (plan.told.length < 2 || (plan.areas.length > 1 && !plan.area)) return null
  const area = plan.area?.number ?? null
  const isPastAll = choice.route === everyBooth
  return (
    <a className="more" href={planAddress(address, { ...choice, area, route: isPastAll ? '' : everyBooth })}>
      {isPastAll ? t('plan:hideRoute') : t('plan:showRoute')}
    </a>
  )
}
