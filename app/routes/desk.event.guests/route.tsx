import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { requireEvent } from '#app/accounts/guard.server.ts'
import { guestFilter } from '#app/answers/guest-filter.ts'
import { guestsPerPage, readGuestCounts, readGuestParts, readGuests } from '#app/answers/guest-list.server.ts'
import { submitFreeSeats } from '#app/answers/submit.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { siteOf } from '#app/invitations/token.server.ts'
import { GuestsPage } from './guests-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { searchParams } = new URL(request.url)
  const { read } = context.database
  const parts = await readGuestParts(read, scope)
  const filter = guestFilter(searchParams)
  // A foreign part shows nobody; without one, the first that people are invited to is meant.
  const part = filter.part ?? parts[0]?.id ?? null
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1))
  const [{ guests, total }, counts] = await Promise.all([
    readGuests(read, scope, { ...filter, part }, page),
    readGuestCounts(read, scope, part),
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('desk:event.guests')} · ${t('common:appName')}`,
    slug: scope.slug,
    canEdit: scope.can.has('guests.edit'),
    ...{ filter, part, parts, guests, counts, total, page },
    pages: Math.max(1, Math.ceil(total / guestsPerPage)),
    done: searchParams.get('done'),
    seated: Number(searchParams.get('seated')) || 0,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const { env, database } = context
  const site = siteOf(env)
  const { seated } = await submitFreeSeats(database, scope, { site, now: context.now() })
  context.wakeWorker()
  return redirect(`/desk/events/${scope.slug}/guests?done=seated&seated=${seated}`, { status: 303 })
}

export default GuestsPage
