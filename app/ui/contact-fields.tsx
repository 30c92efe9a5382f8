import { useText } from '../i18n/use-text.ts'
import { type Meta, TextField } from './field.tsx'

/** Whom readers may ask: name, address, telephone. */
export function ContactFields({
  contact,
  legend,
  hint,
}: {
  contact: Record<'name' | 'email' | 'phone', Meta>
  legend: string
  hint: string
}) {
  const t = useText()
  return (
    <fieldset className="field">
      <legend>
        {legend}
        <span className="hint">{hint}</span>
      </legend>
      <div className="fields">
        <TextField meta={contact.name} label={t('events:field.contactName')} dir="auto" />
        <TextField meta={contact.email} label={t('events:field.contactEmail')} type="email" />
        <TextField meta={contact.phone} label={t('events:field.contactPhone')} type="tel" />
      </div>
    </fieldset>
  )
}
