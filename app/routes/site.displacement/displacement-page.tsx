import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { ExhibitionWays } from '../site/exhibition-ways.tsx'
import { Listing } from '../site/listing.tsx'
import { PagePath } from '../site/page-path.tsx'
import { DatasetChoice } from './dataset-choice.tsx'
import { Reuse } from './reuse.tsx'
import type { loader } from './route.tsx'
import { ShownRound } from './shown-round.tsx'

/** How many people are displaced, where, and how it went on: one round at a time, all of them as links. */
export function DisplacementPage() {
  const { event, view, listing } = useLoaderData<typeof loader>()
  const t = useText()
  const home = `/${useLanguage()}/${event.slug}`
  return (
    <main id="content" tabIndex={-1} className="displacement-page">
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
          <h1>{t('displacement:title')}</h1>
          <ExhibitionWays event={event} here="displacement" />
        </div>
      </div>
      <div className="wrap page sections">
        <DatasetChoice />
        {view ? <ShownRound view={view} /> : <Nothing exhibition={`${home}/exhibition`} />}
        {view && <Reuse dataset={view.dataset.slug} />}
      </div>
      <Listing text={listing} />
    </main>
  )
}

function Nothing({ exhibition }: { exhibition: string }) {
  const t = useText()
  return (
    <section className="card empty stack">
      <h2>{t('displacement:none')}</h2>
      <p>
        <a className="button" href={exhibition}>
          {t('displacement:noneBack')}
        </a>
      </p>
    </section>
  )
}
