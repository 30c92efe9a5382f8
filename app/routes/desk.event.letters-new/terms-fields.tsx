import type { FieldMetadata } from '@conform-to/react'
import { useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { letterLayouts } from '#app/letters/rules.ts'
import { CheckBox, ChoiceField, SelectField, TextField } from '#app/ui/field.tsx'
import type { Given } from './issue-page.tsx'
import type { loader } from './route.tsx'

type Fields = { [Name in keyof Given]-?: FieldMetadata<Given[Name], Given, string[]> }

/** From which text, in which languages, of what date and by whom. */
export function TermsFields({
  fields,
}: {
  fields: Pick<Fields, 'template' | 'layout' | 'language' | 'second' | 'signatory' | 'datedOn' | 'hasCode'>
}) {
  const { templates, signatories } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const spoken = languages.map((value) => ({ value, label: languageNames[value] }))
  return (
    <section className="card stack" aria-labelledby="terms">
      <h2 id="terms">{t('letters:issue.letter')}</h2>
      <div className="fields">
        <SelectField
          meta={fields.template}
          label={t('letters:issue.template')}
          choices={templates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField meta={fields.datedOn} label={t('letters:column.date')} type="date" />
        <SelectField
          meta={fields.signatory}
          label={t('letters:issue.signatory')}
          hint={t('letters:issue.signatoryHint')}
          empty=""
          choices={signatories.map(({ id, names, position }) => ({
            value: id,
            label: [displayName(names, language), localize(position, language)].filter(Boolean).join(' · '),
          }))}
        />
      </div>
      <ChoiceField
        meta={fields.layout}
        legend={t('letters:issue.layout')}
        choices={letterLayouts.map((value) => ({ value, label: t(`letters:layout.${value}`) }))}
      />
      <div className="fields">
        <SelectField
          meta={fields.language}
          label={t('letters:issue.language')}
          empty={t('letters:issue.ownLanguage')}
          choices={spoken}
        />
        <SelectField
          meta={fields.second}
          label={t('letters:issue.second')}
          hint={t('letters:issue.secondHint')}
          empty=""
          choices={spoken}
        />
      </div>
      <CheckBox meta={fields.hasCode} label={t('letters:issue.hasCode')} />
    </section>
  )
}
