import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { eventForm } from '#app/events/forms.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ContactFields } from '#app/ui/contact-fields.tsx'
import { ChoiceField, FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

type Given = z.input<typeof eventForm>

/** Name, summary, description and contact in the event's languages; languages, zone and address. */
export function TextsForm() {
  const { event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const { name, summary, description, slug, zone, contact } = event
  const [form, fields] = useForm<Given>({
    id: 'texts-form',
    constraint: getZodConstraint(eventForm),
    lastResult: answer && answer.intent === 'edit' && 'result' in answer ? answer.result : undefined,
    defaultValue: { name, summary, description, slug, zone, contact, languages: event.languages },
  })
  const among = event.languages
  return (
    <Form method="post" {...getFormProps(form)} className="card stack" aria-labelledby="texts">
      <h2 id="texts">{t('events:texts.title')}</h2>
      <FormErrors form={form} />
      <LocalizedField meta={fields.name} label={t('events:field.name')} among={among} />
      <LocalizedField
        meta={fields.summary}
        label={t('events:field.summary')}
        hint={t('events:texts.summaryHint')}
        among={among}
        rows={2}
      />
      <LocalizedField
        meta={fields.description}
        label={t('events:field.description')}
        hint={t('events:texts.descriptionHint')}
        among={among}
        rows={7}
      />
      <ContactFields
        contact={fields.contact.getFieldset()}
        legend={t('events:field.contact')}
        hint={t('events:texts.contactHint')}
      />
      <ChoiceField
        meta={fields.languages}
        legend={t('events:field.languages')}
        choices={languages.map((value) => ({
          value,
          label: <span lang={value}>{languageNames[value]}</span>,
        }))}
        multiple
      />
      <ZoneAndAddress zone={fields.zone} slug={fields.slug} />
      <p>
        <button type="submit" className="button" name="intent" value="edit">
          {t('events:texts.save')}
        </button>
      </p>
    </Form>
  )
}

type FieldMeta = Parameters<typeof TextField>[0]['meta']

function ZoneAndAddress({ zone, slug }: { zone: FieldMeta; slug: FieldMeta }) {
  const { event, zones } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="fields">
      <SelectField
        meta={zone}
        label={t('events:field.zone')}
        hint={t('events:texts.zoneHint')}
        choices={zones}
      />
      {!event.publishedAt && (
        <TextField meta={slug} label={t('events:field.slug')} hint={t('events:texts.slugHint')} dir="ltr" />
      )}
    </div>
  )
}
