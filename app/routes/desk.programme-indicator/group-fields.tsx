import type { FieldMetadata } from '@conform-to/react'
import { type Grouping, groupings } from '#app/exhibition/programmes/groups.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FieldErrors, TextField } from '#app/ui/field.tsx'

/** How many of a result are in each group, as far as the source tells. */
export function GroupFields({ meta }: { meta: FieldMetadata<Record<string, number | undefined>> }) {
  const t = useText()
  const fields = meta.getFieldset()
  const isGiven = Object.keys((meta.initialValue as object | undefined) ?? {}).length > 0
  return (
    <details className="disclosure tight" open={isGiven || Boolean(meta.errors)}>
      <summary>{t('programmes:field.groups')}</summary>
      <p className="hint">{t('programmes:hint.groups')}</p>
      <FieldErrors id={meta.errorId} errors={meta.errors} />
      {(Object.keys(groupings) as Grouping[]).map((grouping) => (
        <fieldset key={grouping} className="fields">
          <legend>{t(`programmes:grouping.${grouping}`)}</legend>
          {groupings[grouping].map((group) => {
            const field = fields[group]
            return (
              field && (
                <TextField
                  key={group}
                  meta={field}
                  label={t(`programmes:group.${group}`)}
                  type="number"
                  inputMode="numeric"
                />
              )
            )
          })}
        </fieldset>
      ))}
    </details>
  )
}
