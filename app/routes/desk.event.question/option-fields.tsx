import type { FieldMetadata } from '@conform-to/react'
import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, FieldErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
import type { loader } from './route.tsx'

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form; a row cares for none of it.
type Meta = FieldMetadata<any, any, string[]>
type Row = { id: string; text: Record<string, string>; rank: string; isRetired: string }

/** What can be chosen, a row each and some to spare. An option keeps its id however it is worded. */
export function OptionFields({ meta }: { meta: Meta }) {
  const t = useText()
  const rows = (meta as FieldMetadata<Row[], Record<string, unknown>, string[]>).getFieldList()
  return (
    <fieldset className="field stack" id="options" aria-describedby={meta.errors ? meta.errorId : undefined}>
      <legend>
        {t('questions:option.title')}
        <span className="hint">{t('questions:option.hint')}</span>
      </legend>
      <FieldErrors id={meta.errorId} errors={meta.errors} />
      {rows.map((row, index) => (
        <OptionRow key={row.key} meta={row} number={index + 1} />
      ))}
      <p>
        <button type="submit" className="button quiet" name="intent" value="more">
          {t('questions:option.more')}
        </button>
      </p>
    </fieldset>
  )
}

function OptionRow({ meta, number }: { meta: Meta; number: number }) {
  const { languages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const fields = (meta as FieldMetadata<Row, Record<string, unknown>, string[]>).getFieldset()
  const label = t('questions:option.number', { number: formatNumber(number, language) })
  const isKnown = Boolean(fields.id.initialValue)
  return (
    <div className="inset stack">
      <input type="hidden" name={fields.id.name} value={String(fields.id.initialValue ?? '')} />
      <LocalizedField meta={fields.text as Meta} label={label} among={languages} />
      {isKnown && (
        <div className="fields">
          <TextField
            meta={fields.rank}
            label={t('questions:option.rank', { option: label })}
            inputMode="numeric"
            dir="ltr"
          />
          <CheckBox meta={fields.isRetired} label={t('questions:option.retire')} />
        </div>
      )}
    </div>
  )
}
