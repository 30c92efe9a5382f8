import { useLoaderData } from '@remix-run/react'
import { keptAddress } from '#app/exhibition/visits/kept.ts'
import { clockLocale, formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { ExhibitionScript } from '../site/exhibition-script.tsx'
import { ExhibitionWays } from '../site/exhibition-ways.tsx'
import { PagePath } from '../site/page-path.tsx'
import { Contact } from '../site/site-frame.tsx'
import { TakeAlong } from '../site/take-along.tsx'
import type { loader } from './route.tsx'

/** What somebody kept of the exhibition: where it stands, whom to ask, and the ways to take it along. */
export function KeptPage() {
  const { event, exhibits, codes, gone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  return (
    <main id="content" tabIndex={-1} data-exhibition={event.slug} data-locale={clockLocale(language)}>
      <EventNotices event={event} />
      <div className="wrap page stack item-page" data-kept={codes.join()}>
        <PagePath
          steps={[
            { href: home, text: event.name },
            { href: `${home}/exhibition`, text: t('site:event.exhibition') },
          ]}
        />
        <h1>{t('kept:title')}</h1>
        <ExhibitionWays event={event} here="kept" />
        {gone > 0 && (
          <Notice kind="warning">
            {t('kept:gone', { count: gone, number: formatNumber(gone, language) })}
          </Notice>
        )}
        {exhibits.length === 0 && <p className="card empty">{t('kept:empty')}</p>}
        {exhibits.length > 0 && (
          <ol className="plain-list kept-list">
            {exhibits.map((exhibit) => (
              <Kept key={exhibit.id} exhibit={exhibit} home={`${home}/exhibition`} />
            ))}
          </ol>
        )}
        <Ways home={`${home}/exhibition`} />
        <TakeAlong />
      </div>
      <ExhibitionScript />
    </main>
  )
}

type Exhibit = ReturnType<typeof useLoaderData<typeof loader>>['exhibits'][number]

function Kept({ exhibit, home }: { exhibit: Exhibit; home: string }) {
  const { codes } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { code, slug, booth, hall, title, organisationName, summary, contact } = exhibit
  return (
    <li className="kept">
      <p className="kept-booth">
        {booth && (
          <>
            <span className="small muted">{t('visitor:exhibit.booth')}</span> <bdi>{booth}</bdi>
          </>
        )}
      </p>
      <div className="tight">
        <h2>
          <a href={`${home}/${slug}`}>
            <LocalizedText text={title} language={language} />
          </a>
        </h2>
        <p className="muted">
          <span className="apart">
            <LocalizedText text={organisationName} language={language} />
          </span>
          {Object.values(hall ?? {}).some(Boolean) && (
            <span className="apart">
              <LocalizedText text={hall} language={language} />
            </span>
          )}
        </p>
        <p>
          <LocalizedText text={summary} language={language} />
        </p>
        <Contact contact={contact} />
        <p>
          <a
            className="target unkeep"
            href={keptAddress(
              home,
              codes.filter((other) => other !== code),
            )}
            data-code={code}
          >
            {t('kept:remove')}
            <span className="visually-hidden">: {localize(title, language)}</span>
          </a>
        </p>
      </div>
    </li>
  )
}

function Ways({ home }: { home: string }) {
  const { codes, exhibits, print } = useLoaderData<typeof loader>()
  const t = useText()
  const more = codes.length ? `${home}?keep=${codes.join()}` : home
  return (
    <footer className="stack kept-ways">
      <p className="row">
        {exhibits.length > 0 && (
          <a className="button" href={print}>
            {t('kept:print')}
          </a>
        )}
        <button type="button" className="button quiet share-kept" data-shared={t('kept:copied')} hidden>
          {t('kept:share')}
        </button>
        <a className={exhibits.length ? 'button quiet' : 'button'} href={more}>
          {t('kept:more')}
        </a>
      </p>
      {exhibits.length > 0 && <p className="muted small">{t('kept:link')}</p>}
      <p>
        <button type="button" className="button quiet keep-here" hidden>
          {t('kept:here')}
        </button>
        <span className="kept-said" role="status" data-kept-text={t('kept:keptHere')} />
      </p>
    </footer>
  )
}
