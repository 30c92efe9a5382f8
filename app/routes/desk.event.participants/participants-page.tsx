import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { delegationOf, markOf, titledName } from '#app/participants/listed.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Papers } from './papers.tsx'
import { ParticipantFilters } from './participant-filters.tsx'
import type { loader } from './route.tsx'

/** Who takes part, in order, and the papers that are made of it. */
export function ParticipantsPage() {
  const { home, filter, rows, total, page, size, isRenewing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const [search] = useSearchParams()
  const to = (next: number) => {
    const { page: _, ...kept } = Object.fromEntries(search)
    return `?${new URLSearchParams({ ...kept, page: String(next) })}`
  }
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
      <p className="muted" id="participants-count">
        {t('participants:count', { count: total, number: formatNumber(total, language) })}
        {' · '}
        {t(`participants:order.${filter.order}`)}
      </p>
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
  return (
    <ol
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
          <bdi className="strong wraps">{titledName(row, language)}</bdi>
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
