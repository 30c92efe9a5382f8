import { and, eq, ne } from 'drizzle-orm'
import type { Database, Reader } from '#db/client.server.ts'
import { clearanceKeys } from '#db/schema/clearance.server.ts'
import { type Keyring, newDataKey, places, seal, unseal } from './seal.server.ts'

/** An event's own key, opened; `none` when it has none (never switched on, or purged), `lost` when no CLEARANCE_KEY here opens it. */
export async function openDataKey(read: Reader, keyring: Keyring | null, eventId: string) {
  const [row] = await read.select().from(clearanceKeys).where(eq(clearanceKeys.eventId, eventId))
  if (!row) return { ok: false, reason: 'none' } as const
  const key = openRow(keyring, row)
  return key ? ({ ok: true, key, keyId: row.keyId } as const) : ({ ok: false, reason: 'lost' } as const)
}

type KeyRow = typeof clearanceKeys.$inferSelect

function openRow(keyring: Keyring | null, { eventId, keyId, sealed }: KeyRow): Buffer | null {
  const key = keyring?.all.find(({ id }) => id === keyId)
  return key ? unseal(key.bytes, sealed, places.dataKey(eventId)) : null
}

/** A fresh key for an event, sealed: to be written where it has none yet. */
export function freshKeyRow({ current }: Keyring, eventId: string, now: Date): KeyRow {
  const sealed = seal(current.bytes, newDataKey(), places.dataKey(eventId))
  return { eventId, keyId: current.id, sealed, createdAt: now }
}

/**
 * Seals the events' keys anew with the current CLEARANCE_KEY, after which the old one opens nothing here. Forms and lists
 * stay as they are. `lost` counts keys that none of the given ones opens.
 */
export async function rotateKeys(database: Database, keyring: Keyring) {
  const { current } = keyring
  const rows = await database.read.select().from(clearanceKeys).where(ne(clearanceKeys.keyId, current.id))
  let rotated = 0
  for (const row of rows) {
    const key = openRow(keyring, row)
    if (!key) continue
    const sealed = seal(current.bytes, key, places.dataKey(row.eventId))
    // Purged or sealed anew in between, it is no longer ours to write.
    const written = await database.write((tx) =>
      tx
        .update(clearanceKeys)
        .set({ keyId: current.id, sealed })
        .where(and(eq(clearanceKeys.eventId, row.eventId), eq(clearanceKeys.sealed, row.sealed)))
        .returning({ eventId: clearanceKeys.eventId }),
    )
    rotated += written.length
  }
  return { rotated, lost: rows.length - rotated }
}
