import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { type EventScope, systemEventScope } from '../../accounts/scope.server.ts'
import { note } from '../../events/note.server.ts'
import { type ExhibitContent, exhibitContent } from './content.ts'
import { changedPaths, writeDraft } from './draft.server.ts'
import { writeIndex } from './index.server.ts'
import { lockForVisitors } from './lock.server.ts'
import { publishingNeeds } from './needs.ts'
import { findVersion, keepVersion, lastPublished } from './versions.server.ts'

type Which = { exhibitId: string; now: Date }
type Locked = NonNullable<Awaited<ReturnType<typeof lockForVisitors>>>
type Standing = Partial<Pick<typeof exhibits.$inferInsert, 'state' | 'ahead' | 'publishedAt'>>

const notFound = { ok: false, reason: 'notFound' } as const
const otherState = { ok: false, reason: 'otherState' } as const

/** Hands what is written to the editor for review, and keeps a copy of it. */
export async function submitExhibit(tx: Tx, scope: EventScope, { exhibitId, now }: Which) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return notFound
  const { state, ahead } = locked.exhibit
  if (state !== 'draft' && ahead !== 'changed') return otherState
  await keepVersion(tx, scope, exhibitId, { content: locked.draft.content, now })
  const after: Standing = state === 'published' ? { ahead: 'submitted' } : { state: 'submitted' }
  return stand(tx, scope, locked, { action: 'exhibit.submitted', after, now })
}

/** Gives what was handed in back to those who write it. */
export async function returnExhibit(tx: Tx, scope: EventScope, { exhibitId, now }: Which) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return notFound
  const { state, ahead } = locked.exhibit
  if (state !== 'submitted' && ahead !== 'submitted') return otherState
  const after: Standing = state === 'published' ? { ahead: 'changed' } : { state: 'draft' }
  return stand(tx, scope, locked, { action: 'exhibit.draft', after, now })
}

/**
 * Shows visitors what is written. Refused with the list of what is missing (`notReady`) when it is not fit to be seen,
 * and `otherState` when they see it already. What was to be published later is not any more.
 */
export async function publishExhibit(tx: Tx, scope: EventScope, { exhibitId, now }: Which) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return notFound
  const { event, exhibit, draft } = locked
  if (exhibit.state === 'published' && exhibit.ahead === 'no') return otherState
  const needs = publishingNeeds(draft.content, event.languages)
  if (needs.length) return { ok: false, reason: 'notReady', needs } as const
  await unschedule(tx, exhibitId)
  await keepVersion(tx, scope, exhibitId, { content: draft.content, now, publishedAt: now })
  return show(tx, scope, locked, { content: draft.content, now })
}

/** Has what is written now published at a time; what is written until then is not part of it. Refused as `publishExhibit` is. */
export async function scheduleExhibit(
  tx: Tx,
  scope: EventScope,
  { exhibitId, publishAt, now }: Which & { publishAt: Date },
) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return notFound
  const { event, draft } = locked
  if (publishAt <= now) return { ok: false, reason: 'past' } as const
  const needs = publishingNeeds(draft.content, event.languages)
  if (needs.length) return { ok: false, reason: 'notReady', needs } as const
  await unschedule(tx, exhibitId)
  const number = await keepVersion(tx, scope, exhibitId, { content: draft.content, now, publishAt })
  const after = { number, publishAt }
  await note(tx, scope, { action: 'exhibit.scheduled', subjectId: exhibitId, after, now })
  return { ok: true } as const
}

/** What was to be published later is not any more. */
export async function unscheduleExhibit(tx: Tx, scope: EventScope, { exhibitId, now }: Which) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return notFound
  await unschedule(tx, exhibitId)
  await note(tx, scope, { action: 'exhibit.unscheduled', subjectId: exhibitId, now })
  return { ok: true } as const
}

