import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { type Localized, languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

type Data = ReturnType<typeof useLoaderData<typeof loader>>
type PersonRow = NonNullable<Data['persons']>['rows'][number]
type OrganisationRow = NonNullable<Data['institutions']>['rows'][number]

/** One page of those who match, each with a box to tick. */
export function CandidateList({ ticked }: { ticked: readonly string[] }) {
  const { persons, institutions, total, pages, search } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const found = search.side === 'persons' ? 'foundPersons' : 'foundOrganisations'
  return (
    <section className="stack" aria-labelledby="matching">
      <h2 id="matching" className="visually-hidden">
        {t('invitations:invite.list')}
      </h2>
      <p className="muted" role="status">
        {t(`invitations:invite.${found}`, { count: total, number: formatNumber(total, language) })}
        {pages > 1 && ` · ${t('invitations:invite.ticksHere')}`}
      </p>
      <ul className="plain-list card message-list">
        {persons?.rows.map((row) => (
          <Person key={row.id} row={row} isTicked={ticked.includes(row.id)} />
        ))}
        {institutions?.rows.map((row) => (
          <Institution key={row.id} row={row} isTicked={ticked.includes(row.id)} />
        ))}
      </ul>
      <Pages />
    </section>
  )
}

function Person({ row, isTicked }: { row: PersonRow; isTicked: boolean }) {
  const language = useLanguage()
  const honorific = localize(row.honorific, language)
  const name = displayName(row.names, language)
  return (
    <li>
      <Tick id={row.id} name={name} isTicked={isTicked} />
      <div className="message-what candidate">
        <p>
          {honorific && <span className="muted">{honorific} </span>}
          <bdi className="strong wraps">{name}</bdi>
        </p>
        <Details texts={[row.position, row.organisationName]} />
      </div>
      <Signs row={row} />
    </li>
  )
}

function Institution({ row, isTicked }: { row: OrganisationRow; isTicked: boolean }) {
  const t = useText()
  const language = useLanguage()
  return (
    <li>
      <Tick id={row.id} name={localize(row.name, language)} isTicked={isTicked} />
      <div className="message-what candidate">
        <p className="strong">
          <LocalizedText text={row.name} language={language} />
          {row.acronym && (
            <span className="muted">
              {' '}
              (<bdi>{row.acronym}</bdi>)
            </span>
          )}
        </p>
        <p className="muted small">{t(`guests:kind.${row.kind}`)}</p>
      </div>
      <Signs row={row} />
    </li>
  )
}

function Tick({ id, name, isTicked }: { id: string; name: string; isTicked: boolean }) {
  const t = useText()
  return (
    <label className="tick">
      <input type="checkbox" name="id" value={id} defaultChecked={isTicked} />
      <span className="visually-hidden">{t('invitations:invite.choose', { name })}</span>
    </label>
  )
}

function Details({ texts }: { texts: (Localized | null)[] }) {
  const language = useLanguage()
  const said = texts.filter((text) => localize(text, language))
  if (!said.length) return null
  return (
    <p className="muted small">
      {said.map((text, index) => (
        <span key={localize(text, language)}>
          {index > 0 && ' · '}
          <LocalizedText text={text} language={language} />
        </span>
      ))}
    </p>
  )
}

/** The address the invitation will go to, its language, and whether there is one already. */
function Signs({ row }: { row: PersonRow | OrganisationRow }) {
  const t = useText()
  return (
    <p className="message-how small">
      {row.email ? (
        <bdi className="muted address">{row.email}</bdi>
      ) : (
        <span className="tag wait">{t('invitations:invite.noAddress')}</span>
      )}
      {row.language && (
        <span className="muted" lang={row.language}>
          {languageNames[row.language]}
        </span>
      )}
      {row.invitation === 'revoked' && <span className="tag quiet">{t('invitations:invite.withdrawn')}</span>}
      {row.invitation && row.invitation !== 'revoked' && (
        <span className="tag">{t('invitations:invite.invited')}</span>
      )}
    </p>
  )
}

function Pages() {
  const { pages, search } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const [address] = useSearchParams()
  if (pages < 2) return null
  const to = (page: number) =>
    `?${new URLSearchParams({ ...Object.fromEntries(address), page: String(page) })}`
  const number = (value: number) => formatNumber(value, language)
  return (
    <nav className="row between" aria-label={t('invitations:invite.pages')}>
      {search.page > 1 ? (
        <Link className="button quiet" to={to(search.page - 1)} rel="prev">
          {t('common:previousPage')}
        </Link>
      ) : (
        <span />
      )}
      <span className="muted">{t('common:pageOf', { page: number(search.page), pages: number(pages) })}</span>
      {search.page < pages ? (
        <Link className="button quiet" to={to(search.page + 1)} rel="next">
          {t('common:nextPage')}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}
