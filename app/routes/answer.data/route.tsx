import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { factText } from '#app/privacy/fact-text.ts'
import { askForm, correctionForm } from '#app/privacy/forms.ts'
import { readHeldByLink } from '#app/privacy/held.server.ts'
import { giveListing, readListing } from '#app/privacy/listing.server.ts'
import { readOwnRequests } from '#app/privacy/read.server.ts'
import { askForRights, withdrawRequest } from '#app/privacy/requests.server.ts'
import { privacyKinds } from '#app/privacy/rules.ts'
import { readForm } from '#app/ui/read-form.ts'
import type { PrivacyKind } from '#db/schema/privacy.server.ts'
import { LostLink } from '../answer/lost-link.tsx'
import { DataPage } from './data-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Majlis' }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { read } = context.database
  const found = await readHeldByLink(read, params.token)
  if (!found) throw notFound()
  const { scope, attendeeId, held, facts, zone } = found
  const url = new URL(request.url)
  const language = url.searchParams.get('lang')
  if (!isLanguage(language)) {
    url.searchParams.set('lang', scope.language)
    throw redirect(`/r/${params.token}/data${url.search}`)
  }
  const t = translator(language)
  const asked = url.searchParams.get('ask')
  return {
    title: t('privacy:data.title'),
    path: `/r/${params.token}`,
    office: facts.office.name,
    contact: facts.contact.email || facts.office.replyTo || facts.office.senderAddress,
    ...{ zone, isOrganisation: scope.isOrganisation },
    chapters: held.map(({ name, facts: some }) => ({
      name,
      facts: some.map((fact) => factText(fact, { t, language, zone })),
    })),
    listing: (await readListing(read, scope)).all,
    requests: attendeeId ? await readOwnRequests(read, attendeeId) : [],
    asks: privacyKinds.find((kind) => kind === asked) ?? null,
    done: url.searchParams.get('done'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await findInvitationByToken(context.database.read, params.token)
  if (!scope) throw notFound()
  const form = await readRequestForm(request)
  const lang = new URL(request.url).searchParams.get('lang')
  const language = isLanguage(lang) ? lang : scope.language
  const guest = { scope, language, token: params.token ?? '' }
  const intent = form.get('intent')
  if (!(await context.limits.answer(scope.invitationId))) return refuse('access', ['tooMany'], 429)
  switch (intent) {
    case 'list':
    case 'unlist':
      return list(context, guest, intent === 'list')
    case 'withdraw':
      return withdraw(context, guest, String(form.get('request')))
    case 'access':
    case 'erasure':
    case 'correction':
      return ask(context, guest, { kind: intent, form })
    default:
      throw notFound()
  }
}

type Guest = { scope: GuestScope; language: Language; token: string }

const back = ({ token, language }: Guest, done: string) =>
  redirect(`/r/${token}/data?lang=${language}&done=${done}`, { status: 303 })

/** The form as it was typed, with what is wrong. */
function refuse(kind: PrivacyKind, formErrors: string[], status: number) {
  return data({ kind, result: { status: 'error' as const, error: { '': formErrors } } }, { status })
}

async function list({ database, now }: MajlisContext, guest: Guest, agrees: boolean) {
  await database.write((tx) => giveListing(tx, guest.scope, { agrees, now: now() }))
  return back(guest, agrees ? 'listed' : 'unlisted')
}

async function withdraw({ database, now }: MajlisContext, guest: Guest, requestId: string) {
  const withdrawn = await database.write((tx) => withdrawRequest(tx, guest.scope, { requestId, now: now() }))
  if (!withdrawn.ok) throw notFound()
  return back(guest, 'withdrawn')
}

async function ask(
  { database, now }: MajlisContext,
  guest: Guest,
  { kind, form }: { kind: PrivacyKind; form: FormData },
) {
  const submission = readForm(form, kind === 'correction' ? correctionForm : askForm)
  if (submission.status !== 'success') return data({ kind, result: submission.reply() }, { status: 400 })
  const { reason, ...wanted } = submission.value
  const asking = { kind, reason, wanted: kind === 'correction' ? wanted : undefined, now: now() }
  const asked = await database.write((tx) => askForRights(tx, guest.scope, asking))
  if (asked.ok) return back(guest, 'asked')
  if (asked.reason === 'notFound') throw notFound()
  const formErrors = [`privacy:refused.${asked.reason}`]
  return data({ kind, result: submission.reply({ formErrors }) }, { status: 409 })
}

export default function Data() {
  useLoaderData<typeof loader>()
  return <DataPage />
}

export function ErrorBoundary() {
  return <LostLink error={useRouteError()} />
}
