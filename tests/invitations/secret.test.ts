import { expect, test } from 'vitest'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { bindLinks } from '#app/invitations/secret.server.ts'
import { answerToken } from '#app/invitations/token.server.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, site } from '#tests/support/guests.ts'

const other = 'another-secret-another-secret-another'

test('links belong to the secret they were made with, until they are given up for new ones', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guests = [await aGuest(database, event), await aGuest(database, event)]
  const opens = async (secret: string) => {
    const found = guests.map(({ id }) => findInvitationByToken(database.read, answerToken(secret, id, 1)))
    return (await Promise.all(found)).map((scope) => scope?.invitationId ?? null)
  }
  const ids = guests.map(({ id }) => id)

  expect(await bindLinks(database, { secret: site.secret, renew: false })).toBe(true)
  expect(await bindLinks(database, { secret: site.secret, renew: true })).toBe(true)
  expect(await opens(site.secret)).toEqual(ids)

  expect(await bindLinks(database, { secret: other, renew: false })).toBe(false)
  expect(await opens(site.secret)).toEqual(ids)

  expect(await bindLinks(database, { secret: other, renew: true })).toBe(true)
  expect(await opens(site.secret)).toEqual([null, null])
  expect(await opens(other)).toEqual(ids)
  expect(await bindLinks(database, { secret: site.secret, renew: false })).toBe(false)
})
