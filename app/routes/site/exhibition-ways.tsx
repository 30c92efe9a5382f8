import { useRouteLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The ways in which the exhibition can be looked at, in the order in which they stand; each is an address below it. */
const ways = { list: '', map: '/map', displacement: '/displacement', kept: '/kept' } as const
type Way = keyof typeof ways

/** From one way of looking at the exhibition to the others; to displacement data where the event shows any. */
export function ExhibitionWays({ event, here }: { event: { slug: string }; here?: Way }) {
  const t = useText()
  const site = useRouteLoaderData<typeof loader>('routes/site/route')
  const home = `/${useLanguage()}/${event.slug}/exhibition`
  const isThere = (way: Way) => way !== 'displacement' || way === here || site?.event?.hasDisplacement
  return (
    <nav className="filters ways" aria-label={t('map:ways.label')}>
      {(Object.keys(ways) as Way[]).filter(isThere).map((way) => (
        <a key={way} href={home + ways[way]} aria-current={way === here ? 'page' : undefined}>
          {way === 'displacement' ? t('displacement:title') : t(`map:ways.${way}`)}
          {way === 'kept' && <bdi className="kept-count" />}
        </a>
      ))}
    </nav>
  )
}
