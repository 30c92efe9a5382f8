import type { FieldMetadata } from '@conform-to/react'
import { useLoaderData } from '@remix-run/react'
import { replies } from '#app/answers/rules.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { NameFields } from '../answer/name-fields.tsx'
import type { RowMeta } from '../answer/name-row.tsx'
import type { Given } from './incoming-page.tsx'
import type { loader } from './route.tsx'

type Answers = NonNullable<Given['answers']>

/** What the letter says to each part, and whom an institution names in it. Left empty, nothing is recorded. */
export function AnswerFields({
  answers,
  names,
  fields,
}: {
  answers: FieldMetadata<Given['answers'], Given, string[]>
  names: { getFieldList(): unknown }
  fields: unknown
}) {
  const { answer } = useLoaderData<typeof loader>()
  const t = useText()
  const parts = (answers as FieldMetadata<Answers, Given, string[]>).getFieldList()
  return (
    <section className="card stack" aria-labelledby="answer">
      <h2 id="answer">{t('letters:incoming.answer')}</h2>
      <p className="muted">{t('letters:incoming.answerHint')}</p>
      {parts.map((meta, index) => (
        <PartFields key={meta.key} meta={meta} index={index} />
      ))}
      {answer?.isOrganisation && (
        <NameFields
          rows={names.getFieldList() as RowMeta[]}
          {...{ fields }}
          page={answer}
          clashes={[]}
          isDesk
        />
      )}
    </section>
  )
}

function PartFields({
  meta,
  index,
}: {
  meta: FieldMetadata<Answers[number], Given, string[]>
  index: number
}) {
  const { answer } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const part = answer?.parts[index]
  if (!part) return null
  const fields = meta.getFieldset()
  return (
    <div className="fields">
      <input type="hidden" name={fields.part.name} value={part.id} />
      <SelectField
        meta={fields.reply}
        label={localize(part.name, language)}
        empty=""
        choices={replies.map((value) => ({ value, label: t(`answer:status.${value}`) }))}
      />
      <TextField meta={fields.reason} label={t('answer:reason')} dir="auto" />
    </div>
  )
}