/** Takes a published exhibit from visitors. Its address stays kept for it, since QR codes and letters may carry it. */
export async function unpublishExhibit(tx: Tx, scope: EventScope, { exhibitId, now }: Which) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return notFound
  if (locked.exhibit.state !== 'published') return otherState
  await unschedule(tx, exhibitId)
  // From now on lists follow the draft again.
  await writeIndex(tx, locked.exhibit, locked.draft.content)
  return stand(tx, scope, locked, { action: 'exhibit.draft', after: { state: 'draft', ahead: 'no' }, now })
}

/** Writes a kept copy into the draft; what the draft said goes into the history of edits. */
export async function restoreVersion(
  tx: Tx,
  scope: EventScope,
  { exhibitId, number, now }: Which & { number: number },
) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  const version = locked && (await findVersion(tx, exhibitId, number))
  return version
    ? writeDraft(tx, scope, locked, { content: exhibitContent.parse(version.content), now })
    : notFound
}

/** Writes what visitors see into the draft: what was written since is in the history of edits alone. */
export async function discardDraft(tx: Tx, scope: EventScope, { exhibitId, now }: Which) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  if (!locked) return notFound
  const published = await lastPublished(tx, exhibitId)
  if (!published || locked.exhibit.state !== 'published') return otherState
  return writeDraft(tx, scope, locked, { content: exhibitContent.parse(published.content), now })
}

/** Publishes what is due; several processes may do this at once. Answers how many. */
export async function publishDueExhibits(database: Database, { now }: { now: Date }): Promise<number> {
  const due = await database.read
    .select({
      number: exhibitVersions.number,
      exhibitId: exhibits.id,
      event: { id: events.id, officeId: events.officeId, slug: events.slug },
    })
    .from(exhibitVersions)
    .innerJoin(exhibits, eq(exhibits.id, exhibitVersions.exhibitId))
    .innerJoin(events, eq(events.id, exhibits.eventId))
    .where(and(isNotNull(exhibitVersions.publishAt), lte(exhibitVersions.publishAt, now)))
    .orderBy(asc(exhibitVersions.publishAt))
    .limit(100)
  let published = 0
  for (const { event, exhibitId, number } of due) {
    const isDone = await database.write((tx) =>
      publishScheduled(tx, systemEventScope(event), { exhibitId, number, now }),
    )
    if (isDone) published++
  }
  return published
}

async function publishScheduled(
  tx: Tx,
  scope: EventScope,
  { exhibitId, number, now }: Which & { number: number },
) {
  const locked = await lockForVisitors(tx, scope, exhibitId)
  const version = locked && (await findVersion(tx, exhibitId, number))
  // Another process was faster, or somebody has thought better of it.
  if (!locked || !version?.publishAt || version.publishAt > now) return false
  await tx
    .update(exhibitVersions)
    .set({ publishAt: null, publishedAt: now })
    .where(eq(exhibitVersions.id, version.id))
  await show(tx, scope, locked, { content: version.content, now })
  return true
}

async function unschedule(tx: Tx, exhibitId: string): Promise<void> {
  await tx.update(exhibitVersions).set({ publishAt: null }).where(eq(exhibitVersions.exhibitId, exhibitId))
}

async function show(
  tx: Tx,
  scope: EventScope,
  locked: Locked,
  { content, now }: { content: ExhibitContent; now: Date },
) {
  const { exhibit, draft } = locked
  await writeIndex(tx, exhibit, content)
  const ahead = changedPaths(draft.content, content).length ? 'changed' : 'no'
  const after: Standing = { state: 'published', ahead, publishedAt: exhibit.publishedAt ?? now }
  return stand(tx, scope, locked, { action: 'exhibit.published', after, now })
}

async function stand(
  tx: Tx,
  scope: EventScope,
  { exhibit: { id, state, ahead } }: Locked,
  { action, after, now }: { action: string; after: Standing; now: Date },
) {
  await tx
    .update(exhibits)
    .set({ ...after, updatedAt: now })
    .where(eq(exhibits.id, id))
  await note(tx, scope, { action, subjectId: id, before: { state, ahead }, after, now })
  return { ok: true } as const
}
