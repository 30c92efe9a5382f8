import { Link, useLoaderData } from '@remix-run/react'
import type { GuestRow } from '#app/answers/guest-list.server.ts'
import { displayName } from '#app/directory/names.ts'
import { comma } from '#app/i18n/format.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { loader } from './route.tsx'

/** One invitation in the list: a person, or an institution with whom it sends. */
export function GuestCard({ guest }: { guest: GuestRow }) {
  const t = useText()
  const language = useLanguage()
  const [person] = guest.people
  const name = guest.organisationId
    ? localize(guest.organisation?.name, language)
    : displayName(person?.names ?? {}, language)
  return (
    <li className="guest-row">
      <div className="guest-who">
        <Link to={guest.id} className="strong">
          <bdi className="wraps">{name}</bdi>
        </Link>
        <p className="muted small">
          {guest.organisationId ? (
            t('guests:institution', { count: guest.seats })
          ) : (
            <Position person={person} />
          )}
        </p>
      </div>
      <Parts guest={guest} />
      <div className="row tags">
        {guest.state === 'draft' && <span className="tag wait">{t('guests:state.unsent')}</span>}
        {guest.state === 'revoked' && <span className="tag no">{t('guests:state.withdrawn')}</span>}
        {guest.wrongRecipientAt && <span className="tag no">{t('guests:wrongRecipient')}</span>}
        {guest.message && <span className="tag sun">{t('guests:message')}</span>}
        {hasNeeds(guest) && <span className="tag sun">{t('answer:needs.title')}</span>}
        <span className="muted small" lang={guest.language}>
          {languageNames[guest.language]}
        </span>
      </div>
      {guest.organisationId && <Delegates guest={guest} />}
    </li>
  )
}

function hasNeeds({ people }: GuestRow): boolean {
  return people.some(({ needs }) => Object.keys(needs).length > 0)
}

function Position({ person }: { person: GuestRow['people'][number] | undefined }) {
  const language = useLanguage()
  const said = [person?.position, person?.organisationName].filter((text) => localize(text, language))
  return said.map((text, index) => (
    <span key={localize(text, language)}>
      {index > 0 && comma(language)}
      <LocalizedText text={text} language={language} />
    </span>
  ))
}

/** Where the invitation stands in each part; an institution by its own word. */
function Parts({ guest }: { guest: GuestRow }) {
  const { parts } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const own = guest.organisationId ? guest.own : (guest.people[0]?.attendances ?? [])
  return (
    <dl className="guest-parts">
      {parts.flatMap(({ id, name }) => {
        const stand = own.find(({ partId }) => partId === id)
        return stand
          ? [
              <div key={id}>
                <dt className="muted small">
                  <LocalizedText text={name} language={language} />
                </dt>
                <dd>
                  <StatusTag status={stand.status} />
                </dd>
              </div>,
            ]
          : []
      })}
    </dl>
  )
}

function Delegates({ guest }: { guest: GuestRow }) {
  const { part } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const named = guest.people.filter(({ attendances }) =>
    attendances.some(({ status }) => status !== 'cancelled'),
  )
  if (named.length === 0) return null
  return (
    <ul className="plain-list guest-delegates small">
      {named.map(({ id, names, attendances }) => {
        const stand = attendances.find(({ partId }) => partId === part) ?? attendances[0]
        return (
          <li key={id} className="row">
            <bdi className="wraps">{displayName(names, language)}</bdi>
            {stand && <StatusTag status={stand.status} />}
          </li>
        )
      })}
    </ul>
  )
}
