import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { organisationKinds, type Sort } from '#app/directory/rules.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'

export type ShownFilter = {
  search: string
  kind: string | null
  organisationId: string | null
  tag: string | null
  language: string | null
  withoutAddress: boolean
  sort: Sort
}

/** The address of a list with this filter. */
export function listAddress(filter: ShownFilter, page?: number): string {
  const all = {
    search: filter.search,
    kind: filter.kind ?? '',
    organisation: filter.organisationId ?? '',
    tag: filter.tag ?? '',
    language: filter.language ?? '',
    address: filter.withoutAddress ? 'none' : '',
    sort: filter.sort === 'name' ? '' : filter.sort,
    page: page && page > 1 ? String(page) : '',
  }
  return `?${new URLSearchParams(Object.entries(all).filter(([, value]) => value))}`
}

/** Search, filter and order of a list of the directory; works by address alone. `children` are further filters. */
export function ListFilter({
  filter,
  searchLabel,
  tags,
  sorts,
  children,
}: {
  filter: ShownFilter
  searchLabel: string
  tags: string[]
  sorts: Sort[]
  children?: ReactNode
}) {
  const t = useText()
  const { search, sort, ...narrowing } = filter
  const isNarrowed = Object.values(narrowing).some(Boolean)
  return (
    <Form className="card tight stack" role="search">
      <div className="row search-row">
        <input
          type="search"
          name="search"
          defaultValue={search}
          aria-label={searchLabel}
          placeholder={searchLabel}
          dir="auto"
        />
        <button type="submit" className="button">
          {t('common:search')}
        </button>
      </div>
      <details className="unfolds" open={isNarrowed || sort !== 'name'}>
        <summary>{t('directory:filter.label')}</summary>
        <div className="stack">
          <div className="fields">
            <Choose name="kind" label={t('directory:filter.kind')} value={filter.kind}>
              {organisationKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`directory:kind.${kind}`)}
                </option>
              ))}
            </Choose>
            {children}
            {tags.length > 0 && (
              <Choose name="tag" label={t('directory:filter.tag')} value={filter.tag}>
                {tags.map((tag) => (
                  <option key={tag}>{tag}</option>
                ))}
              </Choose>
            )}
            <Choose name="language" label={t('directory:filter.language')} value={filter.language}>
              {languages.map((language) => (
                <option key={language} value={language} lang={language}>
                  {languageNames[language]}
                </option>
              ))}
            </Choose>
            <Choose name="sort" label={t('directory:filter.sort')} value={sort} isRequired>
              {sorts.map((order) => (
                <option key={order} value={order}>
                  {t(`directory:sort.${order}`)}
                </option>
              ))}
            </Choose>
          </div>
          <label className="tick-line">
            <input type="checkbox" name="address" value="none" defaultChecked={filter.withoutAddress} />
            <span>{t('directory:filter.withoutAddress')}</span>
          </label>
          <div className="row">
            <button type="submit" className="button quiet">
              {t('directory:filter.apply')}
            </button>
            {isNarrowed && <Link to="?">{t('directory:filter.clear')}</Link>}
          </div>
        </div>
      </details>
    </Form>
  )
}

export function Choose({
  name,
  label,
  value,
  isRequired = false,
  children,
}: {
  name: string
  label: string
  value: string | null
  isRequired?: boolean
  children: ReactNode
}) {
  const t = useText()
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
        {!isRequired && <option value="">{t('directory:filter.any')}</option>}
        {children}
      </select>
    </div>
  )
}
