import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import { personForm } from '#app/directory/forms.ts'
import { type Language, type Localized, languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'

export type PersonGiven = z.input<typeof personForm>
export type OrganisationChoice = { id: string; name: Localized; acronym: string | null }

/** Everything about a person, new or known. */
export function PersonForm({
  lastResult,
  defaultValue,
  organisations,
  among,
}: {
  lastResult: SubmissionResult<string[]> | undefined
  defaultValue: Partial<PersonGiven>
  organisations: OrganisationChoice[]
  among: Language[]
}) {
  const t = useText()
  const [form, fields] = useForm<PersonGiven>({
    id: 'person',
    constraint: getZodConstraint(personForm),
    lastResult,
    defaultValue,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <NewId />
      <section className="card stack">
        <h2>{t('directory:person.whoTitle')}</h2>
        <div className="fields">
          <TextField
            meta={fields.latin}
            label={t('directory:person.latin')}
            hint={t('directory:person.latinHint')}
            dir="ltr"
          />
          <TextField meta={fields.arabic} label={t('directory:person.arabic')} dir="rtl" />
        </div>
        <div className="short-texts">
          <LocalizedField meta={fields.honorific} label={t('directory:field.honorific')} among={among} />
        </div>
      </section>
      <Work fields={fields} organisations={organisations} among={among} />
      <Reach fields={fields} />
      <section className="card stack">
        <h2>{t('directory:person.moreTitle')}</h2>
        <div className="fields">
          <TextField
            meta={fields.tags}
            label={t('directory:field.tags')}
            hint={t('directory:person.tagsHint')}
            dir="auto"
          />
          <TextField
            meta={fields.precedence}
            label={t('directory:field.precedence')}
            hint={t('directory:person.precedenceHint')}
            type="number"
            inputMode="numeric"
          />
        </div>
        <TextArea
          meta={fields.notes}
          label={t('directory:person.notes')}
          hint={t('directory:person.notesHint')}
        />
      </section>
      <p>
        <button type="submit" className="button" name="intent" value="save">
          {t('directory:person.save')}
        </button>
      </p>
    </Form>
  )
}

type Fields = ReturnType<typeof useForm<PersonGiven>>[1]

function Work({
  fields,
  organisations,
  among,
}: {
  fields: Fields
  organisations: OrganisationChoice[]
  among: Language[]
}) {
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack">
      <h2>{t('directory:person.workTitle')}</h2>
      <SelectField
        meta={fields.organisationId}
        label={t('directory:field.organisation')}
        empty={t('directory:person.noOrganisation')}
        choices={organisations.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
      />
      <div className="short-texts">
        <LocalizedField meta={fields.position} label={t('directory:field.position')} among={among} />
      </div>
    </section>
  )
}

function Reach({ fields }: { fields: Fields }) {
  const t = useText()
  return (
    <section className="card stack">
      <h2>{t('directory:person.reachTitle')}</h2>
      <TextArea
        meta={fields.addresses}
        label={t('directory:person.addresses')}
        hint={t('directory:person.addressesHint')}
        rows={2}
      />
      <div className="fields">
        <TextField meta={fields.phone} label={t('directory:field.phone')} type="tel" />
        <SelectField
          meta={fields.language}
          label={t('directory:person.language')}
          hint={t('directory:person.languageHint')}
          empty="–"
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
      </div>
    </section>
  )
}
