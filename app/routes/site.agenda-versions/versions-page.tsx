import { useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Markdown } from '#app/ui/markdown.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { PagePath } from '../site/page-path.tsx'
import { ChangeList } from './change-list.tsx'
import type { loader } from './route.tsx'

/** The versions of an agenda, the last first, each with what it changed. */
export function VersionsPage() {
  const { event, versions, page, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  return (
    <main id="content" tabIndex={-1}>
      <EventNotices event={event} />
      <div className="wrap page stack">
        <PagePath
          steps={[
            { href: home, text: event.name },
            { href: `${home}/agenda`, text: t('agenda:site.title') },
          ]}
        />
        <h1>{t('programme:versions.title')}</h1>
        <p className="lead">{t('programme:versions.lead')}</p>
        {versions.length === 0 && <p className="card empty">{t('programme:versions.none')}</p>}
        {versions.map((version) => (
          <Version key={version.number} version={version} />
        ))}
        <Pager label={t('programme:desk.history')} page={page} pages={pages} to={(n) => `?page=${n}`} />
      </div>
    </main>
  )
}

type Version = ReturnType<typeof useLoaderData<typeof loader>>['versions'][number]

const most = 60

function Version({ version }: { version: Version }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { number, releasedAt, isLast, note, changes } = version
  const agenda = `/${language}/${event.slug}/agenda`
  return (
    <section className="card stack" aria-labelledby={`version-${number}`}>
      <header className="row between">
        <div>
          <h2 id={`version-${number}`}>
            {t('programme:versions.number', { version: formatNumber(number, language) })}
          </h2>
          <p className="muted small">{formatInstant(releasedAt, 'dayAndTime', language, event.zone)}</p>
        </div>
        {isLast ? (
          <span className="tag yes">{t('programme:versions.present')}</span>
        ) : (
          <a className="target" href={`${agenda}/versions/${number}`}>
            {t('programme:versions.open')}
          </a>
        )}
      </header>
      <Markdown text={note} language={language} />
      {number === 1 ? (
        <p>{t('programme:versions.first')}</p>
      ) : (
        <ChangeList
          changes={changes}
          zone={event.zone}
          most={most}
          to={isLast ? (id) => `${agenda}/items/${id}` : null}
        />
      )}
    </section>
  )
}
