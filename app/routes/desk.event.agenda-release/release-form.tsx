import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { releaseForm } from '#app/agenda/release-form.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'
import { Concerned } from './tell-form.tsx'

/** Makes the draft public under the next number, with a word to its readers and, if wished, mails to those concerned. */
export function ReleaseForm() {
  const { event, last } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof releaseForm>>({
    id: 'release',
    constraint: getZodConstraint(releaseForm),
    lastResult: answer?.result,
  })
  const version = formatNumber((last?.number ?? 0) + 1, language)
  return (
    <Form method="post" {...getFormProps(form)} className="card stack">
      <FormErrors form={form} />
      <NewId />
      <LocalizedField
        meta={fields.note}
        label={t('programme:desk.note')}
        hint={t('programme:desk.noteHint')}
        among={event.languages}
        rows={2}
      />
      <Concerned meta={fields.tell} />
      <p>
        <button type="submit" className="button" name="intent" value="release">
          {t('programme:desk.release', { version })}
        </button>
      </p>
    </Form>
  )
}
