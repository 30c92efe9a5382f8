import { useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Markdown } from '#app/ui/markdown.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { AgendaTeaser } from './agenda-teaser.tsx'
import { ExhibitionTeaser } from './exhibition-teaser.tsx'
import { GettingThere } from './getting-there.tsx'
import { Hero } from './hero.tsx'
import { PartCards } from './part-cards.tsx'
import type { loader } from './route.tsx'

/** The event as a ministry's office would forward it: what, when, where; then why, and what is shown. */
export function EventPage() {
  const { event, listing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <main id="content" tabIndex={-1}>
      <EventNotices event={event} />
      <Hero />
      <div className="wrap page sections">
        <PartCards />
        <div className="columns">
          {hasText(event.description) && (
            <section aria-labelledby="about" className="stack">
              <h2 id="about">{t('site:event.about')}</h2>
              <Markdown text={event.description} language={language} />
            </section>
          )}
          <AgendaTeaser />
        </div>
        <ExhibitionTeaser />
        <GettingThere />
      </div>
      {listing && (
        // A data block: it does not run, so the content security policy lets it stand (HTML §4.12.1).
        // biome-ignore lint/security/noDangerouslySetInnerHtml: jsonLd escapes what could end the element.
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: listing }} />
      )}
    </main>
  )
}

function hasText(text: object): boolean {
  return Object.values(text).some(Boolean)
}
