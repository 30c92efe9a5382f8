import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { itemForm, itemOf } from '#app/agenda/forms.ts'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import { addItem, editItem, removeItem } from '#app/agenda/schedule.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { clearDocuments } from '#app/files/document.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

const places = { duplicate: 'title', atDayEdge: 'moveFollowing' } as const

/** Adds or changes the item. A new one leads on to the people in it, a changed one back to its day. */
export async function saveItem(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  itemId: string | null,
) {
  const { zone } = await readEventFrame(database.read, scope)
  const submission = readForm(form, itemForm(zone))
  const refused = (result: ReturnType<typeof submission.reply>, status: number) =>
    data({ intent: 'save' as const, result }, { status })
  if (submission.status !== 'success') return refused(submission.reply(), 400)
  const given = { ...itemOf(submission.value), now: now() }
  const saved = await database.write(async (tx) =>
    itemId ? editItem(tx, scope, { ...given, itemId }) : addItem(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (saved.ok && !itemId)
    return redirect(`/desk/events/${scope.slug}/agenda/${saved.id}?done=added#people`, { status: 303 })
  if (saved.ok) return toDay(scope, isoDay(given.content.startsAt, zone), `done=saved#item-${itemId}`)
  if (saved.reason === 'notFound') throw notFound()
  const fieldErrors = { [places[saved.reason]]: [`agenda:refused.${saved.reason}`] }
  return refused(submission.reply({ fieldErrors }), 409)
}

/** Removes the item and leads back to its day. */
export async function removeThis({ database, files, now }: MajlisContext, scope: EventScope, itemId: string) {
  const { zone } = await readEventFrame(database.read, scope)
  const item = await findAgendaItem(database.read, scope.eventId, itemId)
  const removed = await database.write((tx) => removeItem(tx, scope, { itemId, now: now() }))
  if (!removed.ok || !item) throw notFound()
  await clearDocuments({ database, files }, scope, { ids: removed.files, now: now() })
  return toDay(scope, isoDay(item.startsAt, zone), 'done=removed')
}

function toDay(scope: EventScope, day: string, rest: string) {
  return redirect(`/desk/events/${scope.slug}/agenda?day=${day}&${rest}`, { status: 303 })
}
