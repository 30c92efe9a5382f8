import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { notFound, requireEvent } from '#app/accounts/guard.server.ts'
import { findCandidates } from '#app/agenda/candidates.server.ts'
import { nextItem } from '#app/agenda/next-item.ts'
import {
  type AgendaItem,
  agendaOfDay,
  findAgendaItem,
  partsOfEvent,
  roomsOfEvent,
  tracksOfEvent,
} from '#app/agenda/read.server.ts'
import { markOfRole, markOfRoles } from '#app/agenda/role-mark.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { readRequestForm } from '#app/http/form.server.ts'
import { readerLanguage } from '#app/i18n/reader.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { localFromInstant } from '#app/i18n/zoned.ts'
import { newId } from '#db/id.server.ts'
import { putAside, removeThis, saveItem } from './save-item.server.ts'
import { addFound, moveHolder, orderHolders, removeHolder, saveWritten } from './save-role.server.ts'

export { ItemPage as default } from './item-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const isNew = 'new'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const { read } = context.database
  const [event, parts, rooms, tracks] = await Promise.all([
    readEventFrame(read, scope),
    partsOfEvent(read, scope.eventId),
    roomsOfEvent(read, scope.eventId),
    tracksOfEvent(read, scope.eventId),
  ])
  const item = params.item === isNew ? null : await findAgendaItem(read, scope.eventId, params.item ?? '')
  if (!item && params.item !== isNew) throw notFound()
  const { searchParams } = new URL(request.url)
  const search = (searchParams.get('search') ?? '').slice(0, 100)
  const given = item ? { ...item, roomId: item.room?.id ?? null } : await proposed(searchParams.get('day'))
  const t = translator(await readerLanguage(context, request))
  const local = (at: Date | undefined) => (at ? localFromInstant(at, event.zone) : '')
  return {
    title: `${t(item ? 'agenda:item.edit' : 'agenda:item.new')} · ${t('common:appName')}`,
    event: { slug: scope.slug, zone: event.zone, languages: event.languages },
    newId: newId(),
    parts,
    rooms,
    tracks,
    item: item && { ...item, mark: markOfRoles(item.roles), roles: item.roles.map(marked) },
    // Times as the fields want them: in the event's zone, not the browser's.
    given: given && { ...given, startsAt: local(given.startsAt), endsAt: local(given.endsAt) },
    day: given ? local(given.startsAt).slice(0, 10) : null,
    search,
    candidates: item && (await findCandidates(read, scope, search)),
  }

  async function proposed(day: string | null) {
    const items = await agendaOfDay(read, { id: scope.eventId, zone: event.zone }, day ?? '')
    return nextItem({ items, parts, day, zone: event.zone })
  }
}

function marked(role: AgendaItem['roles'][number]) {
  return { ...role, mark: markOfRole(role) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireEvent(context, request, params.event, 'agenda.edit')
  const form = await readRequestForm(request)
  const itemId = params.item === isNew ? null : (params.item ?? '')
  const intent = form.get('intent')
  if (intent === 'save') return saveItem(context, scope, form, itemId)
  if (itemId === null) throw notFound()
  switch (intent) {
    case 'remove':
      return removeThis(context, scope, form, itemId)
    case 'aside':
      return putAside(context, scope, form, itemId)
    case 'find':
      return addFound(context, scope, form, itemId)
    case 'write':
      return saveWritten(context, scope, form, itemId)
    case 'up':
    case 'down':
      return moveHolder(context, scope, form, { itemId, direction: intent === 'up' ? 'earlier' : 'later' })
    case 'precedence':
      return orderHolders(context, scope, itemId)
    case 'takeOff':
      return removeHolder(context, scope, form, itemId)
    default:
      throw notFound()
  }
}
