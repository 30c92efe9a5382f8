import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import { takeAsked } from '#app/answers/asked.server.ts'
import { asTyped, checkTyped, type Problems } from '#app/answers/asked.ts'
import { attendeesOf } from '#app/answers/attendees.server.ts'
import {
  answerForm,
  givenFrom,
  substituteForm,
  withdrawSubstituteForm,
  wrongRecipientForm,
} from '#app/answers/forms.ts'
import { reportWrongRecipient } from '#app/answers/link.server.ts'
import type { AnswerPage } from '#app/answers/read.server.ts'
import type { GivenAnswer } from '#app/answers/rules.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { submitSubstitute, submitSubstituteWithdrawal } from '#app/answers/submit-people.server.ts'
import { offerForm } from '#app/answers/waiting-forms.ts'
import { clearDocuments } from '#app/files/document.server.ts'
import { newIdOf, readRequestForm } from '#app/http/form.server.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { giveListing } from '#app/privacy/listing.server.ts'
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
    case 'offer':
      return offer(args.context, opened, form)
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

function mayAnswer({ limits }: MajlisContext, { scope }: Opened): Promise<boolean> {
  return limits.answer(scope.attendeeId ?? scope.invitationId)
}

function leadBack({ path, language }: Opened, done: string) {
  return redirect(`${path}?lang=${language}&done=${done}`, { status: 303 })
}

async function answer(context: MajlisContext, opened: Opened, form: FormData) {
  const { scope, page, language } = opened
  const { database, files, now } = context
  const { asking, typed, broken } = await takeAsked({ database, files }, scope, {
    ...{ asking: opened.asking, form, now: now() },
    mayKeep: () => mayAnswer(context, opened),
  })
  const submission = readForm(form, answerForm)
  const back = (
    result: ReturnType<typeof submission.reply>,
    status: number,
    problems: Problems | null,
    clashes: string[] = [],
  ) => data({ intent: 'answer', result, clashes, asked: { typed, problems } }, { status })
  if (submission.status !== 'success') return back(submission.reply(), 400, null)
  const said = givenFrom(submission.value, {
    openParts: page.parts.filter(({ audience }) => audience === 'open').map(({ id }) => id),
    isOrganisation: page.isOrganisation,
    language,
    idFor: (requestId, row) => derivedId(scope.invitationId, requestId, row),
  })
  // A guest's own page asks always, even when a browser sends nothing of it.
  if (!scope.isOrganisation) for (const person of asking.people) typed[person.id] ??= asTyped(person)
  const checked = checkTyped(asking, typed, {
    ...{ replies: said.replies, broken },
    isOpen: (partId) => page.parts.some(({ id, isOpen }) => id === partId && isOpen),
    demands: !scope.isOrganisation,
  })
  const given = { ...said, said: checked.said }
  const refuse = (formErrors: string[], status: number, clashes?: string[]) =>
    back(submission.reply({ formErrors }), status, checked.problems, clashes)
  if (isSilent(page, given.replies)) return refuse(['answer:refused.nothingSaid'], 400)
  if (checked.problems) return refuse(['formHasErrors'], 400)
  if (!(await mayAnswer(context, opened))) return refuse(['tooMany'], 429)

  const answered = await submitAnswer(database, scope, { given, site: siteOf(context.env), now: now() })
  if (!answered.ok && answered.reason === 'notFound') throw notFound()
  if (!answered.ok)
    return refuse(
      [`answer:refused.${answered.reason}`],
      409,
      'clashes' in answered ? answered.clashes?.map(({ id }) => id) : [],
    )
  const agrees = form.has('listing.agrees')
  if (form.has('listing.asked')) await database.write((tx) => giveListing(tx, scope, { agrees, now: now() }))
  await clearDocuments({ database, files }, scope, { ids: Object.keys(asking.files), now: now() })
  context.wakeWorker()
  return leadBack(opened, 'answered')
}

