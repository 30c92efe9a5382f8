import { data, redirect } from '@remix-run/node'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { substituteForm } from '#app/answers/forms.ts'
import { proposeSubstitute } from '#app/inbox/substitute.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { settledBefore } from './settled-before.server.ts'

/** Takes a mail for its guest's wish to send somebody: at once where anybody may come, else as a request. */
export async function propose(context: MajlisContext, scope: EventScope, mailId: string, form: FormData) {
  const { database, env, now, wakeWorker } = context
  const submission = readForm(form, substituteForm)
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const proposing = { mailId, person: submission.value, site: siteOf(env), now: now() }
  const proposed = await proposeSubstitute(database, scope, proposing)
  if (!proposed.ok && proposed.reason === 'notFound')
    return settledBefore(context, scope, { mailId, done: 'substitute' })
  if (!proposed.ok) {
    const error = proposed.reason === 'deadlinePassed' ? 'inbox:substitute.late' : reasonFor(proposed.reason)
    return data({ result: submission.reply({ formErrors: [error] }) }, { status: 409 })
  }
  wakeWorker()
  return redirect(`/desk/events/${scope.slug}/inbox/${mailId}?done=substitute`, { status: 303 })
}

function reasonFor(reason: string): string {
  return reason === 'bound' || reason === 'alreadyDecided'
    ? `delegation:refused.${reason}`
    : `answer:refused.${reason}`
}
