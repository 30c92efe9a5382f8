import { useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber, formatTimeRange } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** How many head-sets each item needs, for which language and on which channel. */
export function HeadsetsPage() {
  const { items } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <h1>{t('programme:heads.title')}</h1>
      <p>{t('programme:heads.lead')}</p>
      {items.length === 0 ? (
        <p className="card empty">{t('programme:heads.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone must be reached by keys too.
        <section className="card scroll" aria-label={t('programme:heads.title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('programme:heads.item')}</th>
                <th scope="col">{t('programme:heads.language')}</th>
                <th scope="col">{t('programme:heads.people')}</th>
                <th scope="col">{t('programme:heads.channel')}</th>
              </tr>
            </thead>
            {items.map((item) => (
              <ItemRows key={item.id} item={item} />
            ))}
          </table>
        </section>
      )}
    </div>
  )
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number]

function ItemRows({ item }: { item: Item }) {
  const { zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const channelOf = ({ isInterpreted, channel }: Item['needed'][number]) => {
    if (!isInterpreted) return t('programme:heads.notOffered')
    return channel ? formatNumber(channel, language) : t('programme:heads.noChannel')
  }
  return (
    <tbody>
      {item.needed.map((needed, at) => (
        <tr key={needed.language}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={item.needed.length}>
              <LocalizedText text={item.title} language={language} />
              <span className="block muted small">
                {formatInstant(item.startsAt, 'shortDay', language, zone)}{' '}
                <bdi>{formatTimeRange(item.startsAt, item.endsAt, language, zone)}</bdi>
                {item.room && (
                  <>
                    {' · '}
                    <LocalizedText text={item.room} language={language} />
                  </>
                )}
              </span>
            </th>
          )}
          <td>{t(`agenda:language.${needed.language}`)}</td>
          <td>{formatNumber(needed.people, language)}</td>
          <td>
            {needed.isInterpreted && needed.channel ? (
              channelOf(needed)
            ) : (
              <span className="tag wait">{channelOf(needed)}</span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  )
}
