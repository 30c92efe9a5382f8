import { Link, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { loader } from './route.tsx'

/** What people of this event have asked about their data, by when it is due. */
export function RequestsPage() {
  const { rows, page, pages } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack sections">
      <header className="tight">
        <h1>{t('privacy:desk.title')}</h1>
        <p className="muted">{t('privacy:desk.about')}</p>
      </header>
      {rows.length === 0 ? (
        <p className="card empty">{t('privacy:desk.none')}</p>
      ) : (
        <ul className="plain-list card rows">
          {rows.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </ul>
      )}
      <Pager
        label={t('privacy:desk.title')}
        page={page}
        pages={pages}
        to={(other) => (other > 1 ? `?page=${other}` : '.')}
      />
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function RequestRow({ request }: { request: Row }) {
  const { now, zone } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { id, kind, state, names, organisationName, dueAt, decidedAt } = request
  const isOpen = state === 'open'
  const isLate = isOpen && dueAt < now
  const date = formatInstant(isOpen ? dueAt : (decidedAt ?? dueAt), 'day', language, zone)
  return (
    <li className="row between">
      <span>
        <Link to={id} className="strong">
          {t(`privacy:kind.${kind}`)} · <bdi className="wraps">{displayName(names, language)}</bdi>
        </Link>
        <span className="hint">
          <LocalizedText text={organisationName} language={language} />
        </span>
      </span>
      <span className="row">
        <span className="muted small">
          {t(isOpen ? 'privacy:desk.due' : 'privacy:desk.decidedOn', { date })}
        </span>
        <span className={`tag ${isLate ? 'no' : isOpen ? 'wait' : 'quiet'}`}>
          {isLate ? t('privacy:desk.late') : t(`privacy:state.${state}`)}
        </span>
      </span>
    </li>
  )
}
