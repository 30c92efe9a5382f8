import { type FieldMetadata, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { askedFields, listColumns } from '#app/clearance/rules.ts'
import { languageNames, languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, ChoiceField, FieldErrors, FormErrors, SelectField, TextField } from '#app/ui/field.tsx'
import type { ListColumn } from '#db/schema/clearance.server.ts'
import type { action, loader } from './route.tsx'

type Given = {
  isOn: boolean
  partIds: string[]
  asked: string[]
  dueAt: string
  institutionFills: boolean
  language: string
  second: string
  places: Partial<Record<ListColumn, string>>
  purgeDays: string
  contact: { name: string; email: string; phone: string }
}

const demanded = { required: true }

export function SettingsForm() {
  const { parts, content, dueAt } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const { isOn, partIds, asked, institutionFills, purgeDays, contact } = content
  const [form, fields] = useForm<Given>({
    id: 'clearance-settings',
    lastResult: came?.result,
    constraint: { dueAt: demanded, language: demanded, second: demanded, purgeDays: demanded },
    defaultValue: {
      ...{ isOn, partIds, asked, dueAt, institutionFills, contact },
      ...{ language: content.languages[0], second: content.languages[1] ?? '' },
      places: Object.fromEntries(content.columns.map((column, index) => [column, String(index + 1)])),
      purgeDays: String(purgeDays),
    },
  })
  return (
    <Form method="post" id={form.id} noValidate className="stack sections">
      <FormErrors form={form} />
      <section className="card stack">
        <CheckBox meta={fields.isOn} label={t('clearance:settings.on')} />
        <ChoiceField
          meta={fields.partIds}
          legend={t('clearance:settings.parts')}
          choices={parts.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
          multiple
        />
        <ChoiceField
          meta={fields.asked}
          legend={t('clearance:settings.asked')}
          choices={askedFields.map((value) => ({ value, label: t(`clearance:settings.field.${value}`) }))}
          multiple
        />
        <CheckBox meta={fields.institutionFills} label={t('clearance:settings.institutionFills')} />
        <div className="fields">
          <TextField
            meta={fields.dueAt}
            label={t('clearance:settings.dueAt')}
            hint={t('clearance:settings.dueHint')}
            type="datetime-local"
          />
          <TextField
            meta={fields.purgeDays}
            label={t('clearance:settings.purgeDays')}
            hint={t('clearance:settings.purgeHint')}
            type="number"
            inputMode="numeric"
          />
        </div>
      </section>
      <ListFields {...{ language: fields.language, second: fields.second, places: fields.places }} />
      <ContactFields contact={fields.contact.getFieldset()} />
      <p>
        <button type="submit" className="button" name="intent" value="save">
          {t('clearance:settings.save')}
        </button>
      </p>
    </Form>
  )
}

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form; a field cares for none of it.
type Meta = FieldMetadata<any, any, string[]>

/** The guard's list: its languages, and each column with its place in the order. */
function ListFields({ language, second, places }: { language: Meta; second: Meta; places: Meta }) {
  const t = useText()
  const column = (places as FieldMetadata<Record<ListColumn, string>, Given, string[]>).getFieldset()
  const choices = languages.map((value) => ({ value, label: languageNames[value] }))
  return (
    <section className="card stack" aria-labelledby="list">
      <h2 id="list">{t('clearance:settings.list')}</h2>
      <div className="fields">
        <SelectField meta={language} label={t('clearance:settings.language')} choices={choices} />
        <SelectField
          meta={second}
          label={t('clearance:settings.second')}
          empty={t('clearance:settings.noSecond')}
          choices={choices}
        />
      </div>
      <fieldset className="field">
        <legend>
          {t('clearance:settings.order')}
          <span className="hint">{t('clearance:settings.orderHint')}</span>
        </legend>
        <div className="clearance-places">
          {listColumns.map((name) => (
            <div key={name} className="field">
              <label htmlFor={column[name].id}>{t(`clearance:file.column.${name}`)}</label>
              <input
                id={column[name].id}
                name={column[name].name}
                type="number"
                inputMode="numeric"
                defaultValue={String(column[name].initialValue ?? '')}
                aria-invalid={column[name].errors ? true : undefined}
                aria-describedby={column[name].errors ? column[name].errorId : undefined}
              />
              <FieldErrors id={column[name].errorId} errors={column[name].errors} />
            </div>
          ))}
        </div>
        <FieldErrors id={places.errorId} errors={places.errors} />
      </fieldset>
    </section>
  )
}

function ContactFields({ contact }: { contact: Record<'name' | 'email' | 'phone', Meta> }) {
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="contact">
      <h2 id="contact">{t('clearance:settings.contact')}</h2>
      <p className="muted small">{t('clearance:settings.contactHint')}</p>
      <div className="fields">
        <TextField meta={contact.name} label={t('clearance:settings.contactName')} dir="auto" />
        <TextField meta={contact.email} label={t('clearance:settings.contactEmail')} type="email" />
        <TextField meta={contact.phone} label={t('clearance:settings.contactPhone')} type="tel" />
      </div>
    </section>
  )
}
