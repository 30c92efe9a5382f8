import { Form, useLoaderData } from '@remix-run/react'
import {
  columns,
  listedChannels,
  listedFlags,
  listedSeats,
  listedSorts,
  listedStates,
  listedStatuses,
} from '#app/answers/guest-filter.ts'
import { organisationKinds } from '#app/directory/rules.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { pageSizes } from '#app/ui/page-sizes.ts'
import type { loader } from './route.tsx'

/** Search and state at hand; everything finer in a fold that stays open while it is in use. */
export function GuestFilters() {
  const { filter, parts, size } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <Form className="stack guest-filters" role="search">
      {size !== pageSizes[0] && <input type="hidden" name="size" value={size} />}
      <div className="filter-form">
        <div className="field">
          <label htmlFor="search">{t('roster:search')}</label>
          <input id="search" type="search" name="search" defaultValue={filter.search} dir="auto" />
        </div>
        {parts.length > 1 && (
          <Choice
            name="part"
            label={t('guests:part')}
            value={filter.part ?? ''}
            choices={parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
          />
        )}
        <Choice
          name="status"
          label={t('roster:field.status')}
          value={filter.status ?? ''}
          empty={t('common:all')}
          choices={listedStatuses.map((value) => ({ value, label: t(`answer:status.${value}`) }))}
        />
        <button type="submit" className="button quiet">
          {t('guests:show')}
        </button>
      </div>
      <MoreFilters />
    </Form>
  )
}

function MoreFilters() {
  const { filter } = useLoaderData<typeof loader>()
  const { state, seat, kind, organisation, language, tag, needs, flag, via } = filter
  const isInUse = Boolean(state || seat || kind || organisation || language || tag || needs || flag || via)
  const t = useText()
  return (
    <details className="more-filters" open={isInUse}>
      <summary>{t('roster:more')}</summary>
      <div className="stack">
        <div className="filter-form">
          <FineChoices />
        </div>
        <Columns />
      </div>
    </details>
  )
}

function FineChoices() {
  const { filter, organisation } = useLoaderData<typeof loader>()
  const t = useText()
  const reader = useLanguage()
  const all = t('common:all')
  const listed = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  const { state, seat, kind, language, flag, via, sort } = filter
  return (
    <>
      <Choice
        {...{ name: 'state', label: t('roster:field.state'), value: state ?? '', empty: all }}
        choices={listed(listedStates, (value) => t(`guests:state.${value}`))}
      />
      <Choice
        {...{ name: 'seat', label: t('roster:field.seat'), value: seat ?? '', empty: all }}
        choices={listed(listedSeats, (value) => t(`roster:seat.${value}`))}
      />
      <Choice
        {...{ name: 'kind', label: t('guests:kindOfInstitution'), value: kind ?? '', empty: all }}
        choices={listed(organisationKinds, (value) => t(`guests:kind.${value}`))}
      />
      {organisation && (
        <Choice
          {...{
            name: 'organisation',
            label: t('roster:column.organisation'),
            value: organisation.id,
            empty: all,
          }}
          choices={[{ value: organisation.id, label: localize(organisation.name, reader) }]}
        />
      )}
      <Choice
        {...{ name: 'language', label: t('common:language'), value: language ?? '', empty: all }}
        choices={listed(languages, (value) => languageNames[value])}
      />
      <div className="field">
        <label htmlFor="filter-tag">{t('roster:field.tag')}</label>
        <input id="filter-tag" name="tag" defaultValue={filter.tag} dir="auto" />
      </div>
      <Choice
        {...{ name: 'needs', label: t('answer:needs.title'), value: filter.needs ? 'yes' : '', empty: all }}
        choices={[{ value: 'yes', label: t('roster:withNeeds') }]}
      />
      <Choice
        {...{ name: 'flag', label: t('roster:column.flags'), value: flag ?? '', empty: all }}
        choices={listed(listedFlags, (value) => t(`roster:flag.${value}`))}
      />
      <Choice
        {...{ name: 'via', label: t('roster:field.via'), value: via ?? '', empty: all }}
        choices={listed(listedChannels, (value) => t(`guests:via.${value}`))}
      />
      <Choice
        {...{ name: 'sort', label: t('guests:sort'), value: sort }}
        choices={listed(listedSorts, (value) => t(`roster:sort.${value}`))}
      />
    </>
  )
}

function Columns() {
  const { columns: shown } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <fieldset className="field">
      <legend>{t('roster:columns')}</legend>
      <div className="row check">
        {columns.map((column) => (
          <label key={column}>
            <input type="checkbox" name="columns" value={column} defaultChecked={shown.includes(column)} />
            <span>{t(`roster:column.${column}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
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
