import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { eventRoles } from '#app/accounts/permission.ts'
import { roleForm } from '#app/events/forms.ts'
import { useText } from '#app/i18n/use-text.ts'
import { ChoiceField, FormErrors, TextField } from '#app/ui/field.tsx'
import { DoneNotice } from '../desk.event/done-notice.tsx'
import type { action, loader } from './route.tsx'

/** Who may do what in this event alone, beside those who may by their rank in the office. */
export function PeoplePage() {
  const t = useText()
  return (
    <div className="stack sections">
      <h1>{t('desk:event.people')}</h1>
      <DoneNotice />
      <Assigned />
      <AssignForm />
      <ByRank />
    </div>
  )
}

function Assigned() {
  const { assigned } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="assigned">
      <h2 id="assigned">{t('events:people.assigned')}</h2>
      {assigned.length === 0 && <p className="empty">{t('events:people.none')}</p>}
      <ul className="plain-list rows">
        {assigned.map(({ id, name, email, role }) => (
          <li key={id} className="row between">
            <div>
              <p className="strong">{name}</p>
              <p className="muted small">
                <bdi dir="ltr">{email}</bdi>
              </p>
            </div>
            <div className="row">
              <span className="tag">{t(`events:role.${role}`)}</span>
              <Form method="post">
                <input type="hidden" name="assignment" value={id} />
                <button
                  type="submit"
                  className="button quiet"
                  name="intent"
                  value="remove"
                  aria-label={t('events:people.removeOf', { name, role: t(`events:role.${role}`) })}
                >
                  {t('events:people.remove')}
                </button>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AssignForm() {
  const { members } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof roleForm>>({
    id: 'assign',
    lastResult: answer?.result,
    constraint: getZodConstraint(roleForm),
    defaultValue: { role: 'agenda_editor' },
  })
  return (
    <Form method="post" {...getFormProps(form)} className="card stack" aria-labelledby="assign-title">
      <h2 id="assign-title">{t('events:people.assign')}</h2>
      <FormErrors form={form} />
      <TextField
        meta={fields.email}
        label={t('events:people.email')}
        hint={t('events:people.emailHint')}
        type="email"
        list="members"
      />
      <datalist id="members">
        {members.map(({ email, name }) => (
          <option key={email} value={email}>
            {name}
          </option>
        ))}
      </datalist>
      <ChoiceField
        meta={fields.role}
        legend={t('events:people.role')}
        choices={eventRoles.map((value) => ({
          value,
          label: t(`events:role.${value}`),
          hint: t(`events:roleHint.${value}`),
        }))}
      />
      <p>
        <button type="submit" className="button" name="intent" value="assign">
          {t('events:people.submit')}
        </button>
      </p>
    </Form>
  )
}

function ByRank() {
  const { members } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="card stack" aria-labelledby="by-rank">
      <h2 id="by-rank">{t('events:people.byRank')}</h2>
      <p className="muted">{t('events:people.byRankHint')}</p>
      <ul className="plain-list rows">
        {members.map(({ name, email, role }) => (
          <li key={email} className="row between">
            <span>{name}</span>
            <span className="tag quiet">{t(`events:rank.${role}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
