import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { EmbedCode } from '../site/embed-code.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { ExhibitionWays } from '../site/exhibition-ways.tsx'
import { Listing } from '../site/listing.tsx'
import { PagePath } from '../site/page-path.tsx'
import { mapAddress } from './address.ts'
import { MapChoices } from './choices.tsx'
import type { loader } from './route.tsx'
import { ShadedMap } from './shaded-map.tsx'

/** Where the exhibition's programmes work: a map to choose from, and the same as a table. */
export function MapPage() {
  const { event, listing, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  return (
    <main id="content" tabIndex={-1} className="map-page">
      <EventNotices event={event} />
      <div className="hero slim">
        <Lattice />
        <div className="wrap tight">
          <PagePath
            steps={[
              { href: home, text: event.name },
              { href: `${home}/exhibition`, text: t('site:event.exhibition') },
            ]}
          />
          <p className="kicker sheet-head">
            <LocalizedText text={event.name} language={language} />
          </p>
          <h1>{t('map:title')}</h1>
          <ExhibitionWays event={event} here="map" />
        </div>
      </div>
      <div className="wrap page stack">
        <MapChoices map={`${home}/exhibition/map`} />
        <ShadedMap map={`${home}/exhibition/map`} />
        <EmbedCode
          frames={[{ name: t('map:title'), path: mapAddress('map', choice), height: 900 }]}
          json="map.json"
        />
      </div>
      <Listing text={listing} />
    </main>
  )
}
