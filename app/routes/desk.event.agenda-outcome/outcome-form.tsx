import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { outcomeForm, outcomeKinds, outcomeStates } from '#app/agenda/outcomes.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { ChoiceField, FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import type { Outcome } from './outcome-page.tsx'
import type { action, loader } from './route.tsx'

/** One decision or action; a new one when none is given. */
export function OutcomeForm({ outcome }: { outcome?: Outcome }) {
  const { event, organisations } = useLoaderData<typeof loader>()
  const came = useActionData<typeof action>()
  const t = useText()
  const language = useLanguage()
  const [form, fields] = useForm<z.input<typeof outcomeForm>>({
    id: `outcome-${outcome?.id ?? 'new'}`,
    constraint: getZodConstraint(outcomeForm),
    lastResult: came?.about === (outcome?.id ?? '') ? came?.result : undefined,
    defaultValue: {
      kind: outcome?.kind ?? 'decision',
      text: outcome?.text,
      ownerId: outcome?.ownerId ?? '',
      ownerName: outcome?.ownerName,
      dueOn: outcome?.dueOn ?? undefined,
      state: outcome?.state ?? 'open',
    },
  })
  return (
    <div className="inset stack">
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <input type="hidden" name="outcome" value={outcome?.id ?? ''} />
        <ChoiceField
          meta={fields.kind}
          legend={t('speakers:outcome.what')}
          choices={outcomeKinds.map((value) => ({ value, label: t(`speakers:outcome.kind.${value}`) }))}
        />
        <LocalizedField
          meta={fields.text}
          label={t('speakers:outcome.words')}
          among={event.languages}
          rows={3}
        />
        <fieldset className="stack action-fields">
          <legend>{t('speakers:outcome.ofAction')}</legend>
          <SelectField
            meta={fields.ownerId}
            label={t('speakers:outcome.owner')}
            empty={t('speakers:outcome.otherOwner')}
            choices={organisations.map(({ id, name, acronym }) => ({
              value: id,
              label: [localize(name, language), acronym].filter(Boolean).join(' · '),
            }))}
          />
          <LocalizedField
            meta={fields.ownerName}
            label={t('speakers:outcome.ownerName')}
            hint={t('speakers:outcome.ownerHint')}
            among={event.languages}
          />
          <div className="fields">
            <TextField meta={fields.dueOn} label={t('speakers:outcome.dueOn')} type="date" />
            <SelectField
              meta={fields.state}
              label={t('speakers:outcome.stateOf')}
              choices={outcomeStates.map((value) => ({ value, label: t(`speakers:outcome.state.${value}`) }))}
            />
          </div>
        </fieldset>
        <p className="row">
          <button type="submit" className="button" name="intent" value="save">
            {outcome ? t('speakers:outcome.save') : t('speakers:outcome.add')}
          </button>
          {outcome && (
            <Link className="button quiet" to="?" preventScrollReset>
              {t('common:cancel')}
            </Link>
          )}
        </p>
      </Form>
      {outcome && (
        <Confirm
          intent="remove"
          title={t('speakers:outcome.remove')}
          effect={t('speakers:outcome.removeHint')}
        >
          <input type="hidden" name="outcome" value={outcome.id} />
        </Confirm>
      )}
    </div>
  )
}
