import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData } from '@remix-run/react'
import type { z } from 'zod'
import type { deskSubstituteForm } from '#app/answers/forms.ts'
import type { NamedOne } from '#app/answers/named.ts'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FormErrors } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { PersonFields } from '../answer/person-fields.tsx'
import { ChannelFields } from './channel-fields.tsx'
import type { action } from './route.tsx'

/** Somebody else comes: as a guest's office says by telephone or letter. */
export function NameSubstitute() {
  const came = useActionData<typeof action>()
  const t = useText()
  const result = came?.about === 'substitute' ? came.result : undefined
  const [form, fields] = useForm<z.input<typeof deskSubstituteForm>>({
    id: 'in-place',
    lastResult: result,
    defaultValue: { via: 'phone' },
  })
  return (
    <details className="act" open={Boolean(result)}>
      <summary>{t('delegation:desk.name')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <p className="muted">
          {t('delegation:desk.nameHint')} {t('delegation:row.either')}
        </p>
        <NewId />
        <PersonFields fields={fields} />
        <ChannelFields fields={fields} />
        <p>
          <button type="submit" className="button" name="intent" value="substitute">
            {t('delegation:substitute.send')}
          </button>
        </p>
      </Form>
    </details>
  )
}

/** A guest's office takes its substitute back. */
export function WithdrawSubstitute({ person }: { person: NamedOne }) {
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<{ via: string; note: string }>({
    id: `withdraw-${person.id}`,
    defaultValue: { via: 'phone' },
  })
  return (
    <details className="confirm">
      <summary aria-label={`${t('delegation:desk.withdrawAct')}: ${displayName(person.names, language)}`}>
        {t('delegation:desk.withdrawAct')}
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <p>{t('delegation:desk.withdrawEffect')}</p>
        <input type="hidden" name="attendee" value={person.id} />
        <ChannelFields fields={fields} />
        <p>
          <button type="submit" className="button danger" name="intent" value="withdrawSubstitute">
            {t('delegation:desk.withdrawAct')}
          </button>
        </p>
      </Form>
    </details>
  )
}
