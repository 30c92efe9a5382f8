import { and, eq, max } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { agendaItems, agendaTracks } from '#db/schema/agenda.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { note } from '../events/note.server.ts'
import { keepUnseen } from '../events/rules.ts'
import type { Language, Localized } from '../i18n/languages.ts'
import type { TrackColour } from './tracks.ts'

type TrackContent = { name: Localized; colour: TrackColour }

/**
 * Adds a track after the others; refused `duplicate` when another one bears that name in some language. The form sent
 * twice adds one.
 */
export async function addTrack(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content, now }: { id?: string; content: TrackContent; now: Date },
) {
  const { eventId } = scope
  await lockEvent(tx, eventId)
  const before = await madeBefore(tx, agendaTracks, { id, ours: eq(agendaTracks.eventId, eventId) })
  if (before) return before
  if (await isNameTaken(tx, scope, content.name)) return { ok: false, reason: 'duplicate' } as const
  const [last] = await tx
    .select({ position: max(agendaTracks.position) })
    .from(agendaTracks)
    .where(eq(agendaTracks.eventId, eventId))
  await tx.insert(agendaTracks).values({ ...content, id, eventId, position: (last?.position ?? -1) + 1 })
  await note(tx, scope, { action: 'agenda.track.added', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

/** Changes name or colour; refused as `addTrack` is. */
export async function editTrack(
  tx: Tx,
  scope: EventScope,
  { trackId, content, now }: { trackId: string; content: TrackContent; now: Date },
) {
  const event = await lockEvent(tx, scope.eventId)
  const [before] = await tx.select().from(agendaTracks).where(within(scope, trackId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  if (await isNameTaken(tx, scope, content.name, trackId)) return { ok: false, reason: 'duplicate' } as const
  const after = { ...content, name: keepUnseen(before.name, content.name, event.languages) }
  await tx.update(agendaTracks).set(after).where(within(scope, trackId))
  await touchItems(tx, scope, trackId, now)
  await note(tx, scope, { action: 'agenda.track.edited', subjectId: trackId, before, after, now })
  return { ok: true } as const
}

/** Removes a track; its items stay, without a track. */
export async function removeTrack(
  tx: Tx,
  scope: EventScope,
  { trackId, now }: { trackId: string; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const [before] = await tx.select().from(agendaTracks).where(within(scope, trackId))
  if (!before) return { ok: false, reason: 'notFound' } as const
  await touchItems(tx, scope, trackId, now)
  await tx.delete(agendaTracks).where(within(scope, trackId))
  await note(tx, scope, { action: 'agenda.track.removed', subjectId: trackId, before, now })
  return { ok: true } as const
}

function within(scope: EventScope, trackId: string) {
  return and(eq(agendaTracks.id, trackId), eq(agendaTracks.eventId, scope.eventId))
}

async function isNameTaken(tx: Tx, scope: EventScope, name: Localized, exceptId?: string): Promise<boolean> {
  const others = await tx
    .select({ id: agendaTracks.id, name: agendaTracks.name })
    .from(agendaTracks)
    .where(eq(agendaTracks.eventId, scope.eventId))
  const reads = Object.entries(name) as [Language, string][]
  return others.some(
    (other) => other.id !== exceptId && reads.some(([language, text]) => other.name[language] === text),
  )
}

/** Files tell an item's track, so it counts as changed with it. */
async function touchItems(tx: Tx, scope: EventScope, trackId: string, now: Date): Promise<void> {
  await tx
    .update(agendaItems)
    .set({ updatedAt: now })
    .where(and(eq(agendaItems.trackId, trackId), eq(agendaItems.eventId, scope.eventId)))
}
