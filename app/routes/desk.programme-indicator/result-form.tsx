import { type FieldMetadata, getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { governorateName, governorates } from '#app/exhibition/governorates.ts'
import { resultForm } from '#app/exhibition/programmes/forms.ts'
import { figureQualifiers } from '#app/exhibition/rules.ts'
import { collator } from '#app/i18n/format.ts'
import { languages, localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { FormErrors, LocalizedField, type Meta, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { GroupFields } from './group-fields.tsx'
import type { Result } from './indicator-page.tsx'
import type { action, loader } from './route.tsx'

// Without `any`, browsers refuse 3.1 in a field for numbers.
const constraint = {
  ...getZodConstraint(resultForm),
  value: { required: true, step: 'any' },
  target: { required: false, step: 'any' },
}

/** How many, of what exactness, where and when, and who says so; of a new result when none is given. */
export function ResultForm({ of }: { of?: Result }) {
  const { indicator } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const latest = of ?? indicator.results.at(-1)
  const [form, fields] = useForm<z.input<typeof resultForm>>({
    id: `result-${of?.id ?? 'new'}`,
    constraint,
    lastResult: answer?.of === 'result' ? answer.result : undefined,
    // The next result is likely of the same report.
    defaultValue: {
      ...(of && { value: of.value, target: of.target ?? '', groups: of.groups }),
      ...{ phaseId: of?.phaseId ?? '', pcode: of?.pcode ?? '', qualifier: of?.qualifier ?? 'exactly' },
      ...{ asOf: latest?.asOf, source: latest?.source, sourceUrl: latest?.sourceUrl ?? '' },
    },
  })
  return (
    <div className="inset stack">
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <input type="hidden" name="result" value={of?.id ?? ''} />
        <Amount fields={fields} />
        <Where fields={fields} />
        <GroupFields meta={fields.groups as FieldMetadata<Record<string, number | undefined>>} />
        <From fields={fields} />
        <p className="row">
          <button type="submit" className="button" name="intent" value="save">
            {t('programmes:result.save')}
          </button>
          <Link className="button quiet" to="?">
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {of && (
        <Confirm intent="remove" title={t('programmes:result.remove')} effect={t('programmes:result.remove')}>
          <input type="hidden" name="result" value={of.id} />
        </Confirm>
      )}
    </div>
  )
}

function Amount({ fields }: { fields: Record<'qualifier' | 'value' | 'target', Meta> }) {
  const t = useText()
  return (
    <div className="fields">
      <SelectField
        meta={fields.qualifier}
        label={t('programmes:field.qualifier')}
        choices={figureQualifiers.map((value) => ({ value, label: t(`exhibition:qualifier.${value}`) }))}
      />
      <TextField meta={fields.value} label={t('programmes:field.value')} type="number" inputMode="decimal" />
      <TextField
        meta={fields.target}
        label={t('programmes:field.target')}
        type="number"
        inputMode="decimal"
      />
    </div>
  )
}

function Where({ fields }: { fields: Record<'phaseId' | 'pcode', Meta> }) {
  const { programme } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const places = governorates
    .map(({ pcode }) => ({ value: pcode, label: governorateName(pcode, language) }))
    .sort((a, b) => collator(language).compare(a.label, b.label))
  return (
    <div className="fields">
      <SelectField
        meta={fields.phaseId}
        label={t('programmes:field.phase')}
        choices={[
          { value: '', label: t('programmes:phase.all') },
          ...programme.phases.map(({ id, name }) => ({ value: id, label: localize(name, language) })),
        ]}
      />
      <SelectField
        meta={fields.pcode}
        label={t('programmes:field.place')}
        choices={[{ value: '', label: t('programmes:result.everywhere') }, ...places]}
      />
    </div>
  )
}

/** When, and who says so: no result is shown without. */
function From({ fields }: { fields: Record<'asOf' | 'source' | 'sourceUrl', Meta> }) {
  const t = useText()
  return (
    <>
      <LocalizedField
        meta={fields.source}
        label={t('programmes:field.source')}
        hint={t('programmes:hint.source')}
        among={languages}
      />
      <div className="fields">
        <TextField
          meta={fields.asOf}
          label={t('programmes:field.asOf')}
          hint={t('programmes:hint.day')}
          dir="ltr"
          inputMode="numeric"
        />
        <TextField meta={fields.sourceUrl} label={t('programmes:field.sourceUrl')} type="url" />
      </div>
    </>
  )
}
