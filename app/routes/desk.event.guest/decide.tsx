import { getFormProps, useForm } from '@conform-to/react'
import { Form, useActionData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { CheckBox, FormErrors, TextArea } from '#app/ui/field.tsx'
import type { PersonNames } from '#db/schema/directory.server.ts'
import type { action } from './route.tsx'

type Shown = {
  person: { id: string; names: PersonNames }
  isSubstitute: boolean
  /** Said where the form stands on a list of many invitations. */
  invitationId?: string
}

/** The organiser's word on a request: what each answer does stands on its button. */
export function Decide({ person, isSubstitute, invitationId }: Shown) {
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const result = came?.about === person.id ? came.result : undefined
  const [form, fields] = useForm<{ note: string; beyondCapacity: boolean }>({
    id: `decide-${person.id}`,
    lastResult: result,
  })
  const name = displayName(person.names, language)
  return (
    <details className="act" open={Boolean(result)}>
      <summary aria-label={t('delegation:desk.decide.of', { name })}>
        {t('delegation:desk.decide.title')}
      </summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <p className="muted">{t('delegation:desk.decide.told')}</p>
        <input type="hidden" name="attendee" value={person.id} />
        <input type="hidden" name="intent" value="decide" />
        {invitationId && <input type="hidden" name="invitation" value={invitationId} />}
        <TextArea meta={fields.note} label={t('delegation:desk.decide.note')} rows={2} />
        <CheckBox meta={fields.beyondCapacity} label={t('guests:behalf.beyondCapacity')} />
        <p className="row">
          <button type="submit" className="button" name="decision" value="seat">
            {isSubstitute ? t('delegation:desk.decide.substitute') : t('delegation:desk.decide.seat')}
          </button>
          {!isSubstitute && (
            <button type="submit" className="button quiet" name="decision" value="alternate">
              {t('delegation:desk.decide.alternate')}
            </button>
          )}
          <button type="submit" className="button danger" name="decision" value="refuse">
            {t('delegation:desk.decide.refuse')}
          </button>
        </p>
      </Form>
    </details>
  )
}
