import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { SettingError } from '#app/env.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { emptyDemo, standingOf } from '#db/demo/fresh.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { anOffice } from '../support/builders.ts'
import { testDatabase } from '../support/database.ts'
import { aDemo } from '../support/demo.ts'

test('an earlier demo makes way for the next', async () => {
  const database = await testDatabase()
  await anOffice(database, { isDemo: true })
  await database.close()
  expect(await standingOf(database.url)).toBe('demo')
  await emptyDemo(database.url)
  expect(await standingOf(database.url)).toBe('nothing')
  const next = await openDatabase(database.url)
  await aDemo(next)
  expect(await next.read.$count(offices)).toBe(1)
  await next.close()
})

test('a real office is never wiped, and one clear line says so', async () => {
  const database = await testDatabase()
  await anOffice(database)
  await database.close()
  const refusal = await emptyDemo(database.url).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(SettingError)
  expect(String(refusal)).toMatch(/DATABASE_URL: \S+ is not a demo and stays as it is; [^\n]+$/)
  const again = await openDatabase(database.url)
  expect(await again.read.$count(offices)).toBe(1)
  await again.close()
})

test('one real office beside a demo keeps the whole database', async () => {
  const database = await testDatabase()
  await anOffice(database, { isDemo: true })
  await anOffice(database)
  await database.close()
  await expect(emptyDemo(database.url)).rejects.toThrow('is not a demo')
})

test('a database that nobody has set up is taken', async () => {
  const database = await testDatabase()
  await database.write((tx) => tx.select({ one: sql`1` }).from(offices))
  await database.close()
  await emptyDemo(database.url)
  expect(await standingOf(database.url)).toBe('nothing')
})
