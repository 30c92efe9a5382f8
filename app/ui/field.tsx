import { type FieldMetadata, getInputProps, getSelectProps, getTextareaProps } from '@conform-to/react'
import type { ReactNode } from 'react'
import { direction, type Language, languageNames } from '../i18n/languages.ts'
import { useText } from '../i18n/use-text.ts'
import { Notice } from './notice.tsx'

/*
 * The one form pattern: a zod schema read by `readForm` in the action, `useForm({ lastResult })` in the page, and these
 * fields. An error stands beside its field, translated, tied to it by aria-describedby; what was typed stays.
 */

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its schema; a field cares for none of it.
export type Meta = FieldMetadata<any, any, string[]>
/** `hasMark` false: whether it may stay empty depends on another field, and it is not marked as optional. */
type Labelled = { meta: Meta; label: ReactNode; hint?: ReactNode; hasMark?: boolean }

/** The errors of one field, in the reader's language. One may name a piece: `mail:refusal.unknownField guest.nmae`. */
export function FieldErrors({ id, errors }: { id: string; errors: string[] | undefined }) {
  const t = useText()
  if (!errors?.length) return null
  return (
    <p className="field-error" id={id}>
      {[...new Set(errors)].map((error) => {
        const [key = '', ...piece] = error.split(' ')
        const known = (key.includes(':') ? key : `errors:${key}`) as 'errors:invalid'
        return <span key={error}>{t([known, 'errors:invalid'], { field: piece.join(' ') })}</span>
      })}
    </p>
  )
}

function Frame({ meta, label, hint, hasMark = true, children }: Labelled & { children: ReactNode }) {
  const t = useText()
  return (
    <div className="field">
      <label htmlFor={meta.id}>
        {label}
        {hasMark && !meta.required && <span className="muted small"> ({t('common:optional')})</span>}
      </label>
      {hint && (
        <p className="hint" id={meta.descriptionId}>
          {hint}
        </p>
      )}
      {children}
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </div>
  )
}

type TextType =
  | 'text'
  | 'email'
  | 'password'
  | 'tel'
  | 'url'
  | 'number'
  | 'date'
  | 'datetime-local'
  | 'time'
  | 'search'

export function TextField({
  meta,
  label,
  hint,
  hasMark,
  type = 'text',
  ...rest
}: Labelled & {
  type?: TextType
  autoComplete?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  inputMode?: 'numeric' | 'decimal'
  placeholder?: string
  list?: string
}) {
  const { key, ...input } = getInputProps(meta, {
    type,
    ariaDescribedBy: hint ? meta.descriptionId : undefined,
  })
  // Addresses and numbers read left to right in every language.
  const dir = rest.dir ?? (['email', 'tel', 'url', 'password'].includes(type) ? 'ltr' : undefined)
  return (
    <Frame {...{ meta, label, hint, hasMark }}>
      <input key={key} {...input} {...rest} dir={dir} />
    </Frame>
  )
}

export function TextArea({ meta, label, hint, rows = 4 }: Labelled & { rows?: number }) {
  const { key, ...area } = getTextareaProps(meta, { ariaDescribedBy: hint ? meta.descriptionId : undefined })
  return (
    <Frame meta={meta} label={label} hint={hint}>
      <textarea key={key} {...area} rows={rows} dir="auto" />
    </Frame>
  )
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode }

export function SelectField({
  meta,
  label,
  hint,
  hasMark,
  choices,
  empty,
}: Labelled & { choices: { value: string; label: string }[]; empty?: string }) {
  const { key, ...select } = getSelectProps(meta, { ariaDescribedBy: hint ? meta.descriptionId : undefined })
  return (
    <Frame {...{ meta, label, hint, hasMark }}>
      <select key={key} {...select}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** Radio buttons (`multiple` false) or check boxes, as large as a thumb. */
export function ChoiceField({
  meta,
  legend,
  choices,
  multiple = false,
}: {
  meta: Meta
  legend: ReactNode
  choices: Choice[]
  multiple?: boolean
}) {
  const chosen = ([] as unknown[]).concat(meta.initialValue ?? [])
  return (
    <fieldset className="field" aria-describedby={meta.errors ? meta.errorId : undefined}>
      <legend>{legend}</legend>
      <div className="choice">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={meta.name}
              value={choice.value}
              form={meta.formId}
              defaultChecked={chosen.includes(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </fieldset>
  )
}

export function CheckBox({ meta, label }: Labelled) {
  const { key, ...input } = getInputProps(meta, { type: 'checkbox' })
  return (
    <div className="field check">
      <label>
        <input key={key} {...input} />
        <span>{label}</span>
      </label>
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </div>
  )
}

/** The fields of a text that is given in each language. */
export function textsIn(meta: Meta) {
  return (meta as FieldMetadata<Record<Language, string>, Record<string, unknown>, string[]>).getFieldset()
}

/** One text in each of the event's languages, side by side, with a sign at those still empty. */
export function LocalizedField({
  meta,
  label,
  hint,
  among,
  rows,
}: Labelled & { among: readonly Language[]; rows?: number }) {
  const t = useText()
  const fields = textsIn(meta)
  return (
    <fieldset className="field localized">
      <legend>
        {label}
        {hint && <span className="hint">{hint}</span>}
      </legend>
      {among.map((language) => {
        const field = fields[language]
        const shared = { lang: language, dir: direction(language) }
        const { key: areaKey, ...area } = getTextareaProps(field)
        const { key: inputKey, ...input } = getInputProps(field, { type: 'text' })
        return (
          <div key={language} className="localized-row">
            <label htmlFor={field.id}>
              <span lang={language}>{languageNames[language]}</span>
              {!field.initialValue && <span className="tag wait">{t('common:notYet')}</span>}
            </label>
            {rows ? (
              <textarea key={areaKey} {...area} {...shared} rows={rows} />
            ) : (
              <input key={inputKey} {...input} {...shared} />
            )}
            <FieldErrors id={field.errorId} errors={field.errors} />
          </div>
        )
      })}
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </fieldset>
  )
}

/** Stands above a form that came back: says that something is to be mended and that nothing is lost. */
export function FormErrors({
  form,
}: {
  form: { status?: 'success' | 'error'; errors?: string[]; errorId: string }
}) {
  const t = useText()
  if (form.status !== 'error') return null
  return (
    <Notice kind="error">
      {form.errors?.length ? (
        <FieldErrors id={form.errorId} errors={form.errors} />
      ) : (
        t('errors:formHasErrors')
      )}
    </Notice>
  )
}
