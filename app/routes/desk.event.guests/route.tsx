import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readGuestParts, readOrganisationName } from '#app/answers/guest-choices.server.ts'
import { choiceOf, columnsOf, guestFilter } from '#app/answers/guest-filter.ts'
import { countGuests, readGuests, readStatusCounts } from '#app/answers/guest-list.server.ts'
import { usualViews } from '#app/answers/guest-views.ts'
import { readSavedViews } from '#app/answers/saved-views.server.ts'
import { readUndo, undoChange } from '#app/answers/undo.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { pageSizeOf } from '#app/ui/page-sizes.ts'
import type { Reader } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { GuestsPage } from './guests-page.tsx'
import { actOnView, viewIntents } from './view-acts.server.ts'

export const handle = { isWide: () => true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { searchParams } = new URL(request.url)
  const { read } = context.database
  const parts = await readGuestParts(read, scope)
  // A foreign part shows nobody; without one, the first that people are invited to is meant.
  const inPart = (query: URLSearchParams) => ({
    ...guestFilter(query),
    part: query.get('part') || (parts[0]?.id ?? null),
  })
  const filter = inPart(searchParams)
  const place = {
    cursor: searchParams.get('before') || searchParams.get('after'),
    backwards: searchParams.has('before'),
    size: pageSizeOf(searchParams),
  }
  const [list, total, statuses, views, saved, organisation, undo, language] = await Promise.all([
    readGuests(read, scope, filter, place),
    countGuests(read, scope, filter),
    readStatusCounts(read, scope, parts.find(({ id }) => id === filter.part)?.id ?? null),
    countViews(read, scope, inPart),
    readSavedViews(read, scope),
    readOrganisationName(read, scope, filter.organisation),
    readUndo(read, scope, { id: searchParams.get('undo'), now: context.now() }),
    readerLanguage(context, request),
  ])
  const t = translator(language)
  const numberIn = (name: string) => Number(searchParams.get(name)) || 0
  return {
    title: `${t('desk:event.guests')} · ${t('common:appName')}`,
    slug: scope.slug,
    canEdit: scope.can.has('guests.edit'),
    ...{ filter, parts, total, statuses, views, saved, organisation },
    newId: newId(),
    // An open part has no column while nobody is looked at by it: who comes need not say so.
    partColumns: parts.filter(({ id, audience }) => audience === 'invited' || id === filter.part),
    ...list,
    choice: choiceOf(searchParams).toString(),
    columns: columnsOf(searchParams),
    size: place.size,
    from: Math.max(1, Math.trunc(Number(searchParams.get('from'))) || 1),
    done: searchParams.get('done'),
    ...{ undo, changed: numberIn('changed'), left: numberIn('left') },
  }
}

function countViews(
  read: Reader,
  scope: EventScope,
  inPart: (query: URLSearchParams) => ReturnType<typeof guestFilter>,
) {
  return Promise.all(
    usualViews.map(async ({ name, query }) => ({
      name,
      query,
      count: await countGuests(read, scope, inPart(new URLSearchParams(query))),
    })),
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const form = await readRequestForm(request)
  const intent = form.get('intent')
  const here = `/desk/events/${scope.slug}/guests?`
  const search = new URL(request.url).searchParams
  if (viewIntents.some((one) => one === intent)) return actOnView(context, scope, { form, search, here })
  if (!scope.can.has('guests.edit')) throw notFound()
  switch (intent) {
    case 'undo': {
      const id = String(form.get('undo') ?? '')
      const undone = await context.database.write((tx) => undoChange(tx, scope, { id, now: context.now() }))
      const choice = choiceOf(search)
      choice.set('done', undone.ok ? 'undone' : 'tooLate')
      if (undone.ok) choice.set('changed', String(undone.restored))
      if (undone.ok) choice.set('left', String(undone.left))
      return redirect(here + choice, { status: 303 })
    }
    default:
      throw notFound()
  }
}

export default GuestsPage
