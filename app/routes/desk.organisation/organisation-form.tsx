import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import { organisationForm } from '#app/directory/forms.ts'
import { organisationKinds } from '#app/directory/rules.ts'
import { type Language, type Localized, languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'

export type OrganisationGiven = z.input<typeof organisationForm>

/** Everything about an organisation, new or known. */
export function OrganisationForm({
  lastResult,
  defaultValue,
  parents,
  among,
}: {
  lastResult: SubmissionResult<string[]> | undefined
  defaultValue: Partial<OrganisationGiven>
  parents: { id: string; name: Localized }[]
  among: Language[]
}) {
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<OrganisationGiven>({
    id: 'organisation',
    constraint: getZodConstraint(organisationForm),
    lastResult,
    defaultValue,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <NewId />
      <section className="card stack">
        <h2>{t('directory:organisation.nameTitle')}</h2>
        <div className="short-texts">
          <LocalizedField
            meta={fields.name}
            label={t('directory:field.name')}
            hint={t('directory:organisation.nameHint')}
            among={among}
          />
        </div>
        <div className="fields">
          <TextField meta={fields.acronym} label={t('directory:field.acronym')} dir="auto" />
          <SelectField
            meta={fields.kind}
            label={t('directory:field.kind')}
            choices={organisationKinds.map((kind) => ({ value: kind, label: t(`directory:kind.${kind}`) }))}
          />
          <SelectField
            meta={fields.parentId}
            label={t('directory:field.parent')}
            empty={t('directory:organisation.noParent')}
            choices={parents.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
          />
        </div>
        <TextField
          meta={fields.aliases}
          label={t('directory:field.aliases')}
          hint={t('directory:organisation.aliasesHint')}
          dir="auto"
        />
      </section>
      <Reach fields={fields} />
      <p>
        <button type="submit" className="button" name="intent" value="save">
          {t('directory:organisation.save')}
        </button>
      </p>
    </Form>
  )
}

function Reach({ fields }: { fields: ReturnType<typeof useForm<OrganisationGiven>>[1] }) {
  const t = useText()
  return (
    <section className="card stack">
      <h2>{t('directory:person.moreTitle')}</h2>
      <div className="fields">
        <TextField meta={fields.email} label={t('directory:organisation.email')} type="email" />
        <TextField meta={fields.phone} label={t('directory:field.phone')} type="tel" />
        <SelectField
          meta={fields.language}
          label={t('directory:person.language')}
          empty="–"
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <TextField
          meta={fields.precedence}
          label={t('directory:field.precedence')}
          hint={t('directory:person.precedenceHint')}
          type="number"
          inputMode="numeric"
        />
        <TextField
          meta={fields.tags}
          label={t('directory:field.tags')}
          hint={t('directory:person.tagsHint')}
          dir="auto"
        />
      </div>
      <TextArea
        meta={fields.notes}
        label={t('directory:person.notes')}
        hint={t('directory:person.notesHint')}
      />
    </section>
  )
}
