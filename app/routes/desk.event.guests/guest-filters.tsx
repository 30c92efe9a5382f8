import { Form, Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { listedSorts, listedStates, listedStatuses } from '#app/answers/guest-filter.ts'
import { organisationKinds } from '#app/directory/rules.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** Who stands where at a tap, and finer choices in a form. */
export function GuestFilters() {
  const { filter, counts } = useLoaderData<typeof loader>()
  const t = useText()
  const [search] = useSearchParams()
  const chips = [
    {
      key: 'all',
      label: t('common:all'),
      change: {},
      count: counts.all,
      isHere: !filter.state && !filter.status,
    },
    ...listedStatuses.map((status) => ({
      key: status,
      label: t(`answer:status.${status}`),
      change: { status },
      count: counts.status[status] ?? 0,
      isHere: filter.status === status,
    })),
    ...listedStates.map((state) => ({
      key: state,
      label: t(`guests:state.${state}`),
      change: { state },
      count: counts[state],
      isHere: filter.state === state,
    })),
  ]
  return (
    <div className="stack">
      <nav className="filters" aria-label={t('guests:filters')}>
        {chips
          .filter(({ count, isHere, key }) => count > 0 || isHere || key === 'all')
          .map(({ key, label, change, count, isHere }) => (
            <Link key={key} to={addressOf(search, change)} aria-current={isHere ? 'true' : undefined}>
              {label}&nbsp;
              <Count value={count} />
            </Link>
          ))}
      </nav>
      <FilterForm />
    </div>
  )
}

function Count({ value }: { value: number }) {
  return <span className="count">{formatNumber(value, useLanguage())}</span>
}

/** The same list with another chip; the rest of the filter stays. */
function addressOf(search: URLSearchParams, change: { status?: string; state?: string }): string {
  const { status: _, state: __, page: ___, done: ____, seated: _____, ...kept } = Object.fromEntries(search)
  return `?${new URLSearchParams({ ...kept, ...change })}`
}

function FilterForm() {
  const { filter, parts, part } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Form className="filter-form" role="search">
      {filter.status && <input type="hidden" name="status" value={filter.status} />}
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      <div className="field">
        <label htmlFor="search">{t('guests:search')}</label>
        <input id="search" type="search" name="search" defaultValue={filter.search} dir="auto" />
      </div>
      {parts.length > 1 && (
        <Choice
          name="part"
          label={t('guests:part')}
          value={part ?? ''}
          choices={parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
        />
      )}
      <Choice
        name="kind"
        label={t('guests:kindOfInstitution')}
        value={filter.kind ?? ''}
        empty={t('common:all')}
        choices={organisationKinds.map((value) => ({ value, label: t(`guests:kind.${value}`) }))}
      />
      <Choice
        name="language"
        label={t('common:language')}
        value={filter.language ?? ''}
        empty={t('common:all')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <Choice
        name="sort"
        label={t('guests:sort')}
        value={filter.sort}
        choices={listedSorts.map((value) => ({ value, label: t(`guests:sortBy.${value}`) }))}
      />
      <button type="submit" className="button quiet">
        {t('guests:show')}
      </button>
    </Form>
  )
}

type Choices = {
  name: string
  label: string
  value: string
  empty?: string
  choices: { value: string; label: string }[]
}

function Choice({ name, label, value, empty, choices }: Choices) {
  return (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name} defaultValue={value}>
        {empty && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
