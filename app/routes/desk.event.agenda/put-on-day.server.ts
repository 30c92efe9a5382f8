import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { nextItem } from '#app/agenda/next-item.ts'
import { scheduleItem } from '#app/agenda/place.server.ts'
import { agendaOfDay, findAgendaItem, partsOfEvent } from '#app/agenda/read.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import type { MajlisContext } from '#app/load-context.ts'

/** Puts an item of the side list where the day ends so far. */
export async function putOnDay(
  { database, now }: MajlisContext,
  scope: EventScope,
  { form, day }: { form: FormData; day: string | null },
) {
  const itemId = String(form.get('item'))
  const seen = form.has('seen') ? Number(form.get('seen')) : undefined
  const { zone } = await readEventFrame(database.read, scope)
  const [item, items, parts] = await Promise.all([
    findAgendaItem(database.read, scope.eventId, itemId),
    agendaOfDay(database.read, { id: scope.eventId, zone }, day ?? ''),
    partsOfEvent(database.read, scope.eventId),
  ])
  const next = nextItem({ items, parts, day, zone })
  if (!item || !next) throw notFound()
  const spot = { startsAt: next.startsAt, roomId: item.room?.id ?? null }
  const put = await database.write((tx) => scheduleItem(tx, scope, { itemId, seen, ...spot, now: now() }))
  if (!put.ok && put.reason === 'changedMeanwhile')
    return data({ refused: 'planner:refused.changedMeanwhile' as const }, { status: 409 })
  if (!put.ok) throw notFound()
  const search = day ? `?${new URLSearchParams({ day })}` : ''
  return redirect(`/desk/events/${scope.slug}/agenda${search}#item-${itemId}`, { status: 303 })
}
