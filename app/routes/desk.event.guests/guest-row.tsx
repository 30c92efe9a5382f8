import { Link, useLoaderData } from '@remix-run/react'
import type { Column } from '#app/answers/guest-filter.ts'
import type { GuestRow } from '#app/answers/guest-rows.server.ts'
import { needsText } from '#app/answers/guest-sheet.ts'
import { displayName } from '#app/directory/names.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useEventZone } from '#app/routes/desk.event/use-event-zone.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { loader } from './route.tsx'

type Given = { guest: GuestRow }

/** One row: who, in both scripts, and what the reader wants to see of them. */
export function GuestRowCells({ guest }: Given) {
  const { columns, partColumns } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <tr>
      <th scope="row" className="guest-name">
        <Name guest={guest} />
      </th>
      {columns.map((column) =>
        column === 'parts' ? (
          partColumns.map(({ id, name }) => (
            <td key={id} data-label={localize(name, language)}>
              <State guest={guest} partId={id} />
            </td>
          ))
        ) : (
          <td key={column} data-label={t(`roster:column.${column}`)}>
            <Cell column={column} guest={guest} />
          </td>
        ),
      )}
    </tr>
  )
}

function Name({ guest }: Given) {
  const { canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isInstitution = guest.rowKind === 'institution'
  const name = isInstitution
    ? localize(guest.organisationName, language)
    : displayName(guest.names, language) || t('roster:unnamed')
  const other = [guest.names.latin?.full, guest.names.arabic?.full].find((full) => full && full !== name)
  return (
    <>
      {canEdit && (
        <input
          type="checkbox"
          name="pick"
          value={`${isInstitution ? 'i' : 'p'}.${guest.id}`}
          aria-label={t('roster:select', { name })}
        />
      )}
      <span className="guest-names">
        {guest.invitationId ? (
          <Link to={guest.invitationId}>
            <bdi className="wraps">{name}</bdi>
          </Link>
        ) : (
          <bdi className="wraps">{name}</bdi>
        )}
        {other && <bdi className="hint wraps">{other}</bdi>}
        {isInstitution && (
          <span className="hint">{t('guests:institution', { count: guest.invitation?.seats ?? 0 })}</span>
        )}
      </span>
    </>
  )
}

function State({ guest, partId }: Given & { partId: string }) {
  const stand = guest.standing.find((one) => one.partId === partId)
  return stand ? <StatusTag status={stand.status} /> : <span className="muted">–</span>
}

function Cell({ column, guest }: Given & { column: Exclude<Column, 'parts'> }) {
  const t = useText()
  const language = useLanguage()
  switch (column) {
    case 'position':
      return <LocalizedText text={guest.position} language={language} />
    case 'organisation':
      return guest.rowKind === 'person' ? (
        <LocalizedText text={guest.organisationName} language={language} />
      ) : (
        guest.kind && t(`guests:kind.${guest.kind}`)
      )
    case 'seat':
      return <Seat guest={guest} />
    case 'language':
      return <span lang={guest.language}>{languageNames[guest.language]}</span>
    case 'needs':
      return needsText(guest.needs) && <bdi className="wraps">{needsText(guest.needs)}</bdi>
    case 'mail':
      return <LastMail guest={guest} />
    case 'answered':
      return <Answered guest={guest} />
    case 'flags':
      return <Flags guest={guest} />
  }
}

function Seat({ guest: { rowKind, source, seat } }: Given) {
  const t = useText()
  if (rowKind === 'institution') return <>{t('roster:seat.institution')}</>
  return <>{source === 'invitation' ? t('roster:seat.person') : t(`guests:file.${seat}`)}</>
}

function LastMail({ guest: { mail } }: Given) {
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  if (!mail) return <span className="muted">{t('roster:noMail')}</span>
  return (
    <>
      <bdi className="guest-date">{formatInstant(mail.at, 'shortDay', language, zone)}</bdi>{' '}
      <span className="muted small">{t(`guests:mailState.${mail.state}`)}</span>
    </>
  )
}

function Answered({ guest: { standing } }: Given) {
  const { filter } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  const stand =
    standing.find(({ partId, at }) => at && partId === filter.part) ?? standing.find(({ at }) => at)
  if (!stand?.at) return null
  return (
    <>
      <bdi className="guest-date">{formatInstant(stand.at, 'shortDay', language, zone)}</bdi>{' '}
      {stand.via && <span className="muted small">{t(`guests:via.${stand.via}`)}</span>}
    </>
  )
}

function Flags({ guest: { invitation, mail, standing, seat } }: Given) {
  const t = useText()
  const flags = [
    seat !== 'alternate' &&
      standing.some(({ status }) => status === 'proposed') && {
        look: 'wait',
        text: t('roster:flag.request'),
      },
    invitation?.wrongRecipientAt && { look: 'no', text: t('guests:wrongRecipient') },
    (mail?.state === 'bounced' || mail?.state === 'failed') && { look: 'no', text: t('roster:flag.bounced') },
    invitation?.state === 'draft' && { look: 'wait', text: t('guests:state.unsent') },
    invitation?.state === 'revoked' && { look: 'no', text: t('guests:state.withdrawn') },
    invitation?.message && { look: 'sun', text: t('guests:message') },
  ].filter((flag) => flag instanceof Object)
  return flags.map(({ look, text }) => (
    <span key={text} className={`tag ${look}`}>
      {text}
    </span>
  ))
}
