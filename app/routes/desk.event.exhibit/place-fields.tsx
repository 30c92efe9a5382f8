import { useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { SelectField } from '#app/ui/field.tsx'
import type { loader } from './route.tsx'

type Meta = Parameters<typeof SelectField>[0]['meta']

/** The booths of the event, each with what is shown there already; a booth can be shared. */
export function BoothField({ meta, exhibitId }: { meta: Meta; exhibitId?: string }) {
  const { booths } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const byBooth = Map.groupBy(booths, ({ id }) => id)
  const choices = [...byBooth].map(([value, rows]) => {
    const others = rows.filter((row) => row.exhibitId && row.exhibitId !== exhibitId)
    const shown = others.map(({ title }) => localize(title, language)).join(' · ')
    return { value, label: [rows[0]?.code, shown].filter(Boolean).join(' – ') }
  })
  return (
    <SelectField
      meta={meta}
      label={t('exhibition:field.booth')}
      hint={choices.length === 0 ? t('exhibition:facts.noBooths') : undefined}
      empty={t('exhibition:list.noBooth')}
      choices={choices}
    />
  )
}

export function OrganisationField({ meta }: { meta: Meta }) {
  const { organisations } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <SelectField
      meta={meta}
      label={t('exhibition:field.organisation')}
      empty={t('exhibition:facts.notInDirectory')}
      choices={organisations.map(({ id, name, acronym }) => ({
        value: id,
        label: [localize(name, language), acronym].filter(Boolean).join(' · '),
      }))}
    />
  )
}
