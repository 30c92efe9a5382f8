import { getFormProps, useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { formatInstant } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { resendForm } from '#app/invitations/forms.ts'
import { FormErrors, TextField } from '#app/ui/field.tsx'
import { NewId } from '#app/ui/new-id.tsx'
import { useEventZone } from '../desk.event/use-event-zone.ts'
import { MessageState } from '../desk.event.outbox/message-state.tsx'
import type { action, loader } from './route.tsx'

/** A further copy of a message that has left, with a line on top that says so in its reader's language. */
export function Resend() {
  const { resendLine } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText()
  const [form, fields] = useForm<z.input<typeof resendForm>>({
    id: 'resend',
    lastResult: answer?.about === 'resend' ? answer.result : undefined,
    constraint: getZodConstraint(resendForm),
    defaultValue: { line: resendLine ?? '' },
  })
  if (resendLine === null) return null
  return (
    <details className="disclosure card" open={answer?.about === 'resend'}>
      <summary>{t('mailing:message.resend')}</summary>
      <Form method="post" {...getFormProps(form)} className="stack">
        <NewId />
        <FormErrors form={form} />
        <p className="hint">{t('mailing:message.resendHint')}</p>
        <TextField meta={fields.line} label={t('mailing:message.line')} dir="auto" />
        <p>
          <button type="submit" className="button" name="intent" value="resend">
            {t('mailing:message.resendAct')}
          </button>
        </p>
      </Form>
    </details>
  )
}

/** Of what this is a copy, and which copies were made of it. */
export function Copies() {
  const { message, copies, slug } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const zone = useEventZone()
  const to = (id: string) => `/desk/events/${slug}/outbox/${id}`
  if (!message.copyOf && !copies.length) return null
  return (
    <section className="card stack">
      {message.copyOf && (
        <p>
          {t('mailing:message.copyOf')} <Link to={to(message.copyOf)}>{t('mailing:message.original')}</Link>
        </p>
      )}
      {copies.length > 0 && (
        <>
          <h2>{t('mailing:message.copies')}</h2>
          <ul className="plain-list rows">
            {copies.map(({ id, createdAt, state }) => (
              <li key={id} className="row">
                <Link className="target" to={to(id)}>
                  {formatInstant(createdAt, 'dayAndTime', language, zone)}
                </Link>
                <MessageState state={state} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
