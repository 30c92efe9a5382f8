import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form } from '@remix-run/react'
import type { z } from 'zod'
import { indicatorForm } from '#app/exhibition/programmes/forms.ts'
import { languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { PieceButtons } from './piece-buttons.tsx'
import type { Programme } from './programme-page.tsx'

type Given = {
  indicator?: Pick<Programme['indicators'][number], 'id' | 'code' | 'name' | 'unit' | 'componentId'>
  components: Programme['components']
  lastResult: SubmissionResult<string[]> | undefined
}

/** What is counted, in which unit, and for which component; of a new indicator when none is given. */
export function IndicatorForm({ indicator, components, lastResult }: Given) {
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof indicatorForm>>({
    id: `indicator-${indicator?.id ?? 'new'}`,
    constraint: getZodConstraint(indicatorForm),
    lastResult,
    defaultValue: {
      ...{ name: indicator?.name, unit: indicator?.unit, code: indicator?.code ?? '' },
      componentId: indicator?.componentId ?? '',
    },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <NewId />
      <LocalizedField
        meta={fields.name}
        label={t('programmes:field.indicator')}
        hint={t('programmes:hint.indicator')}
        among={languages}
      />
      <LocalizedField
        meta={fields.unit}
        label={t('programmes:field.unit')}
        hint={t('programmes:hint.unit')}
        among={languages}
      />
      <SelectField
        meta={fields.componentId}
        label={t('programmes:field.component')}
        choices={[
          { value: '', label: t('programmes:component.all') },
          ...components.map(({ id, name }) => ({ value: id, label: localize(name, language) })),
        ]}
      />
      <TextField
        meta={fields.code}
        label={t('programmes:field.code')}
        hint={t('programmes:hint.code')}
        dir="ltr"
      />
      <PieceButtons kind="indicator" id={indicator?.id} />
    </Form>
  )
}
