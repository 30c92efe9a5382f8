import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { figureForm } from '#app/exhibition/forms.ts'
import { figureQualifiers } from '#app/exhibition/rules.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { Figure } from './figures.tsx'
import type { action, loader } from './route.tsx'

// Without `any`, browsers refuse 3.1 in a field for numbers.
const constraint = { ...getZodConstraint(figureForm), value: { required: true, step: 'any' } }

export function FigureForm({ figure }: { figure?: Figure }) {
  const { event } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof figureForm>>({
    id: `figure-${figure?.id ?? 'new'}`,
    constraint,
    lastResult: answer?.intent === 'figure' ? answer.result : undefined,
    defaultValue: figure ? { ...figure, sourceUrl: figure.sourceUrl ?? '' } : { qualifier: 'exactly' },
  })
  const among = event.languages
  return (
    <div className="inset stack">
      <Form method="post" {...getFormProps(form)} className="stack text-columns">
        <FormErrors form={form} />
        <NewId />
        <input type="hidden" name="figure" value={figure?.id ?? ''} />
        <div className="fields">
          <SelectField
            meta={fields.qualifier}
            label={t('exhibition:field.qualifier')}
            choices={figureQualifiers.map((value) => ({ value, label: t(`exhibition:qualifier.${value}`) }))}
          />
          <TextField
            meta={fields.value}
            label={t('exhibition:field.value')}
            type="number"
            inputMode="decimal"
          />
        </div>
        <LocalizedField
          meta={fields.unit}
          label={t('exhibition:field.unit')}
          hint={t('exhibition:figures.unitHint')}
          among={among}
        />
        <LocalizedField
          meta={fields.label}
          label={t('exhibition:field.label')}
          hint={t('exhibition:figures.labelHint')}
          among={among}
        />
        <Origin fields={fields} />
        <p className="row">
          <button type="submit" className="button" name="intent" value="figure">
            {t('exhibition:figures.save')}
          </button>
          <Link className="button quiet" to="?#figures">
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {figure && <RemoveFigure figure={figure} />}
    </div>
  )
}

type Meta = Parameters<typeof TextField>[0]['meta']

/** When, and who says so: no figure is shown without. */
function Origin({ fields }: { fields: Record<'asOf' | 'source' | 'sourceUrl', Meta> }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <>
      <LocalizedField
        meta={fields.source}
        label={t('exhibition:field.source')}
        hint={t('exhibition:figures.sourceHint')}
        among={event.languages}
      />
      <div className="fields">
        <TextField
          meta={fields.asOf}
          label={t('exhibition:field.asOf')}
          hint={t('exhibition:figures.asOfHint')}
          dir="ltr"
          inputMode="numeric"
        />
        <TextField meta={fields.sourceUrl} label={t('exhibition:field.sourceUrl')} type="url" />
      </div>
    </>
  )
}

function RemoveFigure({ figure }: { figure: Figure }) {
  const t = useText()
  return (
    <Form method="post">
      <input type="hidden" name="figure" value={figure.id} />
      <button type="submit" className="button danger" name="intent" value="removeFigure">
        {t('exhibition:figures.remove')}
      </button>
    </Form>
  )
}
