import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import type { termsForm } from '#app/answers/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { policies } from '#app/invitations/rules.ts'
import { ChoiceField, FormErrors, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** On which terms somebody is invited: who may come in their place, or how many an institution may send. */
export function Terms() {
  const { page } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const result = came?.about === 'terms' ? came.result : undefined
  const { policy, seats, alternates } = page
  const [form, fields] = useForm<z.input<typeof termsForm>>({
    id: 'terms',
    lastResult: result,
    defaultValue: { policy, seats: String(seats), alternates: String(alternates) },
  })
  return (
    <details className="card fold" open={Boolean(result)}>
      <summary>
        <h2>{t('delegation:terms.title')}</h2>
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        {page.isOrganisation ? (
          <div className="fields">
            <input type="hidden" name={fields.policy.name} value={policy} />
            <TextField
              meta={fields.seats}
              label={t('delegation:terms.seats')}
              type="number"
              inputMode="numeric"
            />
            <TextField
              meta={fields.alternates}
              label={t('delegation:terms.alternates')}
              type="number"
              inputMode="numeric"
            />
          </div>
        ) : (
          <ChoiceField
            meta={fields.policy}
            legend={t('invitations:invite.policy')}
            choices={policies.map((value) => ({
              value,
              label: t(`invitations:policy.${value}`),
              hint: t(`invitations:policyHint.${value}`),
            }))}
          />
        )}
        <p>
          <button type="submit" className="button" name="intent" value="terms">
            {t('delegation:terms.save')}
          </button>
        </p>
      </Form>
    </details>
  )
}
