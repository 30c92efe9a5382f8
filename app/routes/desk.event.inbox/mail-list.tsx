import { Link } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { inboxStates } from '#app/inbox/rules.ts'
import { Pager } from '#app/ui/pager.tsx'
import type { PersonNames } from '#db/schema/directory.server.ts'
import type { InboxKind, InboxState, ReceivedReply } from '#db/schema/inbox.server.ts'

type Row = {
  id: string
  kind: InboxKind
  reason: string
  reply: ReceivedReply | null
  fromName: string
  fromAddress: string
  subject: string
  receivedAt: Date
  guest: PersonNames | null
}
type Listed = {
  asked: { state: InboxState; page: number }
  counts: Record<InboxState, number>
  rows: Row[]
  pages: number
  zone: string
}

/** Mails of one state, page by page; each a way to its own page. */
export function MailList({ asked, counts, rows, pages, zone }: Listed) {
  const t = useText()
  const language = useLanguage()
  const shown = inboxStates.filter(
    (state) => counts[state] > 0 || state === 'waiting' || state === asked.state,
  )
  return (
    <>
      <nav className="filters" aria-label={t('inbox:filters')}>
        {shown.map((state) => (
          <Link key={state} to={`?state=${state}`} aria-current={state === asked.state ? 'page' : undefined}>
            {t(`inbox:state.${state}`)}{' '}
            <span className="filter-count">{formatNumber(counts[state], language)}</span>
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="card empty">{t(`inbox:empty.${asked.state}`)}</p>
      ) : (
        <ul className="plain-list card rows" aria-label={t('inbox:list')}>
          {rows.map((row) => (
            <MailRow key={row.id} row={row} zone={zone} />
          ))}
        </ul>
      )}
      <Pager
        label={t('inbox:pages')}
        page={asked.page}
        pages={pages}
        to={(page) => `?${new URLSearchParams({ state: asked.state, page: String(page) })}`}
      />
    </>
  )
}

function MailRow({ row, zone }: { row: Row; zone: string }) {
  const t = useText()
  const language = useLanguage()
  const { kind, reason, reply, guest, receivedAt } = row
  const sender = guest ? displayName(guest, language) : row.fromName || row.fromAddress
  return (
    <li className="inbox-row">
      <div className="tight">
        <Link to={row.id} className="strong target">
          <bdi className="wraps">{row.subject || t(`inbox:kind.${kind}`)}</bdi>
        </Link>
        <p className="small">
          <bdi className="wraps">{sender}</bdi>
          {reply && <span> · {t(`inbox:says.${reply.participation}`)}</span>}
        </p>
        {reason !== kind && (
          <p className="small muted">{t([`inbox:reason.${reason as 'other'}`, 'inbox:reason.other'])}</p>
        )}
      </div>
      <p className="small inbox-when">
        <span className={`tag ${kind === 'bounce' || kind === 'complaint' ? 'no' : 'quiet'}`}>
          {t(`inbox:kind.${kind}`)}
        </span>
        <time className="muted" dateTime={receivedAt.toISOString()}>
          <bdi>{formatInstant(receivedAt, 'dayAndTime', language, zone)}</bdi>
        </time>
      </p>
    </li>
  )
}
