import { useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { SelectField } from '#app/ui/field.tsx'
import type { loader } from './route.tsx'

type Meta = Parameters<typeof SelectField>[0]['meta']

/** Where booths stand: one of the halls, or none yet and, where there is a choice, in which part of the event. */
export function PlaceField({ meta }: { meta: Meta }) {
  const { parts, halls } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const partName = (partId: string) =>
    parts.length > 1 ? localize(parts.find(({ id }) => id === partId)?.name, language) : ''
  const named = (...words: string[]) => words.filter(Boolean).join(' · ')
  return (
    <SelectField
      meta={meta}
      label={t('exhibition:field.hall')}
      hint={t(halls.length ? 'drawing:place.hint' : 'drawing:place.noneHint')}
      choices={[
        ...halls.map(({ id, name, partId }) => ({
          value: `hall:${id}`,
          label: named(localize(name, language), partName(partId)),
        })),
        ...parts.map(({ id }) => ({
          value: `part:${id}`,
          label: named(t('drawing:place.noHall'), partName(id)),
        })),
      ]}
    />
  )
}
