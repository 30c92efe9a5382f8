import { handoutsAccepted } from '#app/files/document.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ContactFields } from '#app/ui/contact-fields.tsx'
import { FieldErrors, type Meta, SelectField } from '#app/ui/field.tsx'
import { useEditor } from './editor.ts'
import { type Fields, HeadingField, Texts } from './fields.tsx'

export function TextFields({ fields }: { fields: Fields<'heading' | 'text'> }) {
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <Texts
        meta={fields.text}
        label={t('exhibit:part.text')}
        hint={t('exhibition:texts.bodyHint')}
        rows={8}
      />
    </>
  )
}

export function ContactBlockFields({
  fields,
}: {
  fields: Fields<'heading' | 'about' | 'name' | 'email' | 'phone'>
}) {
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <Texts meta={fields.about} label={t('exhibit:part.about')} rows={2} />
      <ContactFields
        contact={fields}
        legend={t('exhibition:field.contact')}
        hint={t('exhibition:facts.contactHint')}
      />
    </>
  )
}

export function DocumentFields({ fields }: { fields: Fields<'heading' | 'about' | 'document'> }) {
  const { media } = useEditor()
  const t = useText()
  return (
    <>
      <HeadingField meta={fields.heading} />
      <Texts meta={fields.about} label={t('exhibit:part.about')} rows={2} />
      {media.documents.length > 0 && (
        <SelectField
          meta={fields.document}
          label={t('exhibit:part.document')}
          choices={media.documents.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t('exhibit:edit.noDocument')}
          hasMark={false}
        />
      )}
      <FileField meta={fields.document} />
    </>
  )
}

function FileField({ meta }: { meta: Meta }) {
  const t = useText()
  return (
    <div className="field">
      <label htmlFor={`${meta.id}-file`}>{t('exhibit:edit.upload')}</label>
      <p className="hint">{t('exhibit:edit.uploadHint')}</p>
      <input id={`${meta.id}-file`} type="file" name="file" accept={handoutsAccepted} />
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </div>
  )
}
