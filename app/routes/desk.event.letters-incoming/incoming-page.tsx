import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { incomingForm } from '#app/letters/forms.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { headOf, rowsFor } from '../answer/name-rows.ts'
import { AnswerFields } from './answer-fields.tsx'
import { DocumentField } from './document-field.tsx'
import type { action, loader } from './route.tsx'

export type Given = z.input<typeof incomingForm>

/** A letter that came in: its facts, its scan, and at once the answer that it gives. */
export function IncomingPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<Given>({
    id: 'incoming',
    constraint: getZodConstraint(incomingForm),
    lastResult: answer?.result,
    defaultValue: useBeginning(),
  })
  return (
    <div className="stack">
      <p>
        <Link className="target" to={`/desk/events/${page.slug}/letters`}>
          {t('letters:letter.back')}
        </Link>
      </p>
      <h1>{t('letters:incoming.title')}</h1>
      {page.reference && (
        <p>
          {t('letters:incoming.answers')}{' '}
          <bdi dir="ltr" className="strong">
            {page.reference}
          </bdi>
        </p>
      )}
      <Form method="post" encType="multipart/form-data" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <input type="hidden" name="requestId" value={String(fields.requestId.initialValue ?? '')} />
        <section className="card stack" aria-labelledby="letter">
          <h2 id="letter">{t('letters:incoming.letter')}</h2>
          <div className="fields">
            <TextField meta={fields.sender} label={t('letters:letter.from')} dir="auto" />
            <TextField meta={fields.theirReference} label={t('letters:column.theirReference')} dir="auto" />
            <TextField meta={fields.datedOn} label={t('letters:column.date')} type="date" />
            <TextField meta={fields.receivedOn} label={t('letters:column.receivedOn')} type="date" />
          </div>
          <TextField meta={fields.subject} label={t('letters:column.subject')} dir="auto" />
          <DocumentField
            label={t('letters:incoming.scan')}
            refused={(answer && 'refused' in answer && answer.refused) || null}
          />
        </section>
        {page.answer ? (
          <AnswerFields answers={fields.answers} names={fields.names} fields={fields} />
        ) : (
          <p className="muted">{t('letters:incoming.noGuest')}</p>
        )}
        <p>
          <button type="submit" className="button">
            {t('letters:incoming.enter')}
          </button>
        </p>
      </Form>
    </div>
  )
}

function useBeginning(): Partial<Given> {
  const { answer, sender, subject, today, requestId } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return {
    ...{ sender, subject, requestId, datedOn: today, receivedOn: today },
    answers: answer?.parts.map(({ id }) => ({ part: id, reply: undefined, reason: '' })) ?? [],
    ...(answer?.isOrganisation && {
      names: rowsFor(answer, language),
      head: headOf(answer),
      focalName: answer.focal.name,
      focalPhone: answer.focal.phone,
    }),
  }
}
