import { useLoaderData } from '@remix-run/react'
import { PlaceTrends } from '#app/exhibition/displacement/place-trends.tsx'
import { governorateName } from '#app/exhibition/governorates.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { ExhibitionWays } from '../site/exhibition-ways.tsx'
import { Listing } from '../site/listing.tsx'
import { PagePath } from '../site/page-path.tsx'
import { Around } from './around.tsx'
import { Figures } from './figures.tsx'
import { Results } from './results.tsx'
import type { loader } from './route.tsx'
import { WhoWorks } from './who-works.tsx'
import { WorkHere } from './work-here.tsx'

/** One governorate: which exhibits and agencies work there, what they count, and which governorates lie around it. */
export function GovernoratePage() {
  const { event, pcode, trends, listing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  return (
    <main id="content" tabIndex={-1} className="governorate-page">
      <EventNotices event={event} />
      <div className="hero slim">
        <Lattice />
        <div className="wrap tight">
          <PagePath
            steps={[
              { href: home, text: event.name },
              { href: `${home}/exhibition`, text: t('site:event.exhibition') },
              { href: `${home}/exhibition/map`, text: t('map:title') },
            ]}
          />
          <p className="kicker">{t('map:place.kicker')}</p>
          <h1>{governorateName(pcode, language)}</h1>
          <ExhibitionWays event={event} />
        </div>
      </div>
      <div className="wrap page sections">
        <div className="columns governorate-columns">
          <WorkHere />
          <Around />
        </div>
        <Results />
        <Figures />
        <WhoWorks />
        <PlaceTrends trends={trends} exhibition={`${home}/exhibition`} />
      </div>
      <Listing text={listing} />
    </main>
  )
}
