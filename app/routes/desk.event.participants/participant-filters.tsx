import { Form, useLoaderData } from '@remix-run/react'
import { type Localized, languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { type ListFilter, listedStates, listOrders } from '#app/participants/filter.ts'
import { FilterChoice } from '#app/ui/filter-choice.tsx'
import { pageSizes } from '#app/ui/page-sizes.ts'
import type { loader } from './route.tsx'

/** Which participants, for whom, and in which order. */
export function ParticipantFilters() {
  const { filter, parts, size } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <Form className="filter-form" role="search">
      {size !== pageSizes[0] && <input type="hidden" name="size" value={size} />}
      <WhichParticipants filter={filter} parts={parts} />
      <FilterChoice
        name="audience"
        label={t('participants:filter.audience')}
        value={filter.audience}
        choices={(['shared', 'internal'] as const).map((value) => ({
          value,
          label: t(`participants:audience.${value}`),
        }))}
      />
      <FilterChoice
        name="order"
        label={t('participants:filter.order')}
        value={filter.order}
        choices={listOrders.map((value) => ({ value, label: t(`participants:order.${value}`) }))}
      />
      <FilterChoice
        name="alphabet"
        label={t('participants:filter.alphabet')}
        value={filter.alphabet}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <button type="submit" className="button quiet">
        {t('participants:filter.show')}
      </button>
    </Form>
  )
}

/** Whom a list or an order of participants shows. */
export function WhichParticipants({
  filter,
  parts,
}: {
  filter: Pick<ListFilter, 'search' | 'part' | 'state'>
  parts: readonly { id: string; name: Localized }[]
}) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <div className="field">
        <label htmlFor="search">{t('participants:filter.search')}</label>
        <input id="search" type="search" name="search" defaultValue={filter.search} dir="auto" />
      </div>
      {parts.length > 1 && (
        <FilterChoice
          name="part"
          label={t('participants:filter.part')}
          value={filter.part ?? ''}
          choices={[
            { value: '', label: t('participants:filter.allParts') },
            ...parts.map(({ id, name }) => ({ value: id, label: localize(name, language) })),
          ]}
        />
      )}
      <FilterChoice
        name="state"
        label={t('participants:filter.state')}
        value={filter.state}
        choices={listedStates.map((value) => ({ value, label: t(`participants:state.${value}`) }))}
      />
    </>
  )
}
