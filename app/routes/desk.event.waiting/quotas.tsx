import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { WaitingList } from '#app/answers/waiting-list.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import type { action, loader } from './route.tsx'

/** Seats that single organisations may hold, in place of what the part's rule says. */
export function Quotas() {
  const { list, canEdit } = useLoaderData<typeof loader>()
  const t = useText()
  if (!list?.organisations.length || !canEdit) return null
  return (
    <details className="card fold">
      <summary className="strong">{t('waiting:desk.quotas')}</summary>
      <div className="stack">
        <p className="muted">{t('waiting:desk.quotasHint')}</p>
        {list.organisations.map((organisation) => (
          <OwnQuota key={organisation.id} organisation={organisation} partId={list.part.id} />
        ))}
      </div>
    </details>
  )
}

type Organisation = WaitingList['organisations'][number]

function OwnQuota({
  organisation: { id, name, seats },
  partId,
}: {
  organisation: Organisation
  partId: string
}) {
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const called = localize(name, language)
  const [form, fields] = useForm<{ seats: string }>({
    id: `quota-${id}`,
    lastResult: came && 'result' in came && came.about === id ? came.result : undefined,
    defaultValue: { seats: seats === null ? '' : String(seats) },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="row">
      <FormErrors form={form} />
      <input type="hidden" name="intent" value="quota" />
      <input type="hidden" name="part" value={partId} />
      <input type="hidden" name="organisation" value={id} />
      <TextField
        meta={fields.seats}
        label={t('waiting:desk.quotaOf', { name: called })}
        type="number"
        inputMode="numeric"
      />
      <button
        type="submit"
        className="button quiet"
        aria-label={t('waiting:desk.quotaSaveOf', { name: called })}
      >
        {t('waiting:desk.quotaSave')}
      </button>
    </Form>
  )
}
