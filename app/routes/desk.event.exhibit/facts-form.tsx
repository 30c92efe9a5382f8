import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { everywhere, factsForm, mostLinks } from '#app/exhibition/forms.ts'
import { governorates } from '#app/exhibition/governorates.ts'
import type { Exhibit } from '#app/exhibition/read.server.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { collator } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ContactFields } from '#app/ui/contact-fields.tsx'
import { ChoiceField, FieldErrors, FormErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
import { BoothField, OrganisationField } from './place-fields.tsx'
import type { action, loader } from './route.tsx'

type Values = z.input<typeof factsForm>

export function FactsForm({ exhibit }: { exhibit: Exhibit }) {
  const { event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<Values>({
    id: 'exhibit-facts',
    constraint: getZodConstraint(factsForm),
    lastResult: answer?.intent === 'facts' ? answer.result : undefined,
    defaultValue: defaultsOf(exhibit),
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <div className="fields">
        <BoothField meta={fields.boothId} exhibitId={exhibit.id} />
        <OrganisationField meta={fields.organisationId} />
      </div>
      <LocalizedField
        meta={fields.organisationName}
        label={t('exhibition:field.organisationName')}
        hint={t('exhibition:facts.organisationHint')}
        among={event.languages}
      />
      <div className="many-choices">
        <ChoiceField
          meta={fields.sectors}
          legend={t('exhibition:field.sectors')}
          choices={sectors.map((value) => ({ value, label: t(`visitor:sector.${value}`) }))}
          multiple
        />
      </div>
      <Governorates meta={fields.governorates} />
      <ContactFields
        contact={fields.contact.getFieldset()}
        legend={t('exhibition:field.contact')}
        hint={t('exhibition:facts.contactHint')}
      />
      <Links meta={fields.links} />
      <p className="row">
        <button type="submit" className="button" name="intent" value="facts">
          {t('exhibition:facts.save')}
        </button>
        <Link className="button quiet" to="?#facts">
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}

/** One row more than there are links, so that one can be added without script. */
function defaultsOf(exhibit: Exhibit): Values {
  const { boothId, organisationId, organisationName, contact, links } = exhibit
  const isEverywhere = exhibit.governorates.length >= governorates.length
  return {
    ...{ boothId: boothId ?? '', organisationId: organisationId ?? '', organisationName, contact },
    sectors: sectors.filter((sector) => exhibit.sectors.includes(sector)),
    governorates: isEverywhere ? [everywhere] : exhibit.governorates,
    links: links.length < mostLinks ? [...links, { url: '', label: {} }] : links,
  }
}

function Governorates({ meta }: { meta: FieldMetadata<Values['governorates']> }) {
  const t = useText()
  const language = useLanguage()
  const { compare } = collator(language)
  const named = governorates
    .map(({ pcode, name }) => ({ value: pcode, label: name[language] }))
    .toSorted((a, b) => compare(a.label, b.label))
  return (
    <div className="many-choices">
      <ChoiceField
        meta={meta}
        legend={t('exhibition:field.governorates')}
        choices={[{ value: everywhere, label: t('exhibition:facts.everywhere') }, ...named]}
        multiple
      />
    </div>
  )
}

function Links({ meta }: { meta: FieldMetadata<Values['links']> }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <fieldset className="field stack">
      <legend>
        {t('exhibition:field.links')}
        <span className="hint">{t('exhibition:facts.linksHint')}</span>
      </legend>
      {meta.getFieldList().map((row) => {
        const { url, label } = row.getFieldset()
        return (
          <div key={row.key} className="inset stack text-columns">
            <TextField meta={url} label={t('exhibition:field.url')} type="url" />
            <LocalizedField meta={label} label={t('exhibition:field.linkText')} among={event.languages} />
          </div>
        )
      })}
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </fieldset>
  )
}
