import { existsSync, readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { makeList, readLists } from '#app/clearance/list.server.ts'
import { purgeClearance, purgeNow, purgeWhatIsDue } from '#app/clearance/purge.server.ts'
import { readGate, readPurges } from '#app/clearance/settings.server.ts'
import { type Database, sqlitePath } from '#db/client.server.ts'
import { onPostgres } from '#db/columns.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { clearanceForms, clearanceKeys, clearanceLists } from '#db/schema/clearance.server.ts'
import { events } from '#db/schema/events.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { aClearedGuest, aGate, fill, keyring } from '#tests/support/clearance.ts'
import { testDatabase } from '#tests/support/database.ts'

/** A week after the exhibition's end. */
const due = new Date('2026-12-22T13:00:00Z')
const early = new Date(due.getTime() - 1)

async function aPurgeable(database: Database) {
  const event = await anEvent(database)
  await aGate(database, event)
  const guest = await aClearedGuest(database, event)
  for (let list = 0; list < 2; list++) {
    await fill(database, guest, { plate: `plate ${list}` })
    await makeList(database, keyring, event.scope, { now })
  }
  return { event, guest }
}

/** Everything sealed that stands in the database now, as it is stored. */
async function sealedIn({ read }: Database): Promise<string[]> {
  const rows = [
    ...(await read.select({ sealed: clearanceForms.sealed }).from(clearanceForms)),
    ...(await read.select({ sealed: clearanceLists.sealed }).from(clearanceLists)),
    ...(await read.select({ sealed: clearanceKeys.sealed }).from(clearanceKeys)),
  ]
  return rows.map(({ sealed }) => sealed)
}

test('seven days after the event everything is destroyed, once, with a record of it', async () => {
  const database = await testDatabase()
  const { event } = await aPurgeable(database)
  expect(await purgeWhatIsDue(database, early)).toBe(0)
  expect(await sealedIn(database)).toHaveLength(4)
  expect((await Promise.all([purgeWhatIsDue(database, due), purgeWhatIsDue(database, due)])).sort()).toEqual([
    0, 1,
  ])
  expect(await sealedIn(database)).toEqual([])
  expect(await readPurges(database.read, event.scope)).toEqual([
    expect.objectContaining({
      ...{ eventId: event.id, forms: 1, lists: 2, purgedAt: due, erasedAt: due },
      keyId: keyring?.current.id,
    }),
  ])
  const { settings } = await readGate(database.read, event.id)
  expect(settings?.isOn).toBe(false)
  const told = await database.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'clearance.purge'))
  expect(told.map(({ actorKind }) => actorKind)).toEqual(['worker'])
})

test('a cancelled event’s are destroyed so many days after it was cancelled', async () => {
  const database = await testDatabase()
  const { event } = await aPurgeable(database)
  const cancelled = { state: 'cancelled' as const, cancelledAt: now }
  await database.write((tx) => tx.update(events).set(cancelled).where(eq(events.id, event.id)))
  const week = new Date(now.getTime() + 7 * 86_400_000)
  expect(await purgeWhatIsDue(database, new Date(week.getTime() - 1))).toBe(0)
  expect(await purgeWhatIsDue(database, week)).toBe(1)
})

test('a purge that broke off before the files were clean is finished by the next', async () => {
  const database = await testDatabase()
  const { event } = await aPurgeable(database)
  const by = { eventId: event.id, officeId: event.officeId, actor: { kind: 'worker', id: null } as const }
  await database.write((tx) => purgeClearance(tx, by, now))
  expect((await readPurges(database.read, event.scope))[0]?.erasedAt).toBeNull()
  await purgeWhatIsDue(database, early)
  expect((await readPurges(database.read, event.scope))[0]?.erasedAt).toEqual(early)
})

test('the officer may destroy everything before its time, of their own event alone', async () => {
  const database = await testDatabase()
  const { event } = await aPurgeable(database)
  const other = await aPurgeable(database)
  await purgeNow(database, event.scope, now)
  expect(await readLists(database.read, event.scope)).toEqual([])
  expect(await readLists(database.read, other.event.scope)).toHaveLength(2)
  // And nothing comes back by a list that was being made.
  expect(await makeList(database, keyring, event.scope, { now })).toEqual({ ok: false, reason: 'closed' })
})

test.skipIf(onPostgres)(
  'after a purge no byte of what was sealed is left in the database’s files',
  async () => {
    const database = await testDatabase()
    const { event, guest } = await aPurgeable(database)
    const before = await sealedIn(database)
    // What was replaced must be gone, too, and not only what stood there last.
    await fill(database, guest, { plate: 'last' })
    const sealed = [...before, ...(await sealedIn(database))]
    const path = sqlitePath(database.url)
    const left = () => {
      const files = ['', '-wal', '-shm'].map((suffix) => path + suffix).filter((file) => existsSync(file))
      const bytes = Buffer.concat(files.map((file) => readFileSync(file)))
      // Long values run over several pages: look for their beginnings, middles and ends.
      return sealed.filter((text) =>
        [text.slice(0, 60), text.slice(text.length / 2, text.length / 2 + 60), text.slice(-60)].some(
          (piece) => bytes.includes(piece),
        ),
      )
    }
    expect(new Set(left())).toEqual(new Set(sealed))
    await purgeWhatIsDue(database, due)
    expect(left()).toEqual([])
    expect(await readPurges(database.read, event.scope)).toHaveLength(1)
  },
)
