import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { newExhibitForm } from '#app/exhibition/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { BoothField, OrganisationField } from './place-fields.tsx'
import type { action, loader } from './route.tsx'

/** The first step of an exhibit: a title in one language is enough. */
export function NewExhibit() {
  const { event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof newExhibitForm>>({
    id: 'new-exhibit',
    constraint: getZodConstraint(newExhibitForm),
    lastResult: answer?.intent === 'create' ? answer.result : undefined,
  })
  return (
    <div className="stack form-page">
      <h1>{t('exhibition:new.title')}</h1>
      <p className="muted">{t('exhibition:new.intro')}</p>
      <Form method="post" {...getFormProps(form)} className="card stack">
        <FormErrors form={form} />
        <NewId />
        <LocalizedField
          meta={fields.title}
          label={t('exhibition:field.title')}
          hint={t('exhibition:new.titleHint')}
          among={event.languages}
        />
        <LocalizedField
          meta={fields.summary}
          label={t('exhibition:field.summary')}
          hint={t('exhibition:texts.summaryHint')}
          among={event.languages}
          rows={2}
        />
        <div className="fields">
          <BoothField meta={fields.boothId} />
          <OrganisationField meta={fields.organisationId} />
        </div>
        <p className="row">
          <button type="submit" className="button" name="intent" value="create">
            {t('exhibition:new.submit')}
          </button>
          <Link className="button quiet" to={`/desk/events/${event.slug}/exhibition`}>
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
    </div>
  )
}
