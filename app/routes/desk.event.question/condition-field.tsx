import type { FieldMetadata } from '@conform-to/react'
import { useLoaderData } from '@remix-run/react'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { isChosen } from '#app/questions/rules.ts'
import { FieldErrors } from '#app/ui/field.tsx'
import type { loader } from './route.tsx'

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form; this field cares for none of it.
type Meta = FieldMetadata<any, any, string[]>

/** On which answers to a question above this one depends; nothing ticked: it is asked in any case. */
export function ConditionField({ meta }: { meta: Meta }) {
  const { above } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const ticked = ([] as unknown[]).concat(meta.initialValue ?? [])
  return (
    <details className="fold" open={ticked.length > 0 || Boolean(meta.errors)}>
      <summary className="strong">{t('questions:condition.title')}</summary>
      <div className="stack">
        <p className="hint">{t('questions:condition.hint')}</p>
        <FieldErrors id={meta.errorId} errors={meta.errors} />
        {above.map(({ id, label, kind, options }) => (
          <fieldset key={id} className="field" aria-describedby={meta.errors ? meta.errorId : undefined}>
            <legend>{localize(label, language)}</legend>
            <div className="check">
              {[
                { value: id, text: t('questions:condition.anyAnswer') },
                ...(isChosen(kind) ? options : []).map((option) => ({
                  value: `${id}:${option.id}`,
                  text: localize(option.text, language),
                })),
              ].map(({ value, text }) => (
                <label key={value}>
                  <input
                    type="checkbox"
                    name={meta.name}
                    value={value}
                    defaultChecked={ticked.includes(value)}
                  />
                  <span>{text}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  )
}
