import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { attendeeAnswerForm } from '#app/answers/forms.ts'
import type { NamedOne } from '#app/answers/named.ts'
import { replies } from '#app/answers/rules.ts'
import { displayName } from '#app/directory/names.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, SelectField, TextField } from '#app/ui/field.tsx'
import { ChannelFields } from './channel-fields.tsx'
import type { action, loader } from './route.tsx'

/** The own word of one who was named, when it came by telephone or on paper. */
export function AnswerFor({ person }: { person: NamedOne }) {
  const { requestId, page } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const result = came?.about === person.id ? came.result : undefined
  const here = page.parts.filter(({ id }) =>
    person.statuses.some(({ partId, status }) => partId === id && status !== 'cancelled'),
  )
  const [form, fields] = useForm<z.input<typeof attendeeAnswerForm>>({
    id: `answer-${person.id}`,
    lastResult: result,
    defaultValue: { via: 'phone', answers: here.map(({ id }) => ({ part: id })) },
  })
  if (!here.length) return null
  const name = displayName(person.names, language)
  return (
    <details className="act" open={Boolean(result)}>
      <summary aria-label={`${t('delegation:desk.answer.title')}: ${name}`}>
        {t('delegation:desk.answer.title')}
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <input type="hidden" name="attendee" value={person.id} />
        <input type="hidden" name="requestId" value={`${requestId}`} />
        {fields.answers.getFieldList().map((meta, index) => {
          const part = here[index]
          const row = (meta as FieldMetadata<Record<'part' | 'reply' | 'reason', string>>).getFieldset()
          return (
            part && (
              <div key={part.id} className="fields">
                <input type="hidden" name={row.part.name} value={part.id} />
                <SelectField
                  meta={row.reply}
                  label={localize(part.name, language)}
                  empty={t('answer:status.invited')}
                  choices={replies.map((value) => ({ value, label: t(`answer:status.${value}`) }))}
                />
                <TextField meta={row.reason} label={t('answer:reason')} dir="auto" />
              </div>
            )
          )
        })}
        <ChannelFields fields={fields} />
        <p>
          <button type="submit" className="button" name="intent" value="answerFor">
            {t('guests:behalf.record')}
          </button>
        </p>
      </Form>
    </details>
  )
}
