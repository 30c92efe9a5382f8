import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Downloads } from '../desk.persons/downloads.tsx'
import { ListFilter, listAddress } from '../desk.persons/list-filter.tsx'
import type { loader } from './route.tsx'

export function OrganisationsPage() {
  const { filter, total, all, page, size, tags, canEdit } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const t = useText()
  const shown = formatNumber(total, useLanguage())
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('directory:organisations.title')}</h1>
        {canEdit && (
          <div className="row">
            <Link className="button quiet" to="/desk/imports">
              {t('directory:import')}
            </Link>
            <Link className="button" to="/desk/organisations/new">
              {t('directory:organisations.add')}
            </Link>
          </div>
        )}
      </div>
      {search.get('done') === 'removed' && <Notice kind="success">{t('directory:done.removed')}</Notice>}
      {all === 0 ? (
        <p className="card empty">{t('directory:organisations.empty')}</p>
      ) : (
        <>
          <ListFilter
            key={search.toString()}
            filter={filter}
            searchLabel={t('directory:organisations.search')}
            tags={tags}
            sorts={['name', 'precedence', 'latest']}
          />
          <div className="row between">
            <p className="muted">{t('directory:organisations.count', { count: total, shown })}</p>
            <Downloads of="organisations" />
          </div>
          <OrganisationsTable />
          <Pager
            label={t('directory:organisations.title')}
            page={page}
            pages={Math.ceil(total / size)}
            to={(next) => listAddress(filter, next)}
          />
        </>
      )}
    </div>
  )
}

function OrganisationsTable() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!rows.length) return <p className="card empty">{t('directory:organisations.nothingFound')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard.
    <section className="scroll card flush" tabIndex={0} aria-label={t('directory:organisations.list')}>
      <table className="directory">
        <thead>
          <tr>
            <th scope="col">{t('directory:field.organisation')}</th>
            <th scope="col">{t('directory:field.kind')}</th>
            <th scope="col">{t('directory:field.email')}</th>
            <th scope="col" className="n">
              {t('directory:organisation.people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((organisation) => (
            <tr key={organisation.id}>
              <th scope="row">
                <Link to={`/desk/organisations/${organisation.id}`}>
                  <LocalizedText text={organisation.name} language={language} />
                </Link>
                {organisation.acronym && organisation.acronym !== localize(organisation.name, language) && (
                  <small className="muted block">
                    <bdi>{organisation.acronym}</bdi>
                  </small>
                )}
              </th>
              <td>{t(`directory:kind.${organisation.kind}`)}</td>
              <td>
                {organisation.email ? (
                  <bdi dir="ltr" className="wraps">
                    {organisation.email}
                  </bdi>
                ) : (
                  <span className="tag quiet">{t('directory:persons.noAddress')}</span>
                )}
              </td>
              <td className="n" data-unit={t('directory:organisation.people')}>
                {formatNumber(organisation.persons, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
