import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { takesFiles } from '#app/answers/asked.ts'
import type { answerForm } from '#app/answers/forms.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Asked } from './asked.tsx'
import { ListingField } from './listing-field.tsx'
import { NameFields } from './name-fields.tsx'
import type { RowMeta } from './name-row.tsx'
import { headOf, rowsFor } from './name-rows.ts'
import { Question } from './question.tsx'
import type { action, loader } from './route.tsx'

export type AnswerFields = z.input<typeof answerForm>

/** The answer to every part that still takes one, with needs or names, in one form. */
export function AnswerForm({ isChange = false }: { isChange?: boolean }) {
  const { page, path, asking } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const result = came?.intent === 'answer' ? came.result : undefined
  const [form, fields] = useForm<AnswerFields>({
    id: 'answer',
    lastResult: result,
    defaultValue: useAnswerSoFar(),
  })
  const open = page.parts.filter(({ isOpen }) => isOpen)
  return (
    <form
      method="post"
      action={`${path}?lang=${language}`}
      encType={takesFiles(asking.questions) ? 'multipart/form-data' : undefined}
      {...getFormProps(form)}
      className={isChange ? 'stack' : 'card stack'}
    >
      <FormErrors form={form} />
      {fields.answers.getFieldList().map((meta, index) => {
        const part = open[index]
        return part && <Question key={part.id} part={part} meta={meta} showsWhen={page.parts.length > 1} />
      })}
      {page.isOrganisation ? (
        <NameFields
          rows={fields.names.getFieldList() as unknown as RowMeta[]}
          {...{ fields, page }}
          clashes={came?.clashes ?? []}
        />
      ) : (
        <NeedsFields fields={fields} isOpen={form.status === 'error' || hasNeeds(page.reader?.needs)} />
      )}
      <Asked />
      {!page.sentBy && <TextArea meta={fields.message} label={t('answer:message')} rows={2} />}
      <ListingField />
      <input type="hidden" name="requestId" value={fields.requestId.initialValue} />
      <button type="submit" className="button wide" name="intent" value="answer">
        {isChange ? t('answer:sendChange') : t('answer:send')}
      </button>
    </form>
  )
}

function hasNeeds(needs: object | undefined): boolean {
  return Object.keys(needs ?? {}).length > 0
}

/** What the form shows at first: the answer on record, or what the link in the mail preselects. */
function useAnswerSoFar(): AnswerFields {
  const { page, requestId, preselected } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const needs = page.reader?.needs
  return {
    requestId,
    answers: page.parts
      .filter(({ isOpen }) => isOpen)
      .map(({ id, status, reason, audience }) => ({
        part: id,
        reply: replyFor(status, page.hasAnswered, audience === 'invited' ? preselected : null) as
          | 'accepted'
          | undefined,
        reason,
      })),
    access: needs?.access,
    diet: needs?.diet,
    listen: needs?.listenLanguage,
    message: page.message,
    names: page.isOrganisation ? rowsFor(page, language) : [],
    head: page.isOrganisation ? headOf(page) : undefined,
    focalName: page.focal.name,
    focalPhone: page.focal.phone,
  }
}

function replyFor(status: string, hasAnswered: boolean, preselected: string | null): string | undefined {
  if (preselected) return preselected
  // An alternate who said yes stands by.
  if (status === 'waitlisted' || status === 'offered' || (status === 'proposed' && hasAnswered))
    return 'accepted'
  return ['accepted', 'tentative', 'declined'].includes(status) ? status : undefined
}

type Fields = { [Name in 'access' | 'diet' | 'listen']: FieldMetadata<string, AnswerFields, string[]> }

function NeedsFields({ fields, isOpen }: { fields: unknown; isOpen: boolean }) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const { access, diet, listen } = fields as Fields
  return (
    <details className="needs" open={isOpen}>
      <summary>
        <span>
          <strong>{t('answer:needs.title')}</strong>{' '}
          <span className="muted small">{t('answer:needs.about')}</span>
        </span>
      </summary>
      <div className="stack">
        <SelectField
          meta={listen}
          label={t('answer:needs.listen')}
          empty={t('answer:needs.listenNone')}
          choices={page.event.languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <TextField
          meta={access}
          label={t('answer:needs.access')}
          hint={t('answer:needs.accessHint')}
          dir="auto"
        />
        <TextField meta={diet} label={t('answer:needs.diet')} hint={t('answer:needs.dietHint')} dir="auto" />
      </div>
    </details>
  )
}
