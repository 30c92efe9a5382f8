import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { editOffice } from '#app/accounts/office.server.ts'
import { readOffice } from '#app/accounts/read.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

test('an edited office shows at once on the pages of its events, and on no others', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const { scope } = await aMember(database, office.id)
  const [ours, foreign] = [await anEvent(database, { officeId: office.id }), await anEvent(database)]
  const content = {
    name: { en: 'IOM in Iraq' },
    languages: ['en' as const],
    zone: 'Europe/Zurich',
    senderName: {},
    senderAddress: 'meet@majlis.example',
    replyTo: 'office@majlis.example',
    needsSecondPerson: true,
  }
  await database.write((tx) => editOffice(tx, scope, { content, now }))
  expect(await readOffice(database.read, scope)).toMatchObject(content)
  const revision = async (id: string) =>
    (await database.read.select().from(events).where(eq(events.id, id)))[0]?.revision
  expect([await revision(ours.id), await revision(foreign.id)]).toEqual([1, 0])
  const [entry] = await database.read.select().from(auditEntries)
  expect(entry).toMatchObject({
    action: 'office.edit',
    after: expect.objectContaining({ zone: 'Europe/Zurich' }),
  })
})
