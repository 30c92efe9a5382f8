import { useRouteLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The ways through the exhibition in the order in which they stand; each is an address below its event. */
const ways = {
  ...{ list: '/exhibition', plan: '/exhibition/plan', map: '/exhibition/map' },
  ...{ displacement: '/exhibition/displacement', agenda: '/agenda', kept: '/exhibition/kept' },
} as const
type Way = keyof typeof ways

/** From one way through the exhibition to the others; to plan, displacement data and agenda where there are any. */
export function ExhibitionWays({ event, here }: { event: { slug: string }; here?: Way }) {
  const t = useText()
  const site = useRouteLoaderData<typeof loader>('routes/site/route')
  const home = `/${useLanguage()}/${event.slug}`
  const has: Partial<Record<Way, boolean | undefined>> = {
    plan: site?.event?.hasPlan,
    displacement: site?.event?.hasDisplacement,
    agenda: site?.event?.hasAgenda,
  }
  const names: Record<Way, string> = {
    ...{ list: t('map:ways.list'), plan: t('plan:toPlan'), map: t('map:ways.map') },
    ...{ displacement: t('displacement:title'), agenda: t('site:event.agenda'), kept: t('map:ways.kept') },
  }
  const isThere = (way: Way) => way === here || (way in has ? has[way] : true)
  return (
    <nav className="filters ways" aria-label={t('map:ways.label')}>
      {(Object.keys(ways) as Way[]).filter(isThere).map((way) => (
        <a key={way} href={home + ways[way]} aria-current={way === here ? 'page' : undefined}>
          {names[way]}
          {way === 'kept' && <bdi className="kept-count" />}
        </a>
      ))}
    </nav>
  )
}
