import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isUniqueViolation } from '#db/errors.server.ts'
import { newId } from '#db/id.server.ts'
import { settings } from '#db/schema/accounts.server.ts'
import { anEvent, anOffice } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

test('a write that throws leaves nothing behind', async () => {
  const database = await testDatabase()
  const failed = database.write(async (tx) => {
    await tx.insert(settings).values({ key: 'half', value: 1 })
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(await database.read.select().from(settings)).toEqual([])
})

test('writes that come together wait for each other', async () => {
  const database = await testDatabase()
  await database.write((tx) => tx.insert(settings).values({ key: 'n', value: 0, revision: 0 }))
  await Promise.all(
    Array.from({ length: 20 }, () =>
      database.write(async (tx) => {
        const [row] = await tx
          .update(settings)
          .set({ value: 'locked' })
          .where(eq(settings.key, 'n'))
          .returning()
        await tx
          .update(settings)
          .set({ revision: (row?.revision ?? 0) + 1 })
          .where(eq(settings.key, 'n'))
      }),
    ),
  )
  const [row] = await database.read.select().from(settings)
  expect(row?.revision).toBe(20)
})

test('a unique constraint is recognised on either engine', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  await anEvent(database, { officeId: office.id, slug: 'one' })
  const again = anEvent(database, { officeId: office.id, slug: 'one' })
  const error = await again.catch((reason: unknown) => reason)
  expect(isUniqueViolation(error)).toBe(true)
  expect(isUniqueViolation(new Error(newId()))).toBe(false)
})
