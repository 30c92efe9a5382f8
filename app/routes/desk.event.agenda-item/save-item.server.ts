import { data, redirect } from '@remix-run/node'
import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lastEditOf } from '#app/agenda/editors.server.ts'
import { itemForm, itemOf } from '#app/agenda/forms.ts'
import { unscheduleItem } from '#app/agenda/place.server.ts'
import { type AgendaItem, findAgendaItem } from '#app/agenda/read.server.ts'
import { addItem, editItem, type ItemContent, removeItem } from '#app/agenda/schedule.server.ts'
import { readEventFrame } from '#app/events/read.server.ts'
import { clearDocuments } from '#app/files/document.server.ts'
import { newIdOf } from '#app/http/form.server.ts'
import { isoDay } from '#app/i18n/format.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { readForm } from '#app/ui/read-form.ts'

/** What an editor wrote, and what another has made of the same item meanwhile: who and when, as far as is known. */
export type Conflict = {
  by: string | null
  at: Date
  version: number
  mine: ItemContent
  theirs: ItemContent
}

const places = { duplicate: 'title', atDayEdge: 'moveFollowing' } as const

/**
 * Adds or changes the item. A new one leads on to the people in it, a changed one back to its day. What another editor
 * changed meanwhile comes back beside the form.
 */
export async function saveItem(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  itemId: string | null,
) {
  const { zone } = await readEventFrame(database.read, scope)
  const submission = readForm(form, itemForm(zone))
  const refused = (result: ReturnType<typeof submission.reply>, status: number) =>
    data({ intent: 'save' as const, result, conflict: null as Conflict | null }, { status })
  if (submission.status !== 'success') return refused(submission.reply(), 400)
  const { content: written, theirs, seen, moveFollowing } = itemOf(submission.value)
  const before = itemId ? await findAgendaItem(database.read, scope.eventId, itemId) : null
  if (itemId && !before) throw notFound()
  const other = before && contentOf(before)
  const content: ItemContent = {
    ...written,
    ...(other && Object.fromEntries(theirs.map((field) => [field, other[field]]))),
  }
  const given = { content, moveFollowing, now: now() }
  const saved = await database.write(async (tx) =>
    itemId
      ? editItem(tx, scope, { ...given, seen, itemId })
      : addItem(tx, scope, { ...given, id: newIdOf(form) }),
  )
  if (saved.ok && !itemId)
    return redirect(`/desk/events/${scope.slug}/agenda/${saved.id}?done=added#people`, { status: 303 })
  if (saved.ok) return toDay(scope, isoDay(given.content.startsAt, zone), `done=saved#item-${itemId}`)
  if (saved.reason === 'notFound') throw notFound()
  if (saved.reason === 'changedMeanwhile') return showBoth(written, itemId ?? '')
  const fieldErrors = { [places[saved.reason]]: [`agenda:refused.${saved.reason}`] }
  return refused(submission.reply({ fieldErrors }), 409)

  /** Nobody's text is lost: the form as it was sent, and what the other has made of the item. */
  async function showBoth(mine: ItemContent, id: string) {
    const theirs = await findAgendaItem(database.read, scope.eventId, id)
    if (!theirs) throw notFound()
    const edit = await lastEditOf(database.read, scope, id)
    const conflict: Conflict | null = {
      ...{ by: edit?.by ?? null, at: edit?.at ?? theirs.updatedAt, version: theirs.version },
      ...{ mine, theirs: contentOf(theirs) },
    }
    return data({ intent: 'save' as const, result: submission.reply(), conflict }, { status: 409 })
  }
}

function contentOf({ room, track, ...item }: AgendaItem): ItemContent & { trackId: string | null } {
  const { partId, kind, title, abstract, startsAt, endsAt, spokenLanguages, interpretedLanguages } = item
  return {
    ...{ partId, kind, title, abstract, startsAt, endsAt, spokenLanguages, interpretedLanguages },
    ...{ roomId: room?.id ?? null, trackId: track?.id ?? null },
  }
}

/** Puts the item into the side list and leads back to its day. */
export async function putAside(
  { database, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  itemId: string,
) {
  const { zone } = await readEventFrame(database.read, scope)
  const seen = form.has('seen') ? Number(form.get('seen')) : undefined
  const put = await database.write((tx) => unscheduleItem(tx, scope, { itemId, seen, now: now() }))
  if (put.ok) return toDay(scope, isoDay(put.before.startsAt, zone), 'done=saved')
  if (put.reason !== 'changedMeanwhile') throw notFound()
  return data({ intent: 'remove' as const, refused: put.reason }, { status: 409 })
}

/** Removes the item and leads back to its day. */
export async function removeThis(
  { database, files, now }: MajlisContext,
  scope: EventScope,
  form: FormData,
  itemId: string,
) {
  const { zone } = await readEventFrame(database.read, scope)
  const item = await findAgendaItem(database.read, scope.eventId, itemId)
  const seen = form.has('seen') ? Number(form.get('seen')) : undefined
  const seenRoles = form.has('seenRoles') ? String(form.get('seenRoles')) : undefined
  const removed = await database.write((tx) => removeItem(tx, scope, { itemId, seen, seenRoles, now: now() }))
  if (!removed.ok && removed.reason === 'changedMeanwhile')
    return data({ intent: 'remove' as const, refused: 'changedMeanwhile' as const }, { status: 409 })
  if (!removed.ok || !item) throw notFound()
  await clearDocuments({ database, files }, scope, { ids: removed.files, now: now() })
  return toDay(scope, isoDay(item.startsAt, zone), 'done=removed')
}

function toDay(scope: EventScope, day: string, rest: string) {
  return redirect(`/desk/events/${scope.slug}/agenda?day=${day}&${rest}`, { status: 303 })
}
