import { useLoaderData } from '@remix-run/react'
import { Origins } from '#app/exhibition/programmes/origin.tsx'
import { comma, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** Which agencies work in the governorate, the busiest first, as lists of activities tell. */
export function WhoWorks() {
  const { who, lists } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  if (who.activities === 0) return null
  const counted = (what: 'activities' | 'agencies') =>
    t(`map:said.${what}`, { count: who[what], number: number(who[what]) })
  const more = who.agencies - who.busiest.length
  return (
    <section aria-labelledby="who" className="stack">
      <div className="tight">
        <h2 id="who">{t('map:place.who')}</h2>
        <p className="muted">{[counted('activities'), counted('agencies')].join(comma(language))}</p>
      </div>
      {who.busiest.length > 0 && (
        <table className="who-works">
          <caption className="visually-hidden">{t('map:place.who')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('map:place.agency')}</th>
              <th scope="col" className="n">
                {t('map:place.activities')}
              </th>
            </tr>
          </thead>
          <tbody>
            {who.busiest.map(({ name, activities, sectors }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi className="wraps">{name}</bdi>
                  {sectors.length > 0 && (
                    <small className="muted block">
                      {sectors.map((sector) => t(`visitor:sector.${sector}`)).join(comma(language))}
                    </small>
                  )}
                </th>
                <td className="n">
                  <bdi>{number(activities)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p className="muted">{t('map:place.whoMore', { number: number(more) })}</p>}
      <Origins of={lists} />
    </section>
  )
}
