import { Link, type useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { direction } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { keptBackFor } from '#app/mail/suppression.ts'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import { MessageState } from './message-state.tsx'
import type { loader } from './route.tsx'

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

/** One message: whom it goes to, what it says, how it stands. */
export function MessageRow({ row, canChoose }: { row: Row; canChoose: boolean }) {
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  const at = row.settledAt ?? row.createdAt
  const keptBack = keptBackFor(row.response)
  return (
    <li>
      {canChoose && (
        <label className="tick">
          <input type="checkbox" name="message" value={row.id} />
          <span className="visually-hidden">
            {t('mail:outbox.choose', { name: row.to.name || row.to.address })}
          </span>
        </label>
      )}
      <div className="message-what">
        <Link to={row.id} className="strong">
          <span lang={row.language} dir={direction(row.language)}>
            {row.subject}
          </span>
        </Link>
        <p className="small">
          {row.to.name && <span dir="auto">{row.to.name}</span>}{' '}
          <bdi className="muted address">{row.to.address}</bdi>
        </p>
        {row.response && row.state !== 'sent' && (
          <p className="small muted" dir="auto">
            {keptBack ? t(`sending:keptBack.${keptBack}`) : row.response}
          </p>
        )}
      </div>
      <p className="message-how small">
        <MessageState state={row.state} />
        {row.isEdited && <span className="tag quiet">{t('mailing:message.edited')}</span>}
        {row.copyOf && <span className="tag quiet">{t('mailing:message.copies')}</span>}
        <span className="muted">{t(`mail:kind.${row.kind}`)}</span>
        <span className="muted">{formatInstant(at, 'dayAndTime', language, zone)}</span>
      </p>
    </li>
  )
}
