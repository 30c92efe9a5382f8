import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'

/** The ways in which the exhibition can be looked at, in the order in which they stand; each is an address below it. */
const ways = { list: '', map: '/map', kept: '/kept' } as const
type Way = keyof typeof ways

/** From one way of looking at the exhibition to the others. */
export function ExhibitionWays({ event, here }: { event: { slug: string }; here?: Way }) {
  const t = useText()
  const home = `/${useLanguage()}/${event.slug}/exhibition`
  return (
    <nav className="filters ways" aria-label={t('map:ways.label')}>
      {(Object.keys(ways) as Way[]).map((way) => (
        <a key={way} href={home + ways[way]} aria-current={way === here ? 'page' : undefined}>
          {t(`map:ways.${way}`)}
          {way === 'kept' && <bdi className="kept-count" />}
        </a>
      ))}
    </nav>
  )
}
