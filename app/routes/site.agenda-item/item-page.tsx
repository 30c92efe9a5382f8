import { useLoaderData } from '@remix-run/react'
import { isPause } from '#app/agenda/rules.ts'
import { comma, formatInstant, formatTimeRange } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { PagePath } from '../site/page-path.tsx'
import { People, Track } from '../site.agenda/agenda-entry.tsx'
import { LanguageSigns, Spoken } from '../site.agenda/spoken.tsx'
import type { loader } from './route.tsx'

/** One item of the agenda with all that is said of it, and the ways on. */
export function AgendaItemPage() {
  const { event, item, listing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  return (
    <main id="content" tabIndex={-1} className="agenda-page">
      <EventNotices event={event} />
      <LanguageSigns />
      <article className="wrap page stack item-page">
        <PagePath
          steps={[
            { href: home, text: event.name },
            { href: `${home}/agenda`, text: t('agenda:site.title') },
          ]}
        />
        <header className="tight">
          <p className="row tags">
            {!isPause(item.kind) && <span className="tag">{t(`agenda:kind.${item.kind}`)}</span>}
            <Track track={item.track} />
            <span className={item.part.audience === 'open' ? 'tag sun' : 'tag quiet'}>
              {t(`events:audience.${item.part.audience}`)}
            </span>
          </p>
          <h1>
            <LocalizedText text={item.title} language={language} />
          </h1>
        </header>
        <WhenAndWhere />
        <Spoken item={item} />
        <Markdown text={item.abstract} language={language} />
        {item.roles.length > 0 && (
          <section aria-labelledby="people" className="stack">
            <h2 id="people">{t('programme:item.people')}</h2>
            <People roles={item.roles} />
          </section>
        )}
        <Ways />
      </article>
      {listing && (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: itemJsonLd leaves no `<` in it.
          dangerouslySetInnerHTML={{ __html: listing }}
        />
      )}
    </main>
  )
}

function WhenAndWhere() {
  const { event, item, address } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useZoneName(event.zone)
  return (
    <dl className="item-facts">
      <div>
        <dt>{t('programme:item.when')}</dt>
        <dd>
          {formatInstant(item.startsAt, 'day', language, event.zone)}
          {comma(language)}
          <bdi>{formatTimeRange(item.startsAt, item.endsAt, language, event.zone)}</bdi>
          <span className="block muted small">{t('agenda:site.times', { zone })}</span>
        </dd>
      </div>
      {(item.room || item.venue) && (
        <div>
          <dt>{t('programme:item.where')}</dt>
          <dd>
            {item.room && (
              <span className="block strong">
                <LocalizedText text={item.room.name} language={language} />
              </span>
            )}
            <LocalizedText text={item.venue} language={language} />
            {localize(address, language) && (
              <span className="block muted small">
                <LocalizedText text={address} language={language} />
              </span>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('programme:item.part')}</dt>
        <dd>
          <LocalizedText text={item.part.name} language={language} />
        </dd>
      </div>
    </dl>
  )
}

function Ways() {
  const { event, item, day, previous, next } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const agenda = `/${language}/${event.slug}/agenda`
  return (
    <footer className="stack">
      <p className="row">
        {event.state === 'published' && (
          <a className="button" href={`/${event.slug}/agenda.ics?lang=${language}&item=${item.id}`}>
            {t('programme:item.calendar')}
          </a>
        )}
        <a className="button quiet" href={`${agenda}/${day}#item-${item.id}`}>
          {t('programme:item.toDay')}
        </a>
      </p>
      {(previous || next) && (
        <nav className="row between item-ways" aria-label={t('programme:item.ways')}>
          {previous && (
            <a href={`${agenda}/items/${previous.id}`} rel="prev">
              <span className="block muted small">{t('programme:item.previous')}</span>
              <LocalizedText text={previous.title} language={language} />
            </a>
          )}
          {next && (
            <a className="end" href={`${agenda}/items/${next.id}`} rel="next">
              <span className="block muted small">{t('programme:item.next')}</span>
              <LocalizedText text={next.title} language={language} />
            </a>
          )}
        </nav>
      )}
    </footer>
  )
}
