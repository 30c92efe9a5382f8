import { eq, isNull } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { type Actor, audit } from '#db/audit.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { eraseTraces } from '#db/erase.server.ts'
import { newId } from '#db/id.server.ts'
import {
  clearanceForms,
  clearanceKeys,
  clearanceLists,
  clearancePurges,
  clearanceSettings,
} from '#db/schema/clearance.server.ts'
import { readGate } from './settings.server.ts'

type Purging = { eventId: string; officeId: string; actor: Actor }

/**
 * Destroys every form, every list and the key they were sealed with, and writes down that it did. Null when there was
 * nothing, so that two workers at once purge once. `finishPurges` then rids the database's files of it.
 */
export async function purgeClearance(tx: Tx, { eventId, officeId, actor }: Purging, now: Date) {
  await lockEvent(tx, eventId)
  const [key] = await tx
    .delete(clearanceKeys)
    .where(eq(clearanceKeys.eventId, eventId))
    .returning({ keyId: clearanceKeys.keyId })
  if (!key) return null
  const forms = await tx
    .delete(clearanceForms)
    .where(eq(clearanceForms.eventId, eventId))
    .returning({ id: clearanceForms.attendeeId })
  const lists = await tx
    .delete(clearanceLists)
    .where(eq(clearanceLists.eventId, eventId))
    .returning({ id: clearanceLists.id })
  await tx.update(clearanceSettings).set({ isOn: false }).where(eq(clearanceSettings.eventId, eventId))
  const record = { id: newId(), eventId, forms: forms.length, lists: lists.length, ...key, purgedAt: now }
  await tx.insert(clearancePurges).values(record)
  const { id, ...after } = record
  await audit(tx, actor, { officeId, eventId, action: 'clearance.purge', subjectId: id, after, now })
  return record
}

/** The officer destroys everything before its time. */
export async function purgeNow(database: Database, scope: EventScope, now: Date): Promise<void> {
  await database.write((tx) => purgeClearance(tx, scope, now))
  await finishPurges(database, now)
}

/** What the worker does every hour: destroys what is due, and finishes what a crash left unfinished. */
export async function purgeWhatIsDue(database: Database, now: Date): Promise<number> {
  const keys = await database.read.select({ eventId: clearanceKeys.eventId }).from(clearanceKeys)
  let purged = 0
  for (const { eventId } of keys) {
    const { event, purgeAt } = await readGate(database.read, eventId)
    if (!purgeAt || now < purgeAt) continue
    const by = { eventId, officeId: event.officeId, actor: { kind: 'worker', id: null } as const }
    if (await database.write((tx) => purgeClearance(tx, by, now))) purged++
  }
  await finishPurges(database, now)
  return purged
}

async function finishPurges(database: Database, now: Date): Promise<void> {
  const unfinished = isNull(clearancePurges.erasedAt)
  if (!(await database.read.$count(clearancePurges, unfinished))) return
  await eraseTraces(database, [clearanceForms, clearanceLists, clearanceKeys])
  await database.write((tx) => tx.update(clearancePurges).set({ erasedAt: now }).where(unfinished))
}

type Log = Record<'info' | 'error', (fields: object, text: string) => void>
const hour = 3_600_000

/** Purges now and every hour until stopped; in the process that also sends mail. */
export function startPurging({ database, now, log }: { database: Database; now(): Date; log: Log }): {
  stop(): Promise<void>
} {
  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = purgeWhatIsDue(database, now()).then(
      (events) => void (events && log.info({ events }, 'Clearance was purged')),
      (error) => log.error({ error }, 'Clearance could not be purged; it is tried again in an hour'),
    )
  }
  run()
  const timer = setInterval(run, hour)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
