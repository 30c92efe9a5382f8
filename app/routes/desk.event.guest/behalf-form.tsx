import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { takesFiles } from '#app/answers/asked.ts'
import type { behalfForm } from '#app/answers/forms.ts'
import { deskChannels, replies } from '#app/answers/rules.ts'
import { languageNames, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, ChoiceField, FormErrors, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { NameFields } from '../answer/name-fields.tsx'
import type { RowMeta } from '../answer/name-row.tsx'
import { headOf, rowsFor } from '../answer/name-rows.ts'
import { AskedOnBehalf } from './asked-on-behalf.tsx'
import type { action, loader } from './route.tsx'

type BehalfFields = z.input<typeof behalfForm>

/** An answer that came another way than by the link. */
export function BehalfForm() {
  const { page, asking } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const result = came?.about === 'answer' ? came.result : undefined
  const [form, fields] = useForm<BehalfFields>({
    id: 'behalf',
    lastResult: result,
    defaultValue: useAnswerSoFar(),
  })
  return (
    <details className="card fold" open={Boolean(result)}>
      <summary>
        <h2>{t('guests:behalf.title')}</h2>
      </summary>
      <Form
        method="post"
        encType={takesFiles(asking.questions) ? 'multipart/form-data' : undefined}
        {...getFormProps(form)}
        className="stack"
      >
        <FormErrors form={form} />
        <ChoiceField
          meta={fields.via}
          legend={t('guests:behalf.via')}
          choices={deskChannels.map((value) => ({ value, label: t(`guests:via.${value}`) }))}
        />
        {fields.answers.getFieldList().map((meta, index) => (
          <PartAnswer key={meta.id} meta={meta} index={index} />
        ))}
        {page.isOrganisation ? (
          <NameFields
            rows={fields.names.getFieldList() as unknown as RowMeta[]}
            {...{ fields, page }}
            isDesk
            clashes={result ? (came?.clashes ?? []) : []}
          />
        ) : (
          <div className="fields">
            <SelectField
              meta={fields.listen}
              label={t('answer:needs.listen')}
              empty={t('answer:needs.listenNone')}
              choices={page.event.languages.map((value) => ({ value, label: languageNames[value] }))}
            />
            <TextField meta={fields.access} label={t('answer:needs.access')} dir="auto" />
            <TextField meta={fields.diet} label={t('answer:needs.diet')} dir="auto" />
          </div>
        )}
        <AskedOnBehalf />
        <TextArea
          meta={fields.note}
          label={t('guests:behalf.note')}
          hint={t('guests:behalf.noteHint')}
          rows={2}
        />
        <input type="hidden" name="message" value={page.message} />
        <input type="hidden" name="requestId" value={String(fields.requestId.initialValue ?? '')} />
        {page.parts.some(({ waiting }) => waiting?.mustWait) && (
          <CheckBox meta={fields.beyondCapacity} label={t('guests:behalf.beyondCapacity')} />
        )}
        <button type="submit" className="button" name="intent" value="answer">
          {t('guests:behalf.record')}
        </button>
      </Form>
    </details>
  )
}

function useAnswerSoFar(): BehalfFields {
  const { page, requestId } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const needs = page.reader?.needs
  const wanted = {
    accepted: 'accepted',
    waitlisted: 'accepted',
    offered: 'accepted',
    tentative: 'tentative',
    declined: 'declined',
  } as const
  return {
    requestId,
    via: 'phone',
    answers: page.parts.map(({ id, status, reason }) => ({
      part: id,
      reply: status in wanted ? wanted[status as keyof typeof wanted] : undefined,
      reason,
    })),
    access: needs?.access,
    diet: needs?.diet,
    listen: needs?.listenLanguage,
    names: page.isOrganisation ? rowsFor(page, language) : [],
    head: page.isOrganisation ? headOf(page) : undefined,
    focalName: page.focal.name,
    focalPhone: page.focal.phone,
  }
}

// biome-ignore lint/suspicious/noExplicitAny: conform's metadata is invariant in its form; a row cares for none of it.
type Row = { meta: FieldMetadata<any, any, string[]>; index: number }

type Fieldset<Names extends string> = FieldMetadata<Record<Names, string>, Record<string, unknown>, string[]>

function PartAnswer({ meta, index }: Row) {
  const { page } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const fields = (meta as Fieldset<'part' | 'reply' | 'reason'>).getFieldset()
  const part = page.parts[index]
  if (!part) return null
  return (
    <div className="fields">
      <input type="hidden" name={fields.part.name} value={part.id} />
      <SelectField
        meta={fields.reply}
        label={localize(part.name, language)}
        empty={t('answer:status.invited')}
        choices={replies.map((value) => ({ value, label: t(`answer:status.${value}`) }))}
      />
      <TextField meta={fields.reason} label={t('answer:reason')} dir="auto" />
    </div>
  )
}
