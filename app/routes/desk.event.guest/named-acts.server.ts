import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import {
  attendeeAnswerForm,
  decisionForm,
  deskSubstituteForm,
  deskWithdrawSubstituteForm,
  termsForm,
} from '#app/answers/forms.ts'
import { submitOnBehalf } from '#app/answers/submit.server.ts'
import {
  submitDecision,
  submitSubstituteOnBehalf,
  submitSubstituteWithdrawalOnBehalf,
} from '#app/answers/submit-people.server.ts'
import { changeTerms } from '#app/answers/terms.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { derivedId } from '#db/id.server.ts'

/* What the desk does about those whom an institution or a guest has named. */

type NamedAct = {
  context: MajlisContext
  scope: EventScope
  request: Request
  invitationId: string
  here: string
  form: FormData
}

/** Whatever a form of the guest's page says about those who were named on an invitation. */
export function actOnNamed(act: NamedAct) {
  switch (act.form.get('intent')) {
    case 'decide':
      return decide(act)
    case 'substitute':
      return substitute(act)
    case 'withdrawSubstitute':
      return withdrawSubstitute(act)
    case 'answerFor':
      return answerFor(act)
    case 'terms':
      return terms(act)
    default:
      throw notFound()
  }
}

const nowhere = ['notFound', 'withdrawn'] as const

type Outcome = { ok: true } | { ok: false; reason: string }
type Submission = { reply(options?: { formErrors: string[] }): object }

/** Back to where the form stood, or the form with the reason why not. */
function settled(
  { context, here }: NamedAct,
  outcome: Outcome,
  told: { submission: Submission; about: string; done: string },
) {
  const { submission, about, done } = told
  if (!outcome.ok && nowhere.some((reason) => reason === outcome.reason)) throw notFound()
  if (!outcome.ok) {
    const { reason } = outcome
    const isOurs = reason === 'bound' || reason === 'alreadyDecided' || reason === 'fewerThanNamed'
    const error = `${isOurs ? 'delegation' : 'answer'}:refused.${reason}`
    return data({ about, result: submission.reply({ formErrors: [error] }), clashes: [] }, { status: 409 })
  }
  context.wakeWorker()
  return redirect(`${here}?done=${done}`, { status: 303 })
}

function back(about: string, submission: Submission) {
  return data({ about, result: submission.reply(), clashes: [] }, { status: 400 })
}

/** Says yes or no to a request. */
async function decide(act: NamedAct) {
  const { context, scope, form, invitationId } = act
  const about = String(form.get('attendee') ?? '')
  const submission = readForm(form, decisionForm)
  if (submission.status !== 'success') return back(about, submission)
  const { attendee: attendeeId, decision, note, beyondCapacity } = submission.value
  const outcome = await submitDecision(context.database, scope, {
    ...{ invitationId, attendeeId, decision, note, beyondCapacity },
    ...{ site: siteOf(context.env), now: context.now() },
  })
  return settled(act, outcome, { submission, about, done: 'decided' })
}

/** Enters that somebody comes in the guest's place. */
async function substitute(act: NamedAct) {
  const { context, scope, form, invitationId, request } = act
  const about = 'substitute'
  const submission = readForm(form, deskSubstituteForm)
  if (submission.status !== 'success') return back(about, submission)
  const { via, note, ...person } = submission.value
  const outcome = await submitSubstituteOnBehalf(context.database, scope, {
    ...{ invitationId, via, note, person },
    id: derivedId(invitationId, newIdOf(form)),
    language: await readerLanguage(context, request),
    ...{ site: siteOf(context.env), now: context.now() },
  })
  return settled(act, outcome, { submission, about, done: 'substituteNamed' })
}

/** Enters that a guest's office takes its substitute back. */
async function withdrawSubstitute(act: NamedAct) {
  const { context, scope, form, invitationId } = act
  const submission = readForm(form, deskWithdrawSubstituteForm)
  if (submission.status !== 'success') throw notFound()
  const { attendee: attendeeId, via, note } = submission.value
  const outcome = await submitSubstituteWithdrawalOnBehalf(context.database, scope, {
    ...{ invitationId, attendeeId, via, note, site: siteOf(context.env), now: context.now() },
  })
  return settled(act, outcome, { submission, about: attendeeId, done: 'substituteWithdrawn' })
}

/** Enters the own word of one who was named. */
async function answerFor(act: NamedAct) {
  const { context, scope, form, invitationId, request } = act
  const about = String(form.get('attendee') ?? '')
  const submission = readForm(form, attendeeAnswerForm)
  if (submission.status !== 'success') return back(about, submission)
  const { attendee: attendeeId, requestId, via, note, answers } = submission.value
  const replies = answers.flatMap(({ part, reply, reason }) =>
    reply ? [{ partId: part, reply, reason: reply === 'declined' ? reason : '' }] : [],
  )
  const refused = { ok: false, reason: 'nothingSaid' } as const
  const given = { requestId, replies, language: await readerLanguage(context, request) }
  const outcome = replies.length
    ? await submitOnBehalf(context.database, scope, {
        ...{ invitationId, attendeeId, given, via, note, beyondCapacity: false },
        ...{ site: siteOf(context.env), now: context.now() },
      })
    : refused
  return settled(act, outcome, { submission, about, done: 'answered' })
}

/** Changes on which terms somebody is invited. */
async function terms(act: NamedAct) {
  const { context, scope, form, invitationId } = act
  const submission = readForm(form, termsForm)
  if (submission.status !== 'success') return back('terms', submission)
  const outcome = await context.database.write((tx) =>
    changeTerms(tx, scope, { invitationId, terms: submission.value, now: context.now() }),
  )
  return settled(act, outcome, { submission, about: 'terms', done: 'terms' })
}
