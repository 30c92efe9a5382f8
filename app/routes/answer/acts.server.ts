import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import {
  answerForm,
  givenFrom,
  substituteForm,
  withdrawSubstituteForm,
  wrongRecipientForm,
} from '#app/answers/forms.ts'
import { reportWrongRecipient } from '#app/answers/link.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { submitSubstitute, submitSubstituteWithdrawal } from '#app/answers/submit-people.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { derivedId } from '#db/id.server.ts'
import { type Opened, openLink } from './open.server.ts'

/** Whatever a guest's or an institution's page sends. */
export async function takeForm(args: ActionFunctionArgs) {
  const opened = await openLink(args)
  const form = await readRequestForm(args.request)
  switch (form.get('intent')) {
    case 'answer':
      return answer(args.context, opened, form)
    case 'wrongRecipient':
      return wrongRecipient(args.context, opened, form)
    case 'substitute':
      return substitute(args.context, opened, form)
    case 'withdrawSubstitute':
      return withdrawSubstitute(args.context, opened, form)
    default:
      throw notFound()
  }
}

const siteOf = ({ env }: MajlisContext) => ({ appUrl: env.APP_URL, secret: env.APP_SECRET })

function mayAnswer({ limits }: MajlisContext, { scope }: Opened): Promise<boolean> {
  return limits.answer(scope.attendeeId ?? scope.invitationId)
}

function back({ path, language }: Opened, done: string) {
  return redirect(`${path}?lang=${language}&done=${done}`, { status: 303 })
}

async function answer(context: MajlisContext, opened: Opened, form: FormData) {
  const { scope, page, language } = opened
  const submission = readForm(form, answerForm)
  if (submission.status !== 'success')
    return data({ intent: 'answer', result: submission.reply(), clashes: [] }, { status: 400 })
  const given = givenFrom(submission.value, {
    openParts: page.parts.filter(({ audience }) => audience === 'open').map(({ id }) => id),
    isOrganisation: page.isOrganisation,
    language,
    idFor: (requestId, row) => derivedId(scope.invitationId, requestId, row),
  })
  const refuse = (formErrors: string[], status: number, clashes: string[] = []) =>
    data({ intent: 'answer', result: submission.reply({ formErrors }), clashes }, { status })
  const asked = page.parts.filter(
    ({ isOpen, audience }) => isOpen && (page.isOrganisation || audience === 'invited'),
  )
  const isSilent =
    asked.length > 0 && !asked.some(({ id }) => given.replies.some(({ partId }) => partId === id))
  if (isSilent) return refuse(['answer:refused.nothingSaid'], 400)
  if (!(await mayAnswer(context, opened))) return refuse(['tooMany'], 429)

  const { database, now } = context
  const answered = await submitAnswer(database, scope, { given, site: siteOf(context), now: now() })
  if (!answered.ok && answered.reason === 'notFound') throw notFound()
  if (!answered.ok)
    return refuse(
      [`answer:refused.${answered.reason}`],
      409,
      answered.clashes?.map(({ id }) => id),
    )
  context.wakeWorker()
  return back(opened, 'answered')
}

async function wrongRecipient(context: MajlisContext, opened: Opened, form: FormData) {
  const submission = readForm(form, wrongRecipientForm)
  const reply = (status: number, formErrors?: string[]) =>
    data(
      { intent: 'wrongRecipient', result: submission.reply(formErrors && { formErrors }), clashes: [] },
      { status },
    )
  if (submission.status !== 'success') return reply(400)
  if (!(await mayAnswer(context, opened))) return reply(429, ['tooMany'])
  const { note } = submission.value
  await context.database.write((tx) => reportWrongRecipient(tx, opened.scope, { note, now: context.now() }))
  return back(opened, 'told')
}

async function substitute(context: MajlisContext, opened: Opened, form: FormData) {
  const { scope, language } = opened
  const submission = readForm(form, substituteForm)
  const reply = (status: number, formErrors?: string[]) =>
    data(
      { intent: 'substitute', result: submission.reply(formErrors && { formErrors }), clashes: [] },
      { status },
    )
  if (submission.status !== 'success') return reply(400)
  if (!(await mayAnswer(context, opened))) return reply(429, ['tooMany'])
  const id = derivedId(scope.invitationId, newIdOf(form))
  const named = await submitSubstitute(context.database, scope, {
    ...{ id, language, person: submission.value, site: siteOf(context), now: context.now() },
  })
  if (!named.ok && named.reason === 'notFound') throw notFound()
  if (!named.ok) return reply(409, [refusalText(named.reason)])
  context.wakeWorker()
  return back(opened, 'named')
}

async function withdrawSubstitute(context: MajlisContext, opened: Opened, form: FormData) {
  const submission = readForm(form, withdrawSubstituteForm)
  if (submission.status !== 'success') throw notFound()
  const withdrawn = await submitSubstituteWithdrawal(context.database, opened.scope, {
    ...{ attendeeId: submission.value.attendee, site: siteOf(context), now: context.now() },
  })
  if (!withdrawn.ok && withdrawn.reason === 'notFound') throw notFound()
  if (!withdrawn.ok)
    return data(
      {
        intent: 'withdrawSubstitute',
        result: submission.reply({ formErrors: [refusalText(withdrawn.reason)] }),
        clashes: [],
      },
      { status: 409 },
    )
  context.wakeWorker()
  return back(opened, 'takenBack')
}

/** Where a refusal about a substitute is said. */
function refusalText(reason: string): string {
  return reason === 'bound' || reason === 'alreadyDecided'
    ? `delegation:refused.${reason}`
    : `answer:refused.${reason}`
}
