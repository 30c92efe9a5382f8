import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ExhibitCard } from '../site/exhibit-card.tsx'
import { KeyFigures } from '../site/key-figures.tsx'
import type { loader } from './route.tsx'

/** Some figures and the first booths, and the way to all of them. */
export function ExhibitionTeaser() {
  const { exhibition, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}/exhibition`
  if (exhibition.total === 0) return null
  return (
    <section aria-labelledby="exhibition" className="stack">
      <div className="row between">
        <h2 id="exhibition">{t('site:event.exhibition')}</h2>
        <a className="more" href={home}>
          {t('site:event.allExhibits', {
            count: exhibition.total,
            number: formatNumber(exhibition.total, language),
          })}
        </a>
      </div>
      <KeyFigures figures={exhibition.figures} />
      <div className="grid booths">
        {exhibition.exhibits.map((card) => (
          <ExhibitCard key={card.id} card={card} home={home} />
        ))}
      </div>
    </section>
  )
}
