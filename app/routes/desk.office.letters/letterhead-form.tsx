import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { languages } from '#app/i18n/languages.ts'
import { useText } from '#app/i18n/use-text.ts'
import { letterheadForm } from '#app/letters/forms.ts'
import { letterKinds } from '#app/letters/rules.ts'
import { FormErrors, LocalizedField, TextField } from '#app/ui/field.tsx'
import { FormulaFields } from './formula-fields.tsx'
import type { action, loader } from './route.tsx'

type Given = z.input<typeof letterheadForm>

/** Letterhead, numbers and formulas: one form, so that a sample shows all of it as it was saved. */
export function LetterheadForm() {
  const { letterhead } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const { logoId: _, formulas, ...texts } = letterhead
  const sides = { person: 'persons', organisation: 'organisations', '': undefined } as const
  const [form, fields] = useForm<Given>({
    id: 'letterhead',
    constraint: getZodConstraint(letterheadForm),
    lastResult: answer?.intent === 'letterhead' ? answer.result : undefined,
    defaultValue: {
      ...texts,
      formulas: [
        ...formulas.map((formula) => ({
          ...formula,
          side: sides[formula.side],
          organisationKind: formula.organisationKind || undefined,
        })),
        // One empty row for a formula more; left empty it is none.
        { kind: letterKinds[0], honorifics: '', opening: {}, closing: {} },
      ],
    },
  })
  const rows = fields.formulas.getFieldList()
  return (
    <Form method="post" {...getFormProps(form)} className="stack">
      <FormErrors form={form} />
      <section className="card stack" aria-labelledby="head">
        <h2 id="head">{t('letters:office.head')}</h2>
        <LocalizedField
          meta={fields.name}
          label={t('letters:field.name')}
          hint={t('letters:field.nameHint')}
          among={languages}
          rows={2}
        />
        <LocalizedField meta={fields.address} label={t('letters:field.address')} among={languages} rows={2} />
        <LocalizedField meta={fields.contact} label={t('letters:field.contact')} among={languages} rows={2} />
        <LocalizedField
          meta={fields.place}
          label={t('letters:field.place')}
          hint={t('letters:field.placeHint')}
          among={languages}
        />
        <LocalizedField meta={fields.footer} label={t('letters:field.footer')} among={languages} rows={2} />
        <div className="fields">
          <TextField
            meta={fields.numberPattern}
            label={t('letters:field.numberPattern')}
            hint={t('letters:field.numberPatternHint', { example: 'IOM-IQ/{year}/{number:3}' })}
            dir="ltr"
          />
          <TextField meta={fields.incomingPattern} label={t('letters:field.incomingPattern')} dir="ltr" />
        </div>
      </section>
      <section className="card stack" aria-labelledby="formulas">
        <h2 id="formulas">{t('letters:formulas.title')}</h2>
        <p className="muted">{t('letters:formulas.intro')}</p>
        {rows.map((row, index) => (
          <FormulaFields key={row.key} meta={row} isNew={index === rows.length - 1} />
        ))}
      </section>
      <p>
        <button type="submit" className="button" name="intent" value="letterhead">
          {t('common:save')}
        </button>
      </p>
    </Form>
  )
}
