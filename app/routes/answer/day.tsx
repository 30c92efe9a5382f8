import { useLoaderData } from '@remix-run/react'
import { formatInstant, isoDay } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** A foretaste of the day, and the ways to the rest. */
export function Day() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { slug, zone } = page.event
  const home = `/${language}/${slug}`
  return (
    <>
      {page.agenda.length > 0 && (
        <section className="card stack" aria-labelledby="day">
          <div className="row between">
            <h2 id="day">{t('answer:day')}</h2>
            <a className="target" href={`${home}/agenda`}>
              {t('answer:wholeAgenda')}
            </a>
          </div>
          <table>
            <tbody>
              {page.agenda
                .filter(
                  ({ startsAt }) =>
                    isoDay(startsAt, zone) === isoDay(page.agenda[0]?.startsAt ?? startsAt, zone),
                )
                .map(({ id, startsAt, title }) => (
                  <tr key={id}>
                    <th scope="row" className="muted">
                      <bdi>{formatInstant(startsAt, 'time', language, zone)}</bdi>
                    </th>
                    <td>
                      <LocalizedText text={title} language={language} />
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="row">
        <a className="target" href={home}>
          {t('answer:eventPage')}
        </a>
        {page.hasExhibition && (
          <a className="target" href={`${home}/exhibition`}>
            {t('answer:exhibition')}
          </a>
        )}
      </p>
    </>
  )
}
