import { Form, useLoaderData } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { zoneName } from '#app/i18n/zone-name.ts'
import { scheduleChoices } from '#app/invitations/schedule-form.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { loader } from './route.tsx'

type FieldMeta = Parameters<typeof SelectField>[0]['meta']

/** When the letter goes: by a person, on a day, or counted from something of the event. */
export function ScheduleSection({
  fields,
}: {
  fields: Record<'when' | 'at' | 'days' | 'direction' | 'anchor' | 'time', FieldMeta>
}) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const due = useDue()
  return (
    <section className="card stack" aria-labelledby="schedule">
      <h2 id="schedule">{t('mailing:schedule.title')}</h2>
      <p className="hint">{t('mailing:schedule.hint')}</p>
      <SelectField
        meta={fields.when}
        label={t('mailing:schedule.when')}
        choices={scheduleChoices.map((value) => ({
          value,
          label: t(`mailing:schedule.whenChoice.${value}`),
        }))}
      />
      <fieldset className="field">
        <legend>{t('mailing:schedule.whenChoice.clock')}</legend>
        <TextField meta={fields.at} label={t('mailing:schedule.at')} hasMark={false} type="datetime-local" />
      </fieldset>
      <fieldset className="field">
        <legend>{t('mailing:schedule.whenChoice.counted')}</legend>
        <Counted fields={fields} />
      </fieldset>
      <p className="hint">{t('mailing:schedule.zone', { zone: zoneName(t, event.zone) })}</p>
      {due && <p className="strong">{t('mailing:schedule.due', { date: due })}</p>}
    </section>
  )
}

function Counted({ fields }: { fields: Record<'days' | 'direction' | 'anchor' | 'time', FieldMeta> }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const named = (name: (typeof event.parts)[number]['name']) => ({ part: localize(name, language) })
  const anchors = [
    ...event.parts
      .filter(({ hasDeadline }) => hasDeadline)
      .map(({ id, name }) => ({
        value: `deadline:${id}`,
        label: t('mailing:schedule.anchorChoice.deadline', named(name)),
      })),
    ...event.parts.map(({ id, name }) => ({
      value: `start:${id}`,
      label: t('mailing:schedule.anchorChoice.start', named(name)),
    })),
    { value: 'end', label: t('mailing:schedule.anchorChoice.end') },
  ]
  return (
    <div className="fields audience-fields">
      <TextField meta={fields.days} label={t('mailing:schedule.days')} hasMark={false} inputMode="numeric" />
      <SelectField
        meta={fields.direction}
        hasMark={false}
        label={t('mailing:schedule.direction')}
        choices={(['before', 'after'] as const).map((value) => ({
          value,
          label: t(`mailing:schedule.directionChoice.${value}`),
        }))}
      />
      <SelectField
        meta={fields.anchor}
        label={t('mailing:schedule.anchor')}
        hasMark={false}
        choices={anchors}
      />
      <TextField
        meta={fields.time}
        label={t('mailing:schedule.time')}
        hasMark={false}
        placeholder="09:00"
        dir="ltr"
      />
    </div>
  )
}

function useDue(): string | null {
  const { dueAt, event } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return dueAt && formatInstant(dueAt, 'dayAndTime', language, event.zone)
}

/** Stands above a letter with a time: its approval, or what became of it. */
export function ScheduleStanding() {
  const { mailing, counts, canSend, needsOther } = useLoaderData<typeof loader>()
  const t = useText()
  const due = useDue()
  if (!mailing.schedule || counts.prepared + counts.approved > 0 || mailing.state === 'sent') return null
  if (mailing.state === 'scheduled') return <Waiting due={due} />
  return (
    <>
      {mailing.state === 'missed' && mailing.trouble && (
        <Notice kind="error">{t(`mailing:missed.${mailing.trouble}`)}</Notice>
      )}
      {canSend && due && (
        <section className="card stack">
          <p>{t('mailing:schedule.due', { date: due })}</p>
          {needsOther ? (
            <Notice kind="info">{t('mailing:second.needed')}</Notice>
          ) : (
            <Form method="post">
              <button type="submit" className="button" name="intent" value="schedule">
                {t('mailing:schedule.approve', { date: due })}
              </button>
            </Form>
          )}
        </section>
      )}
    </>
  )
}

function Waiting({ due }: { due: string | null }) {
  const { mailing, canSend } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack">
      <p className="strong">
        {mailing.approver
          ? t('mailing:schedule.waits', { name: mailing.approver, date: due ?? '' })
          : t('mailing:schedule.goes', { date: due ?? '' })}
      </p>
      {canSend && (
        <Form method="post" className="stack">
          <p className="hint">{t('mailing:schedule.takeBackHint')}</p>
          <p>
            <button type="submit" className="button quiet" name="intent" value="unschedule">
              {t('mailing:schedule.takeBack')}
            </button>
          </p>
        </Form>
      )}
      <p className="muted">{t('mailing:schedule.waitsNow')}</p>
    </section>
  )
}
