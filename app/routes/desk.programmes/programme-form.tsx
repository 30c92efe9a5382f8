import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link } from '@remix-run/react'
import type { z } from 'zod'
import { programmeForm } from '#app/exhibition/programmes/forms.ts'
import type { ProgrammeContent } from '#app/exhibition/programmes/programmes.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'

type Given = {
  programme?: ProgrammeContent
  lastResult: SubmissionResult<string[]> | undefined
  /** Where to go without saving. */
  cancel: string
}

/** What a programme says about itself; of a new one when none is given. */
export function ProgrammeForm({ programme, lastResult, cancel }: Given) {
  const t = useText()
  const [form, fields] = useForm<z.input<typeof programmeForm>>({
    id: 'programme-facts',
    constraint: getZodConstraint(programmeForm),
    lastResult,
    defaultValue: { ...programme, since: programme?.since ?? '' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <NewId />
      <LocalizedField meta={fields.name} label={t('programmes:field.name')} among={languages} />
      <LocalizedField meta={fields.acronym} label={t('programmes:field.acronym')} among={languages} />
      <LocalizedField meta={fields.donors} label={t('programmes:field.donors')} among={languages} />
      <TextField
        meta={fields.since}
        label={t('programmes:field.since')}
        hint={t('programmes:hint.day')}
        dir="ltr"
        inputMode="numeric"
      />
      <LocalizedField
        meta={fields.description}
        label={t('programmes:field.description')}
        hint={t('programmes:hint.description')}
        among={languages}
        rows={4}
      />
      <p className="row">
        <button type="submit" className="button" name="intent" value="save">
          {t('programmes:facts.save')}
        </button>
        <Link className="button quiet" to={cancel}>
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}
