import { and, asc, eq, ne, or } from 'drizzle-orm'
import { lockOffice } from '#app/accounts/office.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { fold } from '#app/directory/fold.ts'
import { note } from '#app/events/note.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { users } from '#db/schema/accounts.server.ts'
import { guestViews } from '#db/schema/guest-views.server.ts'
import { choiceOf } from './guest-filter.ts'
import { mostViews } from './guest-views.ts'

/*
 * Views of the guest table that somebody has kept: their own, and those that colleagues share. No public page shows
 * them, so the event's revision stays; the office is the lock.
 */

/** What somebody sees in an event: their own views and the shared ones, by name. */
export async function readSavedViews(read: Reader, { eventId, actor, can }: EventScope) {
  const rows = await read
    .select({
      id: guestViews.id,
      name: guestViews.name,
      query: guestViews.query,
      isShared: guestViews.isShared,
      userId: guestViews.userId,
      by: users.name,
    })
    .from(guestViews)
    .innerJoin(users, eq(users.id, guestViews.userId))
    .where(and(eq(guestViews.eventId, eventId), isSeenBy(actor.id)))
    .orderBy(asc(guestViews.nameKey), asc(guestViews.id))
  return rows.map(({ query, userId, by, ...view }) => ({
    ...view,
    // In the order of every address: PostgreSQL keeps no order of an object's keys.
    query: choiceOf(new URLSearchParams(query)).toString(),
    /** Whose it is, where it is a colleague's. */
    by: userId === actor.id ? null : by,
    mayChange: userId === actor.id || can.has('guests.edit'),
  }))
}

export type SavedView = Awaited<ReturnType<typeof readSavedViews>>[number]

type ViewContent = { name: string; isShared: boolean }
type Refusal = { ok: false; reason: 'notFound' | 'nameTaken' | 'tooManyViews' | 'mayNotShare' }

/**
 * Keeps a filter, its order and its columns under a name; once for each form. Refused: a name that reads like one they
 * see already (`nameTaken`), more than anybody finds their way in (`tooManyViews`), sharing by those who may only look
 * (`mayNotShare`).
 */
export async function saveView(
  tx: Tx,
  scope: EventScope,
  { id, query, name, isShared, now }: ViewContent & { id: string; query: URLSearchParams; now: Date },
): Promise<{ ok: true; id: string } | Refusal> {
  const { eventId, actor } = scope
  const userId = actor.id
  if (userId === null) return { ok: false, reason: 'notFound' }
  await lockOffice(tx, scope)
  const ours = and(eq(guestViews.eventId, eventId), eq(guestViews.userId, userId))
  const before = await madeBefore(tx, guestViews, { id, ours })
  if (before) return before
  const refusal = await refuse(tx, scope, { id, name, isShared })
  if (refusal) return refusal
  if ((await tx.$count(guestViews, ours)) >= mostViews) return { ok: false, reason: 'tooManyViews' }
  const content = { name, nameKey: fold(name), isShared, query: Object.fromEntries(query) }
  await tx.insert(guestViews).values({ ...content, id, eventId, userId, createdAt: now, updatedAt: now })
  await note(tx, scope, { action: 'view.save', subjectId: id, after: { name, isShared }, now })
  return { ok: true, id }
}

/** Gives a view another name, or shares it or no longer. Refused as `saveView`, and one they may not change (`notFound`). */
export async function changeView(
  tx: Tx,
  scope: EventScope,
  { id, name, isShared, now }: ViewContent & { id: string; now: Date },
): Promise<{ ok: true } | Refusal> {
  await lockOffice(tx, scope)
  const view = await findChangeable(tx, scope, id)
  if (!view) return { ok: false, reason: 'notFound' }
  const refusal = await refuse(tx, scope, { id, name, isShared })
  if (refusal) return refusal
  await tx
    .update(guestViews)
    .set({ name, nameKey: fold(name), isShared, updatedAt: now })
    .where(eq(guestViews.id, id))
  const before = { name: view.name, isShared: view.isShared }
  await note(tx, scope, { action: 'view.change', subjectId: id, before, after: { name, isShared }, now })
  return { ok: true }
}

/** Forgets a view; nobody it shows is touched. Refused: one they may not change (`notFound`). */
export async function removeView(
  tx: Tx,
  scope: EventScope,
  { id, now }: { id: string; now: Date },
): Promise<{ ok: true } | Refusal> {
  const view = await findChangeable(tx, scope, id)
  if (!view) return { ok: false, reason: 'notFound' }
  await tx.delete(guestViews).where(eq(guestViews.id, id))
  await note(tx, scope, { action: 'view.remove', subjectId: id, before: { name: view.name }, now })
  return { ok: true }
}

async function refuse(
  tx: Tx,
  { eventId, actor, can }: EventScope,
  { id, name, isShared }: ViewContent & { id: string },
): Promise<Refusal | null> {
  if (isShared && !can.has('guests.edit')) return { ok: false, reason: 'mayNotShare' }
  const isSameName = and(
    eq(guestViews.eventId, eventId),
    eq(guestViews.nameKey, fold(name)),
    ne(guestViews.id, id),
    isSeenBy(actor.id),
  )
  return (await tx.$count(guestViews, isSameName)) > 0 ? { ok: false, reason: 'nameTaken' } : null
}

/** Their own; a shared one is looked after by everybody who edits guests. */
async function findChangeable(tx: Tx, { eventId, actor, can }: EventScope, id: string) {
  const [view] = await tx
    .select()
    .from(guestViews)
    .where(and(eq(guestViews.id, id), eq(guestViews.eventId, eventId), isSeenBy(actor.id)))
  return view && (view.userId === actor.id || can.has('guests.edit')) ? view : null
}

function isSeenBy(userId: string | null) {
  return or(eq(guestViews.isShared, true), eq(guestViews.userId, userId ?? ''))
}
