import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { doubleRules } from '#app/exhibition/displacement/choices.ts'
import { readingForm } from '#app/exhibition/displacement/forms.ts'
import { populations } from '#app/exhibition/displacement/rules.ts'
import { isolate } from '#app/i18n/format.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, SelectField, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

const told = [
  'noDate',
  'dateGuessed',
  'dateOrderGuessed',
  'datesMixed',
  'operationGuessed',
  'populationGuessed',
]

/** What the file leaves open: whose figures they are, in which order dates stand, which of two figures counts. */
export function Reading() {
  const { choices, preview } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const result = answer && 'result' in answer ? answer.result : undefined
  const [form, fields] = useForm<z.input<typeof readingForm>>({
    id: 'reading',
    constraint: getZodConstraint(readingForm),
    lastResult: result,
    defaultValue: { ...choices, round: String(choices.round || ''), order: choices.order ?? 'column' },
  })
  const isOpen = result !== undefined || preview?.summary.oddities.some(({ code }) => told.includes(code))
  const orders = (['column', 'dmy', 'mdy'] as const).map((value) => ({
    value,
    label: t(`dtm:reading.orderBy.${value}`),
  }))
  return (
    <details className="card unfolds" open={isOpen}>
      <summary>
        <h2>{t('dtm:reading.title')}</h2>
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <div className="fields">
          <TextField meta={fields.operation} label={t('dtm:reading.operation')} dir="auto" />
          <SelectField
            meta={fields.population}
            label={t('dtm:reading.population')}
            choices={populations.map((value) => ({ value, label: t(`dtm:population.${value}`) }))}
          />
          <TextField
            meta={fields.date}
            label={t('dtm:reading.date')}
            hint={t('dtm:reading.dateHint')}
            dir="ltr"
          />
          <TextField meta={fields.round} label={t('dtm:reading.round')} inputMode="numeric" dir="ltr" />
          <SelectField
            meta={fields.order}
            label={t('dtm:reading.order', { example: isolate(preview?.example ?? '') })}
            choices={orders}
          />
          <SelectField
            meta={fields.doubles}
            label={t('dtm:reading.doubles')}
            choices={doubleRules.map((value) => ({ value, label: t(`dtm:reading.doubleRule.${value}`) }))}
          />
        </div>
        <p>
          <button type="submit" className="button quiet" name="intent" value="reading">
            {t('dtm:reading.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}
