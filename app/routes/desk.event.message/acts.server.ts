import { data, redirect } from '@remix-run/node'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { messageEditForm, resendForm } from '#app/invitations/forms.ts'
import { editMessage, resendMessage, rewriteMessage } from '#app/invitations/message.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

type Desk = { context: MajlisContext; scope: EventScope; messageId: string }

function done({ scope, messageId }: Desk, what: 'edited' | 'resent') {
  return redirect(`/desk/events/${scope.slug}/outbox/${messageId}?done=${what}`, { status: 303 })
}

/** Changes the words of one message for its reader. */
export async function edit(desk: Desk, form: FormData) {
  const { context, scope, messageId } = desk
  const submission = readForm(form, messageEditForm)
  const about = 'edit' as const
  if (submission.status !== 'success') return data({ about, result: submission.reply() }, { status: 400 })
  const given = { messageId, ...submission.value, site: siteOf(context.env), now: context.now() }
  const written = await rewriteMessage(context.database.read, scope, given)
  if (!written.ok) {
    const fieldErrors =
      written.reason === 'badText'
        ? { [written.because.where]: [written.because.reason] }
        : written.reason === 'privateLink'
          ? { body: ['invitations:refused.badText'] }
          : undefined
    const formErrors = fieldErrors ? undefined : ['mailing:message.refused.notEditable']
    return data({ about, result: submission.reply({ fieldErrors, formErrors }) }, { status: 409 })
  }
  const { letter } = written
  const edited = await context.database.write((tx) => editMessage(tx, scope, { ...given, letter }))
  if (edited.ok) return done(desk, 'edited')
  const formErrors = ['mailing:message.refused.notEditable']
  return data({ about, result: submission.reply({ formErrors }) }, { status: 409 })
}

/** Sends a further copy; once, however often the form is sent. */
export async function resend(desk: Desk, form: FormData) {
  const { context, scope, messageId } = desk
  const submission = readForm(form, resendForm)
  const about = 'resend' as const
  if (submission.status !== 'success') return data({ about, result: submission.reply() }, { status: 400 })
  const given = {
    id: newIdOf(form),
    messageId,
    ...submission.value,
    site: siteOf(context.env),
    now: context.now(),
  }
  const sent = await context.database.write((tx) => resendMessage(tx, scope, given))
  if (sent.ok) {
    context.wakeWorker()
    return done(desk, 'resent')
  }
  const reason = sent.reason === 'notFound' ? 'notSent' : sent.reason
  const error = reason === 'privateLink' ? 'invitations:refused.badText' : `mailing:message.refused.${reason}`
  return data({ about, result: submission.reply({ formErrors: [error] }) }, { status: 409 })
}
