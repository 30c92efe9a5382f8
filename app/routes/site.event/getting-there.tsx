import { useLoaderData } from '@remix-run/react'
import type { PublicPart } from '#app/events/public.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { Contact } from '../site/site-frame.tsx'
import type { loader } from './route.tsx'

/** Address and way in of every place, and whom to ask. */
export function GettingThere() {
  const { parts, event } = useLoaderData<typeof loader>()
  const t = useText()
  const places = new Map(parts.flatMap((part) => (part.venue ? [[part.venue.id, part] as const] : [])))
  const { name, email, phone } = event.contact
  return (
    <div className="columns even">
      {places.size > 0 && (
        <section aria-labelledby="there" className="stack">
          <h2 id="there">{t('site:event.gettingThere')}</h2>
          {[...places.values()].map((part) => (
            <Place key={part.venue?.id} part={part} />
          ))}
        </section>
      )}
      {(name || email || phone) && (
        <section aria-labelledby="contact" className="stack">
          <h2 id="contact">{t('site:event.contact')}</h2>
          <Contact contact={event.contact} />
        </section>
      )}
    </div>
  )
}

function Place({ part: { venue, directions } }: { part: PublicPart }) {
  const t = useText()
  const language = useLanguage()
  if (!venue) return null
  return (
    <div className="stack">
      <address>
        <strong>
          <LocalizedText text={venue.name} language={language} />
        </strong>
        <br />
        <LocalizedText text={venue.address} language={language} />
      </address>
      <Markdown text={directions} language={language} />
      {venue.mapUrl && (
        <p>
          <a className="button quiet" href={venue.mapUrl} rel="noopener">
            {t('site:event.openMap')}
          </a>
        </p>
      )}
    </div>
  )
}
