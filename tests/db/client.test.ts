import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { settings } from '#db/schema/accounts.server.ts'
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
