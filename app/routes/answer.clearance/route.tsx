import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { eventDays } from '#app/clearance/days.ts'
import { submitClearance, withdrawClearance } from '#app/clearance/fill.server.ts'
import { readGuestForm } from '#app/clearance/filler.server.ts'
import { clearanceForm } from '#app/clearance/forms.ts'
import { openKeyring } from '#app/clearance/seal.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import { isLanguage, localize } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'
import { LostLink } from '../answer/lost-link.tsx'
import { formChoices } from './choices.server.ts'
import { ClearancePage } from './clearance-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { scope, page, home } = await openPage(context, request, params.token)
  const url = new URL(request.url)
  const language = url.searchParams.get('lang')
  if (!isLanguage(language)) {
    url.searchParams.set('lang', scope.language)
    throw redirect(`${home}/clearance${url.search}`)
  }
  const event = localize(page.event.name, language)
  return {
    title: translator(language)('clearance:form.title', { event }),
    page,
    home,
    replaces: url.searchParams.has('replace'),
    done: url.searchParams.get('done'),
    ...formChoices(page.days, page.event.zone, language),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const opened = await openPage(context, request, params.token)
  const form = await readRequestForm(request)
  switch (form.get('intent')) {
    case 'send':
      return send(context, request, opened, form)
    case 'withdraw':
      return withdraw(context, request, opened)
    default:
      throw notFound()
  }
}

async function openPage(context: MajlisContext, request: Request, token: string | undefined) {
  const { read } = context.database
  const scope = await findInvitationByToken(read, token)
  const home = `/${scope?.isOrganisation ? 'o' : 'r'}/${token}`
  const { searchParams } = new URL(request.url)
  const attendeeId = searchParams.get('person')
  const lang = searchParams.get('lang')
  const asked = { attendeeId, now: context.now() }
  const page = scope && (await readGuestForm(read, openKeyring(context.env), scope, asked))
  if (!scope || (!page && attendeeId)) throw notFound()
  // Nothing is asked of them any more, or not yet: their invitation says how they stand.
  if (!page) throw redirect(`${home}${lang ? `?lang=${lang}` : ''}`, { status: 303 })
  return { scope, page, home }
}

type Opened = Awaited<ReturnType<typeof openPage>>

async function send(context: MajlisContext, request: Request, { scope, page, home }: Opened, form: FormData) {
  const { zone } = page.event
  const days = eventDays(page.days, zone).map(({ day }) => day)
  const today = isoDay(context.now(), zone)
  const submission = readForm(form, clearanceForm({ asked: page.asked, days, today }))
  if (submission.status !== 'success') return data({ result: submission.reply() }, { status: 400 })
  const refuse = (formErrors: string[], status: number) =>
    data({ result: submission.reply({ formErrors }) }, { status })
  if (!(await context.limits.answer(scope.invitationId))) return refuse(['tooMany'], 429)
  const given = { attendeeId: page.person.id, content: submission.value, now: context.now() }
  const sent = await submitClearance(context.database, openKeyring(context.env), scope, given)
  if (sent.ok) return back(request, home, page.person.id, 'sent')
  if (sent.reason === 'notFound') throw notFound()
  return refuse([`clearance:form.${sent.reason}`], 409)
}

async function withdraw(
  { database, now, limits }: MajlisContext,
  request: Request,
  { scope, page, home }: Opened,
) {
  if (!(await limits.answer(scope.invitationId))) throw data(null, { status: 429 })
  const given = { attendeeId: page.person.id, now: now() }
  const withdrawn = await database.write((tx) => withdrawClearance(tx, scope, given))
  // Sent twice: it is gone already.
  return back(request, home, page.person.id, withdrawn.ok ? 'withdrawn' : 'none')
}

function back(request: Request, home: string, person: string, done: string) {
  const lang = new URL(request.url).searchParams.get('lang') ?? ''
  return redirect(`${home}/clearance?${new URLSearchParams({ lang, person, done })}`, { status: 303 })
}

export default function Clearance() {
  useLoaderData<typeof loader>()
  return <ClearancePage />
}

export function ErrorBoundary() {
  return <LostLink error={useRouteError()} />
}
