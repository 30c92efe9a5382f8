import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { discardStaleUploads, takeUpload } from '#app/uploads/close.server.ts'
import { keepUpload } from '#app/uploads/keep.server.ts'
import { findUpload, readLines, readUploads, takenBefore } from '#app/uploads/read.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { uploadPieces, uploads } from '#db/schema/uploads.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const kind = 'guests'
const lines = Array.from({ length: 10 }, (_, line) => [`line ${line}`])
const file = { kind, fileName: 'guests.csv', head: {}, choices: {}, lines, linesAtOnce: 4, now } as const
const bytes = new TextEncoder().encode('line 0\nline 1\n')

/** As a broken connection to the database leaves it: begun, and one piece of three written. */
async function brokenOff(database: Database, id: string) {
  await database.write(async (tx) => {
    await tx.update(uploads).set({ state: 'arriving' }).where(eq(uploads.id, id))
    await tx.delete(uploadPieces).where(eq(uploadPieces.position, 4))
    await tx.delete(uploadPieces).where(eq(uploadPieces.position, 8))
  })
}

test('a file is kept in pieces, and others write between them', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const id = newId()
  const order: string[] = []
  await Promise.all([
    keepUpload(database, scope, { ...file, id, bytes, linesAtOnce: 1 }).then(() => order.push('kept')),
    anOffice(database).then(() => order.push('another')),
  ])
  expect(order).toEqual(['another', 'kept'])
  expect(await readLines(database.read, { id })).toEqual(lines)
})

test('a file that broke off is seen by nobody; the form sent again completes it, or a week lets it go', async () => {
  const database = await testDatabase()
  const { scope } = await anOffice(database)
  const kept = await keepUpload(database, scope, { ...file, bytes })
  if (!kept.ok) throw new Error(kept.reason)
  const which = { kind, id: kept.id } as const
  await brokenOff(database, kept.id)
  expect(await findUpload(database.read, scope, which)).toBe(null)
  expect(await readUploads(database.read, scope, kind)).toEqual([])
  expect(await keepUpload(database, scope, { ...file, id: kept.id, bytes })).toEqual(kept)
  expect(await readLines(database.read, which)).toEqual(lines)
  await brokenOff(database, kept.id)
  expect(await discardStaleUploads(database, new Date(now.getTime() + 8 * 86_400_000))).toBe(1)
  // What comes after all finds it closed, and leaves nothing behind.
  await keepUpload(database, scope, { ...file, id: kept.id, bytes })
  expect(await findUpload(database.read, scope, which)).toMatchObject({ state: 'discarded', head: {} })
  expect(await database.read.$count(uploadPieces)).toBe(0)
})

test('the very same file is known when it comes again, to its owner only', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const office = { officeId: event.officeId, actor: event.scope.actor }
  const member = await aMember(database, event.officeId, { email: 'm@iom.example' })
  const first = await keepUpload(database, member.scope, { ...file, bytes })
  const again = await keepUpload(database, office, { ...file, bytes })
  const other = await keepUpload(database, office, { ...file, bytes: new Uint8Array([1]) })
  const elsewhere = await keepUpload(database, event.scope, { ...file, bytes })
  if (!first.ok || !again.ok || !other.ok || !elsewhere.ok) throw new Error('not kept')
  const told = async (owner: typeof office, id: string) => {
    const upload = await findUpload(database.read, owner, { kind, id })
    return upload && takenBefore(database.read, owner, upload)
  }
  expect(await told(office, again.id)).toBe(null)
  const nothing = { lock: async () => {}, take: async () => ({ ok: true, report: {} }) as const }
  await takeUpload(database, office, { kind, id: first.id, now }, async () => nothing)
  expect(await told(office, again.id)).toEqual({ id: first.id, closedAt: now, by: 'Noor Hassan' })
  expect([await told(office, other.id), await told(event.scope, elsewhere.id)]).toEqual([null, null])
})