/** Takes an offered seat or gives it up; also, of somebody who let one go by, that they ask for a seat again. */
async function offer(context: MajlisContext, opened: Opened, form: FormData) {
  const { scope, page, path, language } = opened
  const submission = readForm(form, offerForm)
  if (submission.status !== 'success') throw notFound()
  const { requestId, part, attendee, says } = submission.value
  const people = await attendeesOf(context.database.read, scope)
  const person = people.find(({ id }) => id === attendee)
  if ((attendee && !person) || !page.parts.some(({ id }) => id === part)) throw notFound()
  if (!(await mayAnswer(context, opened))) return leadTo('tooMany')
  const given: GivenAnswer = {
    ...{ requestId, language, ...(says !== 'again' && { toOffer: true }) },
    replies: [{ partId: part, reply: says === 'giveUp' ? 'declined' : 'accepted', reason: '' }],
  }
  const answering = person ? { ...scope, attendeeId: person.id } : scope
  const said = await submitAnswer(context.database, answering, {
    ...{ given, site: siteOf(context.env), now: context.now() },
  })
  if (!said.ok && said.reason === 'notFound') throw notFound()
  context.wakeWorker()
  return leadTo(said.ok ? says : said.reason)

  function leadTo(said: string) {
    return redirect(`${path}?lang=${language}&offer=${said}`, { status: 303 })
  }
}

/** Whether nothing was said to any part that waits for an answer. */
function isSilent({ parts, isOrganisation }: AnswerPage, replies: readonly { partId: string }[]): boolean {
  const asked = parts.filter(({ isOpen, audience }) => isOpen && (isOrganisation || audience === 'invited'))
  return asked.length > 0 && !asked.some(({ id }) => replies.some(({ partId }) => partId === id))
}

async function wrongRecipient(context: MajlisContext, opened: Opened, form: FormData) {
  const submission = readForm(form, wrongRecipientForm)
  const reply = (status: number, formErrors?: string[]) =>
    data(
      {
        intent: 'wrongRecipient',
        result: submission.reply(formErrors && { formErrors }),
        clashes: [],
        asked: undefined,
      },
      { status },
    )
  if (submission.status !== 'success') return reply(400)
  if (!(await mayAnswer(context, opened))) return reply(429, ['tooMany'])
  const { note } = submission.value
  await context.database.write((tx) => reportWrongRecipient(tx, opened.scope, { note, now: context.now() }))
  return leadBack(opened, 'told')
}

async function substitute(context: MajlisContext, opened: Opened, form: FormData) {
  const { scope, language } = opened
  const submission = readForm(form, substituteForm)
  const reply = (status: number, formErrors?: string[]) =>
    data(
      {
        intent: 'substitute',
        result: submission.reply(formErrors && { formErrors }),
        clashes: [],
        asked: undefined,
      },
      { status },
    )
  if (submission.status !== 'success') return reply(400)
  if (!(await mayAnswer(context, opened))) return reply(429, ['tooMany'])
  const id = derivedId(scope.invitationId, newIdOf(form))
  const named = await submitSubstitute(context.database, scope, {
    ...{ id, language, person: submission.value, site: siteOf(context.env), now: context.now() },
  })
  if (!named.ok && named.reason === 'notFound') throw notFound()
  if (!named.ok) return reply(409, [refusalText(named.reason)])
  context.wakeWorker()
  return leadBack(opened, 'named')
}

async function withdrawSubstitute(context: MajlisContext, opened: Opened, form: FormData) {
  const submission = readForm(form, withdrawSubstituteForm)
  if (submission.status !== 'success') throw notFound()
  const withdrawn = await submitSubstituteWithdrawal(context.database, opened.scope, {
    ...{ attendeeId: submission.value.attendee, site: siteOf(context.env), now: context.now() },
  })
  if (!withdrawn.ok && withdrawn.reason === 'notFound') throw notFound()
  if (!withdrawn.ok)
    return data(
      {
        intent: 'withdrawSubstitute',
        result: submission.reply({ formErrors: [refusalText(withdrawn.reason)] }),
        clashes: [],
        asked: undefined,
      },
      { status: 409 },
    )
  context.wakeWorker()
  return leadBack(opened, 'takenBack')
}

/** Where a refusal about a substitute is said. */
function refusalText(reason: string): string {
  return reason === 'bound' || reason === 'alreadyDecided'
    ? `delegation:refused.${reason}`
    : `answer:refused.${reason}`
}
