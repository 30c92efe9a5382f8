import type { FieldMetadata } from '@conform-to/react'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors } from '#app/ui/field.tsx'

type Named = 'latin' | 'arabic' | 'honorific' | 'position' | 'email' | 'phone' | 'language'
type Meta = FieldMetadata<string, Record<string, unknown>, string[]>
export type PersonMeta = Record<Named, Meta>

/** What is asked about somebody who is named: a name in one script suffices, so nothing here is marked as optional. */
export function PersonFields({ fields }: { fields: unknown }) {
  const t = useText()
  const { latin, arabic, honorific, position, email, phone, language } = fields as PersonMeta
  return (
    <div className="fields">
      <PersonField meta={arabic} label={t('delegation:row.arabic')} dir="rtl" />
      <PersonField meta={latin} label={t('delegation:row.latin')} dir="ltr" />
      <PersonField meta={honorific} label={t('delegation:row.honorific')} dir="auto" />
      <PersonField meta={position} label={t('answer:names.position')} dir="auto" />
      <PersonField meta={email} label={t('answer:names.email')} type="email" />
      <PersonField meta={phone} label={t('answer:names.phone')} type="tel" />
      <div className="field">
        <label htmlFor={language.id}>{t('delegation:row.language')}</label>
        <select id={language.id} name={language.name} defaultValue={String(language.initialValue ?? '')}>
          <option value="">{t('delegation:row.languageSame')}</option>
          {languages.map((value) => (
            <option key={value} value={value} lang={value}>
              {languageNames[value]}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

type Shown = { meta: Meta; label: string; type?: 'text' | 'email' | 'tel'; dir?: 'ltr' | 'rtl' | 'auto' }

function PersonField({ meta, label, type = 'text', dir = 'ltr' }: Shown) {
  return (
    <div className="field">
      <label htmlFor={meta.id}>{label}</label>
      <input
        id={meta.id}
        name={meta.name}
        type={type}
        dir={dir}
        defaultValue={String(meta.initialValue ?? '')}
        aria-invalid={meta.errors ? true : undefined}
        aria-describedby={meta.errors ? meta.errorId : undefined}
      />
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </div>
  )
}
