import { useLoaderData } from '@remix-run/react'
import { formatInstant, isolate } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { ExhibitStateTag } from '../desk.event.exhibition/exhibit-state.tsx'
import type { loader } from './route.tsx'

/** The exhibits that the reader writes as one of their team, each with the way to the team's own page. */
export function OwnBooths() {
  const { booths } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (booths.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="own-booths">
      <h2 id="own-booths">{t('team:mine.title')}</h2>
      <ul className="plain-list rows">
        {booths.map(({ id, link, title, event, state, ahead, dueAt, zone }) => (
          <li key={id} className="row between">
            <div className="tight">
              <a className="strong target" href={link}>
                {Object.keys(title).length > 0 ? (
                  <LocalizedText text={title} language={language} />
                ) : (
                  t('team:untitled')
                )}
              </a>
              <p className="muted small">
                <span className="apart">
                  <LocalizedText text={event} language={language} />
                </span>
                {dueAt && (
                  <span className="apart">
                    {t('team:due.until', {
                      at: isolate(formatInstant(new Date(dueAt), 'dayAndTime', language, zone)),
                    })}
                  </span>
                )}
              </p>
            </div>
            <ExhibitStateTag state={state} ahead={ahead} />
          </li>
        ))}
      </ul>
    </section>
  )
}
