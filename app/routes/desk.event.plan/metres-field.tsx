import { getInputProps } from '@conform-to/react'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors, type Meta } from '#app/ui/field.tsx'

/** A length in metres, to the centimetre. */
export function MetresField({ meta, label, hint }: { meta: Meta; label: string; hint?: string }) {
  const t = useText()
  const { key, ...input } = getInputProps(meta, {
    type: 'number',
    ariaDescribedBy: hint ? meta.descriptionId : undefined,
  })
  return (
    <div className="field">
      <label htmlFor={meta.id}>
        {label} <span className="muted small">({t('drawing:metres')})</span>
      </label>
      {hint && (
        <p className="hint" id={meta.descriptionId}>
          {hint}
        </p>
      )}
      <input key={key} {...input} step="0.01" min={undefined} max={undefined} inputMode="decimal" dir="ltr" />
      <FieldErrors id={meta.errorId} errors={meta.errors} />
    </div>
  )
}
