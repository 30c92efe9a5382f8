import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { WithoutLetter } from './enclosing-section.tsx'
import type { loader } from './route.tsx'

type Guest = ReturnType<typeof useLoaderData<typeof loader>>['guests'][number]

/** Who would get the letter: a number, who is left out for want of an address, and the names. */
export function AudienceList() {
  const { audience, guests, asked, isEditable } = useLoaderData<typeof loader>()
  const t = useText()
  const hasReaders = isEditable || audience.reachable > 0
  return (
    <div className="stack">
      {hasReaders && <Reach />}
      <LeftOut />
      <WithoutLetter />
      <Fallbacks />
      {hasReaders && guests.length > 0 && (
        <details className="disclosure" open={asked.page > 1}>
          <summary>{t('invitations:mailing.showList')}</summary>
          <ul className="plain-list rows">
            {guests.map((guest) => (
              <GuestLine key={guest.attendeeId ?? guest.invitationId} guest={guest} />
            ))}
          </ul>
          <Pages />
        </details>
      )}
    </div>
  )
}

function Reach() {
  const { audience, event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const count = audience.reachable
  if (audience.total > 0)
    return (
      <p className="strong">
        {t('invitations:mailing.reaches', { count, number: formatNumber(count, language) })}
      </p>
    )
  return (
    <p className="muted">
      {t('invitations:mailing.reachesNobody')}{' '}
      <Link className="target" to={`/desk/events/${event.slug}/invite`}>
        {t('invitations:mailings.toInvite')}
      </Link>
    </p>
  )
}

function GuestLine({ guest }: { guest: Guest }) {
  return (
    <li className="row between">
      <GuestLink guest={guest} />
      <span className="row small">
        {guest.email && <bdi className="muted address">{guest.email}</bdi>}
        <Why guest={guest} />
        <span className="muted" lang={guest.language}>
          {languageNames[guest.language]}
        </span>
      </span>
    </li>
  )
}

function GuestLink({ guest }: { guest: Guest }) {
  const { event } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const organisation = localize(guest.organisationName, language)
  const name = guest.person ? displayName(guest.person.names, language) : organisation
  return (
    <span>
      <Link to={`/desk/events/${event.slug}/guests/${guest.invitationId}`}>
        <bdi className="wraps">{name}</bdi>
      </Link>
      {guest.person && organisation && <span className="muted small"> · {organisation}</span>}
    </span>
  )
}

/** Who is meant but gets no letter, and why. */
function LeftOut() {
  const { audience, leftOut } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const count = audience.total - audience.reachable
  if (!count) return null
  const further = count - leftOut.length
  return (
    <Notice kind="warning">
      <p className="strong">{t('mailing:leftOutTitle')}</p>
      {audience.leftOut.map(({ reason, count }) => (
        <p key={reason}>{t(`mailing:leftOut.${reason}`, { count, number: formatNumber(count, language) })}</p>
      ))}
      <p>{t('mailing:leftOutHint')}</p>
      <ul className="plain-list name-grid">
        {leftOut.map((guest) => (
          <li key={guest.attendeeId ?? guest.invitationId} className="target">
            <GuestLink guest={guest} /> <Why guest={guest} />
          </li>
        ))}
        {further > 0 && (
          <li className="muted">
            {t('invitations:mailing.andMore', { number: formatNumber(further, language) })}
          </li>
        )}
      </ul>
    </Notice>
  )
}

function Why({ guest: { leftOut } }: { guest: Guest }) {
  const t = useText()
  return leftOut && <span className="tag wait">{t(`mailing:leftOutTag.${leftOut}`)}</span>
}

/** Guests whose language the letter does not speak, and what they would read instead. */
function Fallbacks() {
  const { missing } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const shown = missing.flatMap(({ got, ...row }) => (got ? [{ ...row, got }] : []))
  if (!shown.length) return null
  return (
    <Notice kind="warning">
      {shown.map(({ language: wanted, got, count }) => (
        <p key={wanted}>
          {t('invitations:mailing.fallback', {
            count,
            number: formatNumber(count, language),
            language: languageNames[wanted],
            got: languageNames[got],
          })}
        </p>
      ))}
    </Notice>
  )
}

function Pages() {
  const { pages, asked } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const [address] = useSearchParams()
  if (pages < 2) return null
  const to = (page: number) => {
    const { done: _, count: __, ...kept } = Object.fromEntries(address)
    return `?${new URLSearchParams({ ...kept, page: String(page) })}`
  }
  const number = (value: number) => formatNumber(value, language)
  return (
    <nav className="row between" aria-label={t('invitations:mailing.pages')}>
      {asked.page > 1 ? (
        <Link to={to(asked.page - 1)} preventScrollReset>
          {t('common:previousPage')}
        </Link>
      ) : (
        <span />
      )}
      <span className="muted">{t('common:pageOf', { page: number(asked.page), pages: number(pages) })}</span>
      {asked.page < pages ? (
        <Link to={to(asked.page + 1)} preventScrollReset>
          {t('common:nextPage')}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
