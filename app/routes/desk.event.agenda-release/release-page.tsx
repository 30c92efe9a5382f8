import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { formatInstant, formatNumber, isolate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ChangeList } from '../site.agenda-versions/change-list.tsx'
import { ReleaseForm } from './release-form.tsx'
import type { action, loader } from './route.tsx'
import { TellForm } from './tell-form.tsx'

const most = 100

/** What a release would change in what the public sees, the release itself, and the versions there have been. */
export function ReleasePage() {
  const { event, isUnchanged, items, last } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('programme:desk.title')}</h1>
        <Link className="button quiet" to={`/desk/events/${event.slug}/agenda`}>
          {t('programme:desk.back')}
        </Link>
      </div>
      <Done />
      <p>{t('programme:desk.lead')}</p>
      {event.state === 'draft' && <Notice kind="info">{t('programme:desk.notPublic')}</Notice>}
      {isUnchanged ? (
        <p className="card empty">
          {t(last || items > 0 ? 'programme:desk.nothing' : 'programme:desk.empty')}
        </p>
      ) : (
        <>
          <p>
            <a className="target" href={`/${language}/${event.slug}/agenda/draft`}>
              {t('programme:desk.preview')}
            </a>
          </p>
          <Changes />
          <ReleaseForm />
        </>
      )}
      <Versions />
    </div>
  )
}

function Done() {
  const { done, told } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  if (answer || !done) return null
  const counted = { count: told, number: formatNumber(told, language) }
  if (done === 'released') return <Notice kind="success">{t('programme:done.released')}</Notice>
  if (done === 'told' && told === 0) return <Notice kind="info">{t('programme:done.toldNobody')}</Notice>
  if (done === 'told') return <Notice kind="success">{t('programme:done.told', counted)}</Notice>
  if (done === 'releasedAndTold')
    return <Notice kind="success">{t('programme:done.releasedAndTold', counted)}</Notice>
  return null
}

function Changes() {
  const { event, last, changes, items } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!last) {
    const counted = { count: items, number: formatNumber(items, language) }
    return <p>{t('programme:desk.firstOne', counted)}</p>
  }
  return (
    <section className="card stack" aria-labelledby="what">
      <h2 id="what">{t('programme:desk.what', { version: formatNumber(last.number + 1, language) })}</h2>
      <ChangeList
        changes={changes}
        zone={event.zone}
        most={most}
        to={(id) => `/desk/events/${event.slug}/agenda/${id}`}
      />
    </section>
  )
}

function Versions() {
  const { versions, older } = useLoaderData<typeof loader>()
  const t = useText()
  if (versions.length === 0) return null
  return (
    <section className="stack" aria-labelledby="versions" id="history">
      <h2 id="versions">{t('programme:desk.history')}</h2>
      <ul className="card plain-list rows">
        {versions.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </ul>
      {older && (
        <p>
          <Link className="button quiet" to={`?before=${older}#history`}>
            {t('programme:versions.older')}
          </Link>
        </p>
      )}
    </section>
  )
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['versions'][number]

function Version({ version }: { version: Listed }) {
  const { event, last, open } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { number, note, releasedAt, releasedBy } = version
  const isOpen = open?.number === number
  const isLast = last?.number === number
  return (
    <li id={`version-${number}`} className="stack">
      <div className="row between">
        <div className="tight">
          <p className="row tags">
            <span className="strong">
              {t('programme:versions.number', { version: formatNumber(number, language) })}
            </span>
            {isLast && <span className="tag yes">{t('programme:versions.present')}</span>}
          </p>
          <p className="muted small">
            {formatInstant(releasedAt, 'dayAndTime', language, event.zone)}
            {releasedBy && ` · ${t('programme:desk.by', { name: isolate(releasedBy) })}`}
          </p>
          {localize(note, language) && (
            <p className="small">
              <LocalizedText text={note} language={language} />
            </p>
          )}
        </div>
        <p className="row">
          <Link className="button quiet" to={isOpen ? '?' : `?version=${number}#version-${number}`}>
            {t(isOpen ? 'programme:desk.hide' : 'programme:desk.show')}
          </Link>
          <a className="target" href={`/${language}/${event.slug}/agenda/versions/${number}`}>
            {t('programme:versions.open')}
          </a>
        </p>
      </div>
      {isOpen && number === 1 && <p>{t('programme:versions.first')}</p>}
      {isOpen && number > 1 && <ChangeList changes={open.changes} zone={event.zone} most={most} to={null} />}
      {isOpen && isLast && number > 1 && <TellForm version={number} />}
    </li>
  )
}
