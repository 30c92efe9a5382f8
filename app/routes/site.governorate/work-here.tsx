import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ExhibitCard } from '../site/exhibit-card.tsx'
import { listAddress } from '../site.exhibition/address.ts'
import type { loader } from './route.tsx'

/** The exhibits that work in the governorate, as one walks, and the way to all of them where they are many. */
export function WorkHere() {
  const { event, pcode, total, exhibits } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}/exhibition`
  const counted = { count: total, number: formatNumber(total, language) }
  if (total === 0) return <NobodyHere home={home} />
  return (
    <section aria-labelledby="work" className="stack">
      <div className="row between">
        <h2 id="work">
          {t('map:place.exhibits')} <span className="muted small">{t('map:said.exhibits', counted)}</span>
        </h2>
        <a className="more" href={listAddress(home, { governorate: pcode })}>
          {t('map:place.all', counted)}
        </a>
      </div>
      <div className="grid booths">
        {exhibits.map((card) => (
          <ExhibitCard key={card.id} card={card} home={home} />
        ))}
      </div>
    </section>
  )
}

function NobodyHere({ home }: { home: string }) {
  const t = useText()
  return (
    <section className="card empty stack">
      <h2>{t('map:place.none')}</h2>
      <p>{t('map:place.noneHint')}</p>
      <p>
        <a className="button" href={home}>
          {t('visitor:list.clear')}
        </a>
      </p>
    </section>
  )
}
