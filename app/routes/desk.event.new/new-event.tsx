import { type FieldMetadata, getFormProps, getInputProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { newEventForm } from '#app/events/forms.ts'
import { slugFrom } from '#app/events/rules.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import {
  ChoiceField,
  FieldErrors,
  FormErrors,
  LocalizedField,
  SelectField,
  TextField,
} from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'

type Given = z.input<typeof newEventForm>

/** The form that makes an event: a name is enough to begin with, the rest is suggested. */
export function NewEvent() {
  const { office, zones } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<Given>({
    id: 'new-event',
    constraint: getZodConstraint(newEventForm),
    lastResult: answer?.result,
    defaultValue: { template: 'meeting_exhibition', languages: office.languages, zone: office.zone },
  })
  const named = newEventForm.shape.name.safeParse(fields.name.value)
  const suggestion = slugFrom(named.data)
  return (
    <Form method="post" {...getFormProps(form)} className="stack form-page">
      <h1>{t('events:new.title')}</h1>
      <FormErrors form={form} />
      <NewId />
      <section className="card stack">
        <LocalizedField
          meta={fields.name}
          label={t('events:field.name')}
          hint={t('events:new.nameHint')}
          among={office.languages}
        />
        <TextField
          meta={fields.slug}
          label={t('events:field.slug')}
          hint={t('events:new.slugHint')}
          dir="ltr"
          placeholder={suggestion}
        />
      </section>
      <section className="card stack">
        <ChoiceField
          meta={fields.languages}
          legend={t('events:field.languages')}
          choices={languages.map((value) => ({
            value,
            label: <span lang={value}>{languageNames[value]}</span>,
          }))}
          multiple
        />
        <SelectField meta={fields.zone} label={t('events:field.zone')} choices={zones} />
      </section>
      <Template fields={fields} />
      <p className="row">
        <button type="submit" className="button">
          {t('events:new.submit')}
        </button>
        <Link className="button quiet" to="/desk">
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}

const days = ['meetingOn', 'exhibitionFrom', 'exhibitionTo'] as const
type Fields = Record<'template' | (typeof days)[number], FieldMetadata<string | undefined, Given, string[]>>

function Template({ fields }: { fields: Fields }) {
  const t = useText()
  return (
    <section className="card stack">
      <ChoiceField
        meta={fields.template}
        legend={t('events:new.template')}
        choices={(['meeting_exhibition', 'empty'] as const).map((value) => ({
          value,
          label: t(`events:new.templates.${value}`),
          hint: t(`events:new.templateHints.${value}`),
        }))}
      />
      <div className="fields only-with-template">
        {days.map((day) => (
          <Day key={day} meta={fields[day]} label={t(`events:new.${day}`)} />
        ))}
      </div>
    </section>
  )
}

/** Asked only with the template, so neither optional nor required for the browser; the schema decides. */
function Day({ meta, label }: { meta: Fields['meetingOn']; label: string }) {
  const { key, ...input } = getInputProps(meta, { type: 'date' })
  return (
    <div className="field">
      <label htmlFor={meta.id}>{label}</label>
      <input key={key} {...input} />
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </div>
  )
}
