import { useLoaderData } from '@remix-run/react'
import type { NamedOne } from '#app/answers/named.ts'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { PassOn } from './pass-on.tsx'
import type { loader } from './route.tsx'

/** Whom an institution has named, in their order, each with where they stand and a link to pass on. */
export function Members() {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!page.names.length) return null
  return (
    <section className="card stack" aria-labelledby="members">
      <h2 id="members">{t('answer:names.title')}</h2>
      <ol className="plain-list rows named-list">
        {page.names.map((member, index) => (
          <li key={member.id}>
            <span className="member-place muted" aria-hidden="true">
              {member.seat === 'refused' ? '–' : formatNumber(index + 1, language)}
            </span>
            <div className="member">
              <MemberHead member={member} />
              <Link member={member} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Link({ member }: { member: NamedOne }) {
  const { links } = useLoaderData<typeof loader>()
  const link = links[member.id]
  return link ? <PassOn person={member} {...link} /> : null
}

/** One who was named: who they are, what place they have, and whether they have said so themselves. */
export function MemberHead({ member }: { member: NamedOne }) {
  const t = useText()
  const language = useLanguage()
  const { names, honorific, position, email, phone, isHead } = member
  const name = [localize(honorific, language), displayName(names, language)].filter(Boolean).join(' ')
  const other = [names.latin?.full, names.arabic?.full].find((one) => one && !name.endsWith(one))
  return (
    <>
      <p>
        <bdi className="wraps strong">{name}</bdi>
        {other && (
          <>
            {' '}
            <bdi className="wraps muted small">{other}</bdi>
          </>
        )}
      </p>
      <p className="hint">
        <bdi className="wraps">{localize(position, language)}</bdi>{' '}
        <bdi dir="ltr" className="wraps">
          {[email, phone].filter(Boolean).join(' · ')}
        </bdi>
      </p>
      <p className="row tags">
        {isHead && <span className="tag sun">{t('delegation:row.head')}</span>}
        <Places member={member} />
      </p>
    </>
  )
}

function Places({ member: { seat, statuses } }: { member: NamedOne }) {
  const t = useText()
  const told = [...new Set(statuses.map(({ status }) => status))].filter((status) => status !== 'proposed')
  const isConfirmed = statuses.some(({ isOwnWord }) => isOwnWord)
  if (seat === 'refused') return <span className="tag no">{t('delegation:seat.refused')}</span>
  return (
    <>
      {seat !== 'delegate' && (
        <span className={seat === 'requested' ? 'tag wait' : 'tag quiet'}>
          {t(`delegation:seat.${seat as 'alternate'}`)}
        </span>
      )}
      {seat !== 'requested' && told.map((status) => <StatusTag key={status} status={status} />)}
      {seat !== 'requested' && (
        <span className="muted small">
          {isConfirmed ? t('delegation:state.confirmed') : t('delegation:state.notYet')}
        </span>
      )}
    </>
  )
}
