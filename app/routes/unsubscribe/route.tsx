import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData, useRouteError } from '@remix-run/react'
import { notFound } from '#app/accounts/guard.server.ts'
import { findOfficeName } from '#app/accounts/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { localize } from '#app/i18n/languages.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { resubscribe, unsubscribe } from '#app/mail/subscriber.server.ts'
import { findSuppression } from '#app/mail/suppression.server.ts'
import { readUnsubscribeToken } from '#app/mail/unsubscribe.ts'
import { IncompleteLink, UnsubscribePage } from './unsubscribe-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Opening the link shows a question and changes nothing: mail scanners open every link. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const subscriber = subscriberOf(context, params.subscriber)
  const { read } = context.database
  const language = await readerLanguage(context, request)
  const office = await findOfficeName(read, subscriber.officeId)
  if (!office) throw notFound()
  const entry = await findSuppression(read, { ...subscriber, reason: 'unsubscribed' })
  const t = translator(language)
  return {
    title: `${t('sending:unsubscribe.title')} · ${localize(office, language)}`,
    office,
    address: subscriber.address,
    isUnsubscribed: entry !== null,
    isUndone: new URL(request.url).searchParams.get('done') === 'undone',
  }
}

/**
 * From the page's own form, or from a mail program's button: one POST with no cookie and no page before it, which must be
 * answered without a redirect (RFC 8058 §3.2). The link alone says whose it is.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const subscriber = subscriberOf(context, params.subscriber)
  const { database, now } = context
  if (!(await findOfficeName(database.read, subscriber.officeId))) throw notFound()
  const form = await readRequestForm(request)
  const isOneClick = form.get('List-Unsubscribe') === 'One-Click'
  const isUndo = !isOneClick && form.get('intent') === 'undo'
  if (!isOneClick && !isUndo && form.get('intent') !== 'unsubscribe') throw notFound()
  await database.write((tx) =>
    isUndo ? resubscribe(tx, subscriber, { now: now() }) : unsubscribe(tx, subscriber, { now: now() }),
  )
  if (isOneClick) return null
  const query = new URLSearchParams(new URL(request.url).search)
  query.set('done', isUndo ? 'undone' : 'unsubscribed')
  return redirect(`/u/${params.subscriber}?${query}`, 303)
}

function subscriberOf({ env }: MajlisContext, token = '') {
  const subscriber = readUnsubscribeToken(env.APP_SECRET, token)
  if (!subscriber) throw notFound()
  return subscriber
}

export default function Unsubscribe() {
  return <UnsubscribePage {...useLoaderData<typeof loader>()} />
}

export function ErrorBoundary() {
  return <IncompleteLink error={useRouteError()} />
}
