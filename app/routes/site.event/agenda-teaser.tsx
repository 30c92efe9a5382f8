import { useLoaderData } from '@remix-run/react'
import { formatInstant, isoDay } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** The first items of the first day, and the way to the rest. */
export function AgendaTeaser() {
  const { agenda, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const first = agenda[0]
  if (!first) return null
  const day = isoDay(first.startsAt, event.zone)
  const items = agenda.filter(({ startsAt }) => isoDay(startsAt, event.zone) === day)
  return (
    <section aria-labelledby="agenda" className="card stack">
      <div>
        <h2 id="agenda">{t('site:event.agenda')}</h2>
        <p className="muted small">{formatInstant(first.startsAt, 'day', language, event.zone)}</p>
      </div>
      <table className="teaser">
        <tbody>
          {items.map(({ id, title, startsAt }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{formatInstant(startsAt, 'time', language, event.zone)}</bdi>
              </th>
              <td>
                <LocalizedText text={title} language={language} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="row">
        <a className="more" href={`/${language}/${event.slug}/agenda`}>
          {t('site:event.wholeAgenda')}
        </a>
        <a className="more" href={`/${event.slug}/agenda.ics?lang=${language}`}>
          {t('site:event.calendar')}
        </a>
      </p>
    </section>
  )
}
