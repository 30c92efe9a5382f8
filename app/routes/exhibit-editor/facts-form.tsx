import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import type { z } from 'zod'
import type { ExhibitContent } from '#app/exhibition/content/content.ts'
import { mostLinks } from '#app/exhibition/content/content.ts'
import { everywhere, factsForm } from '#app/exhibition/forms.ts'
import { governorates } from '#app/exhibition/governorates.ts'
import { sectors } from '#app/exhibition/sectors.ts'
import { collator } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ContactFields } from '#app/ui/contact-fields.tsx'
import { ChoiceField, FormErrors, type Meta, TextField } from '#app/ui/field.tsx'
import { ConflictNotice } from './conflict.tsx'
import { useAnswer, useEditor } from './editor.ts'
import { Rows, Texts, withEmptyRow } from './fields.tsx'
import { HeadField } from './head-field.tsx'
import { KeepTyping } from './keep-typing.tsx'

type Values = Omit<z.input<typeof factsForm>, 'links'> & { links: object[] }

export function FactsForm() {
  const { content, version } = useEditor()
  const written = factsOf(content)
  const answer = useAnswer('facts')
  const t = useText()
  const [form, fields] = useForm<Values>({
    id: 'exhibit-facts',
    constraint: getZodConstraint(factsForm),
    lastResult: answer?.result,
    defaultValue: written,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <ConflictNotice answer={answer} />
      <input type="hidden" name="seen" value={answer?.seen ?? version} />
      <HeadField name="sectors" label={t('exhibition:field.sectors')} value={written.sectors}>
        <div className="many-choices">
          <ChoiceField
            meta={fields.sectors}
            legend={t('exhibition:field.sectors')}
            choices={sectors.map((value) => ({ value, label: t(`visitor:sector.${value}`) }))}
            multiple
          />
        </div>
      </HeadField>
      <HeadField name="governorates" label={t('exhibition:field.governorates')} value={written.governorates}>
        <Governorates meta={fields.governorates} />
      </HeadField>
      <HeadField name="contact" label={t('exhibition:field.contact')} value={written.contact}>
        <ContactFields
          contact={fields.contact.getFieldset()}
          legend={t('exhibition:field.contact')}
          hint={t('exhibition:facts.contactHint')}
        />
      </HeadField>
      <HeadField name="links" label={t('exhibition:field.links')} value={written.links}>
        <Links meta={fields.links as Meta} />
      </HeadField>
      <KeepTyping name="facts" intent="facts" />
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

function Links({ meta }: { meta: Meta }) {
  const t = useText()
  return (
    <Rows meta={meta} legend={t('exhibition:field.links')}>
      {(row) => (
        <>
          <TextField meta={row.url as Meta} label={t('exhibition:field.url')} type="url" hasMark={false} />
          <Texts meta={row.label as Meta} label={t('exhibition:field.linkText')} />
        </>
      )}
    </Rows>
  )
}

/** The head's facts in their form. */
export function factsOf({ sectors: themes, governorates: places, contact, links }: ExhibitContent): Values {
  return {
    contact,
    sectors: sectors.filter((sector) => themes.includes(sector)),
    governorates: places.length >= governorates.length ? [everywhere] : places,
    links: withEmptyRow(links, mostLinks),
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
