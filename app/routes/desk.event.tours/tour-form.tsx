import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { tourForm } from '#app/exhibition/tours/forms.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, LocalizedField, TextArea } from '#app/ui/field.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { action, loader } from './route.tsx'
import type { TourRow } from './tours-page.tsx'

/** Name and booths of one suggested route; of a new one when none is given. */
export function TourForm({ tour }: { tour?: TourRow }) {
  const { event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof tourForm>>({
    id: `tour-${tour?.id ?? 'new'}`,
    constraint: getZodConstraint(tourForm),
    lastResult: answer?.result,
    defaultValue: { name: tour?.name, booths: tour?.stops.map(({ code }) => code).join(', ') },
  })
  return (
    <div className="stack" id="tour">
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <LocalizedField meta={fields.name} label={t('tours:name')} among={event.languages} />
        <TextArea meta={fields.booths} label={t('tours:booths')} hint={t('tours:boothsHint')} rows={3} />
        <Booths />
        <p className="row">
          <input type="hidden" name="tour" value={tour?.id ?? ''} />
          <button type="submit" className="button" name="intent" value="save">
            {tour ? t('common:save') : t('tours:add')}
          </button>
          <Link className="button quiet" to="?">
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {tour && (
        <Confirm intent="remove" title={t('tours:remove')} effect={t('tours:removeHint')}>
          <input type="hidden" name="tour" value={tour.id} />
        </Confirm>
      )}
    </div>
  )
}

/** Which booths there are, and what is shown at each. */
function Booths() {
  const { booths } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <details className="fold">
      <summary>{t('tours:which')}</summary>
      <ol className="plain-list tour-booths small">
        {booths.map(({ id, code, title }) => (
          <li key={id}>
            <bdi className="strong">{code}</bdi>{' '}
            {title ? <LocalizedText text={title} language={language} /> : t('tours:nothing')}
          </li>
        ))}
      </ol>
    </details>
  )
}
