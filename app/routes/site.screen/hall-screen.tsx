import { useLoaderData } from '@remix-run/react'
import { clockLocale, formatInstant, formatTimeRange, isoDay } from '#app/i18n/format.ts'
import { direction, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import script from '#app/ui/scripts/hall-screen.js?url'
import type { loader } from './route.tsx'

/**
 * Now and next in letters that are read from ten metres. The script lets it go on by itself; without one the page is
 * loaded again each minute.
 */
export function HallScreen() {
  const { event, at, room, most, now, next, later } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const time = formatInstant(at, 'time', language, event.zone)
  return (
    <>
      <main
        className="hall"
        data-zone={event.zone}
        data-locale={clockLocale(language)}
        data-most={most}
        data-drift={new Date(at).getUTCMinutes() % 4}
      >
        <header className="hall-head">
          <h1>
            <LocalizedText text={event.name} language={language} />
            {room && (
              <>
                {' · '}
                <LocalizedText text={room} language={language} />
              </>
            )}
          </h1>
          <p className="hall-clock">
            <bdi>{t('screen:asOf', { time })}</bdi>
          </p>
        </header>
        <div className="hall-body">
          <Column name="now" items={now} />
          <Column name="next" items={next} />
        </div>
        <ol className="hall-later" hidden>
          {later.map((item) => (
            <HallItem key={item.id} item={item} />
          ))}
        </ol>
        <p className="hall-foot" hidden data-text={t('screen:noContact', { time: '{time}' })} />
      </main>
      {/* Beside it, since the script puts what is in `main` into the page that runs it. */}
      <noscript>
        <meta httpEquiv="refresh" content="60" />
      </noscript>
      <script src={script} defer />
    </>
  )
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['now'][number]

function Column({ name, items }: { name: 'now' | 'next'; items: Item[] }) {
  const { second } = useLoaderData<typeof loader>()
  const t = useText()
  const none = name === 'now' ? 'nothing' : 'over'
  return (
    <section className={`hall-column ${name}`} aria-labelledby={`hall-${name}`}>
      <h2 id={`hall-${name}`}>
        <span>{t(`screen:${name}`)}</span>
        {second && (
          <span lang={second} dir={direction(second)}>
            {translator(second)(`screen:${name}`)}
          </span>
        )}
      </h2>
      <ol className="plain-list">
        {items.map((item) => (
          <HallItem key={item.id} item={item} />
        ))}
      </ol>
      <p className="hall-none" hidden={items.length > 0}>
        {t(`screen:${none}`)}
      </p>
    </section>
  )
}

function HallItem({ item }: { item: Item }) {
  const { event, at, second } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const isToday = isoDay(item.startsAt, event.zone) === isoDay(at, event.zone)
  return (
    <li className="hall-item" data-from={item.startsAt.getTime()} data-to={item.endsAt.getTime()}>
      <p className="hall-when">
        {!isToday && <span>{formatInstant(item.startsAt, 'shortDay', language, event.zone)} </span>}
        <bdi>{formatTimeRange(item.startsAt, item.endsAt, language, event.zone)}</bdi>
        <HallRoom item={item} />
      </p>
      <p className="hall-title">
        <LocalizedText text={item.title} language={language} />
      </p>
      {second && localize(item.title, second) !== localize(item.title, language) && (
        <p className="hall-title" lang={second} dir={direction(second)}>
          <LocalizedText text={item.title} language={second} />
        </p>
      )}
    </li>
  )
}

/** In both languages where it has two names; the screen of one room names it above. */
function HallRoom({ item }: { item: Item }) {
  const { room, second } = useLoaderData<typeof loader>()
  const language = useLanguage()
  if (!item.room || room) return null
  const here = localize(item.room, language)
  return (
    <span className="hall-room">
      <LocalizedText text={item.room} language={language} />
      {second && localize(item.room, second) !== here && (
        <>
          {' · '}
          <bdi lang={second}>
            <LocalizedText text={item.room} language={second} />
          </bdi>
        </>
      )}
    </span>
  )
}
