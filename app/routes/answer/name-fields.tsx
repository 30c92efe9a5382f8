import type { FieldMetadata } from '@conform-to/react'
import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors } from '#app/ui/field.tsx'
import type { loader } from './route.tsx'

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form; a row cares for none of it.
type Row = FieldMetadata<any, any, string[]>

/** A row for each seat and each alternate: as many as there are, so nobody can be named beyond them. */
export function NameFields({ rows }: { rows: Row[] }) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <fieldset className="field stack">
      <legend>
        <span className="question-title">{t('answer:names.title')}</span>
        <span className="hint">
          {t('answer:names.seats', { count: page.seats })}{' '}
          {page.alternates > 0 && t('answer:names.alternates', { count: page.alternates })}{' '}
          {t('answer:names.later')}
        </span>
      </legend>
      {rows.slice(0, page.seats + page.alternates).map((row, index) => (
        <NameRow
          key={row.id}
          row={row}
          seat={index < page.seats ? 'delegate' : 'alternate'}
          number={index < page.seats ? index + 1 : index + 1 - page.seats}
        />
      ))}
    </fieldset>
  )
}

type Person = Record<'id' | 'seat' | 'name' | 'position' | 'email' | 'phone', string>

function NameRow({ row, seat, number }: { row: Row; seat: 'delegate' | 'alternate'; number: number }) {
  const t = useText()
  const language = useLanguage()
  const fields = (row as FieldMetadata<Person, Record<string, unknown>, string[]>).getFieldset()
  return (
    <details
      className="name-row"
      open={(number === 1 && seat === 'delegate') || Boolean(fields.name.initialValue) || !row.valid}
    >
      <summary className="strong">
        {t(`answer:names.${seat}`, { number: formatNumber(number, language) })}
        {fields.name.initialValue && <bdi className="wraps muted">{fields.name.initialValue}</bdi>}
      </summary>
      <input type="hidden" name={fields.id.name} value={fields.id.initialValue ?? ''} />
      <input type="hidden" name={fields.seat.name} value={seat} />
      <div className="fields">
        <PersonField meta={fields.name} label={t('answer:names.name')} />
        <PersonField meta={fields.position} label={t('answer:names.position')} />
        <PersonField meta={fields.email} label={t('answer:names.email')} type="email" />
        <PersonField meta={fields.phone} label={t('answer:names.phone')} type="tel" />
      </div>
    </details>
  )
}

/** A row may stay empty as a whole, so “optional” at each of its fields would only be noise. */
function PersonField({
  meta,
  label,
  type = 'text',
}: {
  meta: Row
  label: string
  type?: 'text' | 'email' | 'tel'
}) {
  return (
    <div className="field">
      <label htmlFor={meta.id}>{label}</label>
      <input
        id={meta.id}
        name={meta.name}
        type={type}
        dir={type === 'text' ? 'auto' : 'ltr'}
        defaultValue={String(meta.initialValue ?? '')}
        aria-invalid={meta.errors ? true : undefined}
        aria-describedby={meta.errors ? meta.errorId : undefined}
      />
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </div>
  )
}
