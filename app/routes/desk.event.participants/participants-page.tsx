import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useRef } from 'react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { delegationOf, markOf, titledName } from '#app/participants/listed.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { withSize } from '#app/ui/page-sizes.ts'
import { Pager } from '#app/ui/pager.tsx'
import { SizeChoice } from '#app/ui/size-choice.tsx'
import { useListKeys } from '#app/ui/use-list-keys.ts'
import { Papers } from './papers.tsx'
import { ParticipantFilters } from './participant-filters.tsx'
import type { loader } from './route.tsx'

/** Who takes part, in order, and the papers that are made of it. */
export function ParticipantsPage() {
  const { home, filter, rows, total, page, size, isRenewing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const [search] = useSearchParams()
  const { page: _, size: __, ...kept } = Object.fromEntries(search)
  const query = new URLSearchParams(kept).toString()
  const to = (next: number) =>
    `?${new URLSearchParams([...new URLSearchParams(withSize(query, size)), ['page', String(next)]])}`
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('participants:title')}</h1>
        <Link className="button quiet" to={`${home}/precedence`}>
          {t('participants:toPrecedence')}
        </Link>
      </div>
      <ParticipantFilters />
      <Notice kind={filter.audience === 'shared' ? 'info' : 'warning'}>
        {t(`participants:${filter.audience}Hint`)}
      </Notice>
      {isRenewing && filter.order === 'precedence' && (
        <Notice kind="info">{t('participants:renewing')}</Notice>
      )}
      <div className="row between">
        <p className="muted" id="participants-count">
          {t('participants:count', { count: total, number: formatNumber(total, language) })}
          {' · '}
          {t(`participants:order.${filter.order}`)}
        </p>
        <SizeChoice size={size} total={total} query={query} />
      </div>
      {rows.length === 0 && <p className="card empty">{t('participants:none')}</p>}
      {rows.length > 0 && <ParticipantList />}
      <Pager label={t('participants:pages')} page={page} pages={Math.ceil(total / size)} to={to} />
      {total > 0 && <Papers />}
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function ParticipantList() {
  const { rows, page, size } = useLoaderData<typeof loader>()
  const list = useRef<HTMLOListElement>(null)
  useListKeys(list, '.participant a')
  return (
    <ol
      ref={list}
      className="card plain-list participants"
      start={(page - 1) * size + 1}
      aria-labelledby="participants-count"
    >
      {rows.map((row, index) => (
        <Participant
          key={row.id}
          row={row}
          number={(page - 1) * size + index + 1}
          isNewGroup={index === 0 || delegationOf(rows[index - 1] as Row) !== delegationOf(row)}
        />
      ))}
    </ol>
  )
}

function Participant({ row, number, isNewGroup }: { row: Row; number: number; isNewGroup: boolean }) {
  const t = useText()
  const language = useLanguage()
  const mark = markOf(row)
  return (
    <li className={isNewGroup ? 'participant new-group' : 'participant'}>
      <span className="participant-number muted">
        <bdi>{formatNumber(number, language)}</bdi>
      </span>
      <div className="tight">
        <p className="row tags">
          <Name row={row} />
          {mark && <span className="tag">{t(`participants:mark.${mark}`)}</span>}
        </p>
        <p className="muted small">
          <LocalizedText text={row.position} language={language} />
        </p>
      </div>
      <p className="small participant-organisation">
        <LocalizedText text={row.organisationName} language={language} />
        <span className="muted">{t(`guests:kind.${row.kind ?? 'other'}`)}</span>
      </p>
    </li>
  )
}

/** The way to the guest's own page; who came by the door alone has none. */
function Name({ row }: { row: Row }) {
  const { home } = useLoaderData<typeof loader>()
  const name = <bdi className="strong wraps">{titledName(row, useLanguage())}</bdi>
  return row.invitationId ? <Link to={`${home}/guests/${row.invitationId}`}>{name}</Link> : name
}
