import { expect, test } from 'vitest'
import { createAuth } from '#app/accounts/auth.server.ts'
import {
  changePassword,
  findPasswordLink,
  hashPassword,
  newPasswordLink,
  passwordFits,
  sendPasswordLink,
  usePasswordLink,
} from '#app/accounts/password.server.ts'
import type { Database } from '#db/client.server.ts'
import { verifications } from '#db/schema/accounts.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMail, aMember, password, secrets, signedIn } from '#tests/support/accounts.ts'
import { anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

async function aLink(database: Database) {
  const office = await anOffice(database)
  const member = await aMember(database, office.id)
  const link = newPasswordLink('reset', now)
  const send = (given = link) =>
    database.write((tx) =>
      sendPasswordLink(tx, { userId: member.userId, link: given, mail: aMail(office.id), now }),
    )
  await send()
  return { ...member, link, send }
}

async function choose(database: Database, token: string, at = later(5)) {
  const passwordHash = await hashPassword('a new sentence')
  return database.write((tx) => usePasswordLink(tx, { token, passwordHash, now: at }))
}

test('a link sets the password and ends all sessions', async () => {
  const database = await testDatabase()
  const { link, email, userId } = await aLink(database)
  const headers = new Headers({ Cookie: await signedIn(database, email) })
  expect(await findPasswordLink(database.read, link.token, later(5))).toEqual({ email })
  expect(await choose(database, link.token)).toEqual({ ok: true })
  expect(await createAuth(database, secrets).currentUser(headers)).toBe(null)
  expect(await passwordFits(database.read, userId, 'a new sentence')).toBe(true)
  expect(await passwordFits(database.read, userId, password)).toBe(false)
})

test('a link works once, even when it is used twice at the same moment', async () => {
  const database = await testDatabase()
  const { link } = await aLink(database)
  const tries = await Promise.all([choose(database, link.token), choose(database, link.token)])
  expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await choose(database, link.token)).toEqual({ ok: false, reason: 'gone' })
  expect(await findPasswordLink(database.read, link.token, later(5))).toBe(null)
})

test('after an hour the link is gone', async () => {
  const database = await testDatabase()
  const { link } = await aLink(database)
  expect(await choose(database, link.token, later(60))).toEqual({ ok: false, reason: 'gone' })
  expect(await choose(database, link.token, later(59))).toEqual({ ok: true })
})

test('a newer link replaces the older', async () => {
  const database = await testDatabase()
  const { link, send } = await aLink(database)
  const newer = newPasswordLink('reset', now)
  await send(newer)
  expect(await choose(database, link.token)).toEqual({ ok: false, reason: 'gone' })
  expect(await choose(database, newer.token)).toEqual({ ok: true })
})

test('the database holds no token, and its mail is marked as secret', async () => {
  const database = await testDatabase()
  const { link } = await aLink(database)
  const rows = await database.read.select().from(verifications)
  expect(JSON.stringify(rows)).not.toContain(link.token)
  const [mail] = await database.read.select().from(messages)
  expect(mail).toMatchObject({ holdsSecret: true, state: 'queued', eventId: null })
})

test('a changed password ends all sessions', async () => {
  const database = await testDatabase()
  const { userId, email } = await aLink(database)
  const headers = new Headers({ Cookie: await signedIn(database, email) })
  const passwordHash = await hashPassword('a new sentence')
  await database.write((tx) => changePassword(tx, { userId, passwordHash, now }))
  expect(await createAuth(database, secrets).currentUser(headers)).toBe(null)
})
