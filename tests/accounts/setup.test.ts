import { expect, test } from 'vitest'
import { setUpOffice } from '#app/accounts/setup.server.ts'
import { auditEntries, memberships, offices, users } from '#db/schema/accounts.server.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const office = {
  name: { en: 'IOM Iraq' },
  languages: ['en', 'ar'] as ('en' | 'ar')[],
  zone: 'Asia/Baghdad',
  senderName: { en: 'IOM Iraq' },
  senderAddress: 'events@majlis.example',
}
const administrator = (email: string) => ({
  name: 'Huda Salim',
  email,
  language: 'en' as const,
  passwordHash: null,
})

test('set-up makes the office and its administrator', async () => {
  const database = await testDatabase()
  const done = await database.write((tx) =>
    setUpOffice(tx, { office, administrator: administrator('Huda@majlis.example'), now }),
  )
  if (!done.ok) throw new Error(done.reason)
  const [user] = await database.read.select().from(users)
  const [membership] = await database.read.select().from(memberships)
  const [entry] = await database.read.select().from(auditEntries)
  expect(user).toMatchObject({ id: done.userId, email: 'huda@majlis.example' })
  expect(membership).toMatchObject({ officeId: done.officeId, userId: done.userId, role: 'administrator' })
  expect(entry).toMatchObject({ action: 'office.setUp', actorId: done.userId })
})

test('of five set-ups at once one makes an office', async () => {
  const database = await testDatabase()
  const tries = await Promise.all(
    [1, 2, 3, 4, 5].map((n) =>
      database.write((tx) =>
        setUpOffice(tx, { office, administrator: administrator(`p${n}@majlis.example`), now }),
      ),
    ),
  )
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await database.read.$count(offices)).toBe(1)
  expect(await database.read.$count(users)).toBe(1)
})

test('where an office is, however it came, set-up is over', async () => {
  const database = await testDatabase()
  await anOffice(database)
  const done = await database.write((tx) =>
    setUpOffice(tx, { office, administrator: administrator('p@majlis.example'), now }),
  )
  expect(done).toEqual({ ok: false, reason: 'done' })
  expect(await database.read.$count(users)).toBe(0)
})
