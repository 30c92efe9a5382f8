import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { partForm } from '#app/events/forms.ts'
import { audiences, offerHours, partKinds } from '#app/events/rules.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { useZoneName } from '#app/i18n/zone-name.ts'
import { Confirm } from '#app/ui/confirm.tsx'
import { ChoiceField, FormErrors, LocalizedField, SelectField, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { action, loader } from './route.tsx'
import { WaitingRule } from './waiting-rule.tsx'

type Given = z.input<ReturnType<typeof partForm>>

/** One part of the event: what, when, where, for whom. */
export function PartPage() {
  const { part, event, local } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<Given>({
    id: 'part',
    lastResult: answer && 'result' in answer ? answer.result : undefined,
    constraint: getZodConstraint(partForm(event.zone)),
    defaultValue: {
      kind: part?.kind ?? 'meeting',
      audience: part?.audience ?? 'invited',
      name: part?.name,
      capacity: part?.capacity ?? '',
      seatsGiven: part?.seatsGiven ?? 'atOnce',
      offerHours: part?.offerHours ?? offerHours.usual,
      organisationQuota: part?.organisationQuota ?? '',
      venueId: part?.venueId ?? '',
      ...local,
    },
  })
  return (
    <div className="stack form-page">
      <h1>{part ? t('events:part.edit') : t('events:part.add')}</h1>
      {answer && 'refused' in answer && <Notice kind="error">{t(`events:refused.${answer.refused}`)}</Notice>}
      <Form method="post" {...getFormProps(form)} className="stack">
        <FormErrors form={form} />
        <NewId />
        <section className="card stack">
          <SelectField
            meta={fields.kind}
            label={t('events:field.kind')}
            choices={partKinds.map((value) => ({ value, label: t(`events:kind.${value}`) }))}
          />
          <LocalizedField meta={fields.name} label={t('events:field.partName')} among={event.languages} />
        </section>
        <WhenAndWhere fields={fields} />
        <section className="card stack">
          <ChoiceField
            meta={fields.audience}
            legend={t('events:field.audience')}
            choices={audiences.map((value) => ({
              value,
              label: t(`events:audience.${value}`),
              hint: t(`events:audienceHint.${value}`),
            }))}
          />
          <div className="fields">
            <TextField
              meta={fields.capacity}
              label={t('events:field.capacity')}
              hint={t('events:part.capacityHint')}
              type="number"
              inputMode="numeric"
            />
            <TextField
              meta={fields.answerBy}
              label={t('events:field.answerBy')}
              hint={t('events:part.answerByHint')}
              type="datetime-local"
            />
          </div>
        </section>
        <WaitingRule fields={fields} partId={part?.id} />
        <p className="row">
          <button type="submit" className="button" name="intent" value="save">
            {part ? t('events:part.save') : t('events:part.add')}
          </button>
          <Link className="button quiet" to={`/desk/events/${event.slug}/settings`}>
            {t('common:cancel')}
          </Link>
        </p>
      </Form>
      {part && (
        <Confirm intent="remove" title={t('events:part.remove')} effect={t('events:part.removeHint')} />
      )}
    </div>
  )
}

type FieldMeta = Parameters<typeof TextField>[0]['meta']

function WhenAndWhere({ fields }: { fields: Record<'startsAt' | 'endsAt' | 'venueId', FieldMeta> }) {
  const { part, event, venues } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useZoneName(event.zone)
  return (
    <section className="card stack">
      <p className="muted">{t('events:part.zone', { zone })}</p>
      <div className="fields">
        <TextField meta={fields.startsAt} label={t('events:field.startsAt')} type="datetime-local" />
        <TextField meta={fields.endsAt} label={t('events:field.endsAt')} type="datetime-local" />
      </div>
      <SelectField
        meta={fields.venueId}
        label={t('events:field.venue')}
        hint={venues.length === 0 ? t('events:part.noVenues') : undefined}
        empty={t('events:parts.noVenue')}
        choices={venues.map(({ id, name }) => ({ value: id, label: localize(name, language) }))}
      />
      {part && event.state === 'published' && <p className="muted small">{t('events:part.movesHint')}</p>}
    </section>
  )
}
