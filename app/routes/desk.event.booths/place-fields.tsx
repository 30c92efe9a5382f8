import { useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedField, SelectField } from '#app/ui/field.tsx'
import type { loader } from './route.tsx'

type Meta = Parameters<typeof SelectField>[0]['meta']

/** Where booths stand: the hall, and the part of the event where there is a choice. */
export function PlaceFields({ hall, partId }: { hall: Meta; partId: Meta }) {
  const { event, parts } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <LocalizedField
        meta={hall}
        label={t('exhibition:field.hall')}
        hint={t('exhibition:booths.hallHint')}
        among={event.languages}
      />
      {parts.length > 1 ? (
        <SelectField
          meta={partId}
          label={t('exhibition:field.part')}
          choices={parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
        />
      ) : (
        <input type="hidden" name="partId" value={String(partId.initialValue ?? parts[0]?.id)} />
      )}
    </>
  )
}
