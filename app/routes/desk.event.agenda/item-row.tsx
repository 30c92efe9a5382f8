import { Link, type useLoaderData } from '@remix-run/react'
import { isPause } from '#app/agenda/rules.ts'
import { displayName } from '#app/directory/names.ts'
import { formatTimeRange } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { OrderButtons } from '#app/ui/order-buttons.tsx'
import { MissingIn } from './missing-in.tsx'
import type { loader } from './route.tsx'

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number]

/** One line of the day: when, what, where, who, and the signs of what an editor has still to do. */
export function ItemRow({ item, zone }: { item: Item; zone: string }) {
  const t = useText()
  const language = useLanguage()
  const name = localize(item.title, language)
  return (
    <li id={`item-${item.id}`} className={isPause(item.kind) ? 'agenda-row quiet' : 'agenda-row'}>
      <p className="agenda-time">
        <bdi>{formatTimeRange(item.startsAt, item.endsAt, language, zone)}</bdi>
      </p>
      <div className="agenda-what">
        <p>
          <Link className="target strong" to={item.id}>
            <LocalizedText text={item.title} language={language} />
          </Link>
        </p>
        <p className="row tags">
          <span className="tag">{t(`agenda:kind.${item.kind}`)}</span>
          <span className="muted">
            {item.room ? <LocalizedText text={item.room} language={language} /> : t('agenda:item.noRoom')}
          </span>
        </p>
        <People people={item.people} />
        {item.missing.length + item.signs.length > 0 && (
          <p className="row tags">
            {item.signs.map((sign) => (
              <span key={sign} className="tag no">
                {t(`planner:sign.${sign}`)}
              </span>
            ))}
            <MissingIn languages={item.missing} />
          </p>
        )}
      </div>
      <OrderButtons
        name="item"
        value={item.id}
        up={t('agenda:desk.earlier', { name })}
        down={t('agenda:desk.later', { name })}
        isFirst={!item.canGoEarlier}
        isLast={!item.canGoLater}
      >
        <input type="hidden" name="seen" value={item.version} />
      </OrderButtons>
    </li>
  )
}

function People({ people }: { people: Item['people'] }) {
  const language = useLanguage()
  if (people.length === 0) return null
  return (
    <ul className="plain-list muted small people-line">
      {people.map(({ id, honorific, names }) => (
        <li key={id}>
          {localize(honorific, language) && (
            <>
              <LocalizedText text={honorific} language={language} />{' '}
            </>
          )}
          <span dir="auto">{displayName(names, language)}</span>
        </li>
      ))}
    </ul>
  )
}
