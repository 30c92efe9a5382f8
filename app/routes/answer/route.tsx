import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { readAskingOf, takeAsked } from '#app/answers/asked.server.ts'
import { type Asking, asTyped, checkTyped } from '#app/answers/asked.ts'
import { answerForm, givenFrom, wrongRecipientForm } from '#app/answers/forms.ts'
import { reportWrongRecipient } from '#app/answers/link.server.ts'
import { type AnswerPage, readAnswerPage } from '#app/answers/read.server.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { readGateNotice } from '#app/clearance/filler.server.ts'
import { clearDocuments } from '#app/files/document.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { isLanguage, type Language, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { newId } from '#db/id.server.ts'
import { GuestPage } from './guest-page.tsx'
import { LostLink } from './lost-link.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, page, asking } = await openPage(context, params.token)
  const url = new URL(request.url)
  const language = url.searchParams.get('lang')
  // The address then says the language, also for whoever it is forwarded to; a reader's cookie is not the guest's wish.
  if (!isLanguage(language)) {
    url.searchParams.set('lang', scope.language)
    throw redirect(`/r/${params.token}${url.search}`)
  }
  const event = localize(page.event.name, language)
  return {
    title: translator(language)('answer:title', { event }),
    page,
    gate: await readGateNotice(context.database.read, scope, context.now()),
    asking,
    path: `/r/${params.token}`,
    requestId: newId(),
    // A link such as “I will come” in a mail only preselects: scanners follow every link.
    preselected:
      { yes: 'accepted', maybe: 'tentative', no: 'declined' }[url.searchParams.get('a') ?? ''] ?? null,
    done: url.searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { scope, page, asking } = await openPage(context, params.token)
  const asked = new URL(request.url).searchParams.get('lang')
  const guest = {
    scope,
    page,
    asking,
    token: params.token ?? '',
    language: isLanguage(asked) ? asked : scope.language,
  }
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'answer':
      return answer(context, guest, form)
    case 'wrongRecipient':
      return wrongRecipient(context, guest, form)
    default:
      throw notFound()
  }
}

async function openPage(context: MajlisContext, token: string | undefined) {
  const { read } = context.database
  const scope = await findInvitationByToken(read, token)
  const page = scope && (await readAnswerPage(read, scope, context.now()))
  if (!scope || !page) throw notFound()
  return { scope, page, asking: await readAskingOf(read, scope) }
}

type Guest = { scope: GuestScope; page: AnswerPage; asking: Asking; token: string; language: Language }

async function answer(context: MajlisContext, guest: Guest, form: FormData) {
  const { scope, page, token, language } = guest
  const { env, database, files, limits } = context
  const { asking, typed, broken } = await takeAsked({ database, files }, scope, {
    ...{ asking: guest.asking, form, now: context.now() },
    mayKeep: () => limits.answer(scope.invitationId),
  })
  const submission = readForm(form, answerForm)
  if (submission.status !== 'success')
    return data(
      { intent: 'answer', result: submission.reply(), asked: { typed, problems: null } },
      { status: 400 },
    )
  const said = givenFrom(submission.value, {
    openParts: page.parts.filter(({ audience }) => audience === 'open').map(({ id }) => id),
    known: page.names.map(({ id }) => id),
    isOrganisation: page.isOrganisation,
    language,
    freshId: newId,
  })
  // A guest's own page asks always, even when a browser sends nothing of it.
  if (!scope.isOrganisation) for (const person of asking.people) typed[person.id] ??= asTyped(person)
  const checked = checkTyped(asking, typed, {
    ...{ replies: said.replies, broken },
    isOpen: (partId) => page.parts.some(({ id, isOpen }) => id === partId && isOpen),
    demands: !scope.isOrganisation,
  })
  const given = { ...said, said: checked.said }
  const refuse = (formErrors: string[], status: number) =>
    data(
      {
        intent: 'answer',
        result: submission.reply({ formErrors }),
        asked: { typed, problems: checked.problems },
      },
      { status },
    )
  const asked = page.parts.filter(
    ({ isOpen, audience }) => isOpen && (page.isOrganisation || audience === 'invited'),
  )
  const isSilent =
    asked.length > 0 && !asked.some(({ id }) => given.replies.some(({ partId }) => partId === id))
  if (isSilent) return refuse(['answer:refused.nothingSaid'], 400)
  if (checked.problems) return refuse(['formHasErrors'], 400)
  if (!(await context.limits.answer(scope.invitationId))) return refuse(['tooMany'], 429)

  const site = siteOf(env)
  const answered = await submitAnswer(database, scope, { given, site, now: context.now() })
  if (!answered.ok && answered.reason === 'notFound') throw notFound()
  if (!answered.ok) return refuse([`answer:refused.${answered.reason}`], 409)
  const sent = { ids: Object.keys(asking.files), now: context.now() }
  await clearDocuments({ database, files }, scope, sent)
  context.wakeWorker()
  return redirect(`/r/${token}?lang=${language}&done=answered`, { status: 303 })
}

async function wrongRecipient(context: MajlisContext, { scope, token, language }: Guest, form: FormData) {
  const submission = readForm(form, wrongRecipientForm)
  if (submission.status !== 'success')
    return data({ intent: 'wrongRecipient', result: submission.reply() }, { status: 400 })
  if (!(await context.limits.answer(scope.invitationId)))
    return data(
      { intent: 'wrongRecipient', result: submission.reply({ formErrors: ['tooMany'] }) },
      { status: 429 },
    )
  const { note } = submission.value
  await context.database.write((tx) => reportWrongRecipient(tx, scope, { note, now: context.now() }))
  return redirect(`/r/${token}?lang=${language}&done=told`, { status: 303 })
}

export default function Answer() {
  useLoaderData<typeof loader>()
  return <GuestPage />
}

export function ErrorBoundary() {
  const error = useRouteError()
  return <LostLink error={error} />
}
