import { asc, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { note } from '#app/events/note.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { clearanceKeys, clearancePurges, clearanceSettings } from '#db/schema/clearance.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { lastEnd, purgeInstant } from './rules.ts'

export type ClearanceSettings = typeof clearanceSettings.$inferSelect
export type SettingsContent = Omit<ClearanceSettings, 'eventId' | 'updatedAt'>

/** An event with how it asks for clearance; `settings` is null where nobody has set it up. */
export async function readGate(read: Reader, eventId: string) {
  // One after the other: inside a transaction there is only one connection.
  const [event] = await read
    .select({
      id: events.id,
      officeId: events.officeId,
      slug: events.slug,
      state: events.state,
      name: events.name,
      languages: events.languages,
      zone: events.zone,
      contact: events.contact,
      revision: events.revision,
      cancelledAt: events.cancelledAt,
      office: { name: offices.name, address: offices.senderAddress, replyTo: offices.replyTo },
    })
    .from(events)
    .innerJoin(offices, eq(offices.id, events.officeId))
    .where(eq(events.id, eventId))
  if (!event) throw new Error(`No event ${eventId}`)
  const itsParts = await read
    .select({ id: parts.id, name: parts.name, startsAt: parts.startsAt, endsAt: parts.endsAt })
    .from(parts)
    .where(eq(parts.eventId, eventId))
    .orderBy(asc(parts.position))
  const [settings] = await read.select().from(clearanceSettings).where(eq(clearanceSettings.eventId, eventId))
  const endsAt = lastEnd(itsParts)
  return {
    event,
    parts: itsParts,
    settings: settings ?? null,
    endsAt,
    purgeAt: settings && endsAt ? purgeInstant({ ...event, endsAt }, settings.purgeDays) : null,
  }
}

export type Gate = Awaited<ReturnType<typeof readGate>>
export type OpenGate = Gate & { settings: ClearanceSettings; endsAt: Date; purgeAt: Date }

/** Whether forms are taken: from guests until the event is over, from the officer until everything is destroyed. */
export function isGateOpen(
  gate: Gate,
  { byDesk = false, now }: { byDesk?: boolean; now: Date },
): gate is OpenGate {
  const { event, settings, endsAt, purgeAt } = gate
  if (!settings?.isOn || event.state !== 'published' || !endsAt || !purgeAt) return false
  return now <= (byDesk ? purgeAt : endsAt)
}

/**
 * Says how this event asks for clearance. Refused: parts of another event (`notFound`), switching it on without a key of
 * the server's (`noKey`) or when all of it would be destroyed at once (`over`).
 */
export async function saveClearanceSettings(
  tx: Tx,
  scope: EventScope,
  {
    content,
    keyRow,
    now,
  }: { content: SettingsContent; keyRow: typeof clearanceKeys.$inferInsert | null; now: Date },
) {
  const { eventId } = scope
  await lockEvent(tx, eventId)
  const { event, parts: itsParts, settings: before, endsAt } = await readGate(tx, eventId)
  if (!content.partIds.every((partId) => itsParts.some(({ id }) => id === partId)))
    return { ok: false, reason: 'notFound' } as const
  if (content.isOn) {
    if (!keyRow) return { ok: false, reason: 'noKey' } as const
    if (!endsAt || now >= purgeInstant({ ...event, endsAt }, content.purgeDays))
      return { ok: false, reason: 'over' } as const
    await tx.insert(clearanceKeys).values(keyRow).onConflictDoNothing()
  }
  const row = { ...content, eventId, updatedAt: now }
  await tx
    .insert(clearanceSettings)
    .values(row)
    .onConflictDoUpdate({ target: clearanceSettings.eventId, set: row })
  await note(tx, scope, { action: 'clearance.settings', subjectId: eventId, before, after: content, now })
  return { ok: true } as const
}

/** What was destroyed in this event, in order. */
export function readPurges(read: Reader, { eventId }: Pick<EventScope, 'eventId'>) {
  return read
    .select()
    .from(clearancePurges)
    .where(eq(clearancePurges.eventId, eventId))
    .orderBy(asc(clearancePurges.purgedAt))
}
