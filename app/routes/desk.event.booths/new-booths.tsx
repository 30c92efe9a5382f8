import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { newBoothsForm } from '#app/exhibition/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { PlaceField } from './place-field.tsx'
import type { action, loader } from './route.tsx'

/** One booth or a whole hall of them at once. */
export function NewBooths() {
  const { parts, halls, open } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof newBoothsForm>>({
    id: 'booth-new',
    constraint: getZodConstraint(newBoothsForm),
    lastResult: answer?.intent === 'add' ? answer.result : undefined,
    defaultValue: { place: halls[0] ? `hall:${halls[0].id}` : `part:${parts[0]?.id}` },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="inset stack text-columns">
      <h2>{t('exhibition:booths.add')}</h2>
      <FormErrors form={form} />
      <NewId />
      <TextField
        meta={fields.codes}
        label={t('exhibition:field.codes')}
        hint={t('exhibition:booths.codesHint')}
        dir="auto"
      />
      {answer?.intent === 'add' && answer.taken.length > 0 && (
        <p className="field-error">
          <bdi className="wraps">{answer.taken.join(', ')}</bdi>
        </p>
      )}
      <PlaceField meta={fields.place} />
      <p className="row">
        <button type="submit" className="button" name="intent" value="add">
          {t('exhibition:booths.submit')}
        </button>
        <Link className="button quiet" to={`?page=${open.page}#booths`}>
          {t('common:cancel')}
        </Link>
      </p>
    </Form>
  )
}
