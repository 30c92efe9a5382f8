import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { type noteForm, noteKinds } from '#app/answers/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, SelectField, TextArea } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'

/** A line for colleagues: called, no answer. */
export function NoteForm() {
  const { requestId } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof noteForm>>({
    id: `note-${requestId}`,
    lastResult: came?.about === 'note' ? came.result : undefined,
    defaultValue: { what: 'called' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack inset">
      <FormErrors form={form} />
      <NewId />
      <div className="fields">
        <SelectField
          meta={fields.what}
          label={t('story:noteForm.what')}
          choices={noteKinds.map((value) => ({ value, label: t(`story:note.${value}`) }))}
        />
        <TextArea
          meta={fields.text}
          label={t('story:noteForm.text')}
          hint={t('story:noteForm.hint')}
          rows={2}
        />
      </div>
      <button type="submit" className="button quiet" name="intent" value="note">
        {t('story:noteForm.add')}
      </button>
    </Form>
  )
}
