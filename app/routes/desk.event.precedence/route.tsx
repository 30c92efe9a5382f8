import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readProtocol } from '#app/directory/precedence-facts.server.ts'
import { renewPrecedence } from '#app/directory/precedence-keys.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { type ListFilter, listFilter } from '#app/participants/filter.ts'
import {
  moveEventKind,
  passNeighbour,
  placeSubject,
  resetEventKinds,
  unplaceSubject,
} from '#app/participants/places.server.ts'
import { pageSize, readOccasion, readParticipants } from '#app/participants/read.server.ts'
import {
  findSubject,
  isBeingRenewed,
  pageOf,
  readNeighbour,
  readPlaces,
} from '#app/participants/read-places.server.ts'
import { pageNumber, placings, type Subject, subjectOf } from '#app/participants/rules.ts'

export { PrecedencePage as default } from './precedence-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.view')
  const { read } = context.database
  const { searchParams } = new URL(request.url)
  const { parts } = await readOccasion(read, scope)
  const filter = orderFilter(searchParams)
  if (filter.part && !parts.some(({ id }) => id === filter.part)) throw notFound()
  const chosen = subjectOf(searchParams.get('move'))
  const [list, placed, protocol, isRenewing, moving] = await Promise.all([
    readParticipants(read, scope, filter, { page: pageNumber(searchParams), size: pageSize }),
    readPlaces(read, scope),
    readProtocol(read, scope),
    isBeingRenewed(read, scope),
    chosen ? findSubject(read, scope, chosen) : null,
  ])
  const t = translator(await readerLanguage(context, request))
  return {
    title: `${t('participants:precedence.title')} · ${t('common:appName')}`,
    home: `/desk/events/${scope.slug}`,
    parts: parts.map(({ id, name }) => ({ id, name })),
    rows: list.rows.map(({ precedenceKey: _, ...row }) => row),
    ...{ total: list.total, page: list.page, size: list.size },
    ...{ filter, placed, isRenewing, moving, kinds: protocol.kinds, isOwn: protocol.isOwn },
    canEdit: scope.can.has('guests.edit'),
  }
}

/** Everybody of the event, unless the address asks for fewer: an order is made before the answers are in. */
function orderFilter(parameters: URLSearchParams): ListFilter {
  const state = parameters.get('state') ?? 'invited'
  const wanted = new URLSearchParams({ state, audience: 'internal' })
  for (const name of ['part', 'search']) wanted.set(name, parameters.get(name) ?? '')
  return listFilter(wanted, 'en')
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'guests.edit')
  const form = await readRequestForm(request)
  const { searchParams } = new URL(request.url)
  const intent = String(form.get('intent') ?? '')
  const kind = form.get('kind')
  if (kind !== null || intent === 'resetKinds') return changeKinds(context, scope, intent, kind)
  const subject = subjectOf(form.get('subject'))
  if (!subject) throw notFound()
  const filter = orderFilter(searchParams)
  const changed = await change(context, scope, { subject, intent, anchor: form.get('anchor'), filter })
  if (!changed.ok && changed.reason === 'notFound') throw notFound()
  if (!changed.ok) return data({ refused: changed.reason }, { status: 409 })
  await renewPrecedence(context.database, { eventId: scope.eventId })
  // Back to where it stands now, whatever was searched for on the way.
  const kept = { ...filter, search: '' }
  const page = await pageOf(context.database.read, scope, kept, subject)
  const to = new URLSearchParams({ state: filter.state, page: String(page) })
  if (filter.part) to.set('part', filter.part)
  to.set('done', intent === 'usual' ? 'usual' : 'placed')
  return redirect(`/desk/events/${scope.slug}/precedence?${to}#${subject.id}`, 303)
}

type Change = { subject: Subject; intent: string; anchor: FormDataEntryValue | null; filter: ListFilter }

async function change(
  { database, now }: MajlisContext,
  scope: EventScope,
  { subject, intent, anchor, filter }: Change,
) {
  if (intent === 'usual') return database.write((tx) => unplaceSubject(tx, scope, { ...subject, now: now() }))
  if (intent === 'up' || intent === 'down') {
    const neighbourId = await readNeighbour(database.read, scope, subject, intent, filter)
    // At the end of the list already, for instance because a colleague moved it there: nothing is left to do.
    if (!neighbourId) return { ok: true } as const
    const step = { ...subject, neighbourId, direction: intent, now: now() } as const
    return database.write((tx) => passNeighbour(tx, scope, step))
  }
  const place = placings.find((one) => one === intent)
  if (!place) throw notFound()
  const isBeside = place === 'before' || place === 'after'
  const anchorId = isBeside ? String(anchor ?? '') : null
  return database.write((tx) => placeSubject(tx, scope, { ...subject, place, anchorId, now: now() }))
}

async function changeKinds(
  { database, now }: MajlisContext,
  scope: EventScope,
  intent: string,
  kind: FormDataEntryValue | null,
) {
  if (intent === 'resetKinds') await database.write((tx) => resetEventKinds(tx, scope, { now: now() }))
  else if (intent === 'up' || intent === 'down') {
    const step = { kind: String(kind), direction: intent, now: now() } as const
    const moved = await database.write((tx) => moveEventKind(tx, scope, step))
    if (!moved.ok) throw notFound()
  } else throw notFound()
  await renewPrecedence(database, { eventId: scope.eventId })
  return redirect(`/desk/events/${scope.slug}/precedence?kinds=open&done=placed`, 303)
}
