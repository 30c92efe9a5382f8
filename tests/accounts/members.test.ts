import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { createAuth } from '#app/accounts/auth.server.ts'
import { changeRole, inviteMember, removeMember, repeatWelcome } from '#app/accounts/members.server.ts'
import { newPasswordLink } from '#app/accounts/password.server.ts'
import { readMembers } from '#app/accounts/read.server.ts'
import { findEventScope, findOfficeScope } from '#app/accounts/scope.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries, memberships } from '#db/schema/accounts.server.ts'
import { assignments } from '#db/schema/events.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMail, aMember, secrets, signedIn } from '#tests/support/accounts.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

const person = { name: 'Layla Kareem', email: 'Layla@majlis.example', language: 'ar' as const }
const welcomeOf = (officeId: string) => ({ link: newPasswordLink('welcome', now), mail: aMail(officeId) })

test('an invited member is there, waiting, with one mail on its way', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const { scope } = await aMember(database, office.id)
  const invited = await database.write((tx) =>
    inviteMember(tx, scope, { person, role: 'organiser', welcome: welcomeOf(office.id), now }),
  )
  if (!invited.ok) throw new Error(invited.reason)
  const members = await readMembers(database.read, scope)
  expect(members.find(({ membershipId }) => membershipId === invited.membershipId)).toEqual({
    membershipId: invited.membershipId,
    userId: expect.any(String),
    name: 'Layla Kareem',
    email: 'layla@majlis.example',
    language: 'ar',
    role: 'organiser',
    isWaiting: true,
  })
  expect(await database.read.$count(messages)).toBe(1)
})

test('nobody is invited twice', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const { scope } = await aMember(database, office.id)
  const invite = () =>
    database.write((tx) =>
      inviteMember(tx, scope, { person, role: 'viewer', welcome: welcomeOf(office.id), now }),
    )
  await invite()
  expect(await invite()).toEqual({ ok: false, reason: 'isMember' })
  expect(await database.read.$count(messages)).toBe(1)
})

test('the last administrator is neither removed nor demoted', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const { scope, membershipId } = await aMember(database, office.id)
  await aMember(database, office.id, { role: 'organiser' })
  const demoted = await database.write((tx) => changeRole(tx, scope, { membershipId, role: 'viewer', now }))
  const removed = await database.write((tx) => removeMember(tx, scope, { membershipId, now }))
  expect([demoted, removed]).toEqual([
    { ok: false, reason: 'lastAdministrator' },
    { ok: false, reason: 'lastAdministrator' },
  ])
})

test('two administrators demoting each other at once leave one', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const [one, two] = [await aMember(database, office.id), await aMember(database, office.id)]
  await Promise.all([
    database.write((tx) =>
      changeRole(tx, one.scope, { membershipId: two.membershipId, role: 'viewer', now }),
    ),
    database.write((tx) =>
      changeRole(tx, two.scope, { membershipId: one.membershipId, role: 'viewer', now }),
    ),
  ])
  const left = await database.read.$count(memberships, eq(memberships.role, 'administrator'))
  expect(left).toBe(1)
})

test('who is removed is signed out, has no password and no role in any event', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const { scope } = await aMember(database, office.id)
  const leaver = await aMember(database, office.id, { role: 'viewer' })
  await database.write((tx) =>
    tx
      .insert(assignments)
      .values({ id: newId(), eventId: event.id, userId: leaver.userId, role: 'organiser', createdAt: now }),
  )
  const headers = new Headers({ Cookie: await signedIn(database, leaver.email) })

  const { membershipId } = leaver
  expect(await database.write((tx) => removeMember(tx, scope, { membershipId, now }))).toEqual({ ok: true })

  expect(await createAuth(database, secrets).currentUser(headers)).toBe(null)
  await expect(signedIn(database, leaver.email)).rejects.toThrow()
  expect(await findOfficeScope(database.read, leaver.userId, 'office.view')).toBe(null)
  expect(await findEventScope(database.read, leaver.userId, event.slug, 'event.view')).toBe(null)
  const [entry] = await database.read
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.action, 'member.remove'))
  expect(entry).toMatchObject({ actorId: scope.actor.id, subjectId: membershipId })
})

test('who was removed can be invited again', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const { scope } = await aMember(database, office.id)
  const { membershipId } = await aMember(database, office.id, { email: 'layla@majlis.example' })
  await database.write((tx) => removeMember(tx, scope, { membershipId, now }))
  const again = await database.write((tx) =>
    inviteMember(tx, scope, { person, role: 'viewer', welcome: welcomeOf(office.id), now }),
  )
  expect(again.ok).toBe(true)
  expect(await readMembers(database.read, scope)).toHaveLength(2)
})

test('an administrator does not remove themselves', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  await aMember(database, office.id)
  const { scope, membershipId } = await aMember(database, office.id)
  expect(await database.write((tx) => removeMember(tx, scope, { membershipId, now }))).toEqual({
    ok: false,
    reason: 'notYourself',
  })
})

test('members of another office are not there', async () => {
  const database = await testDatabase()
  const { scope } = await aMember(database, (await anOffice(database)).id)
  const elsewhere = await anOffice(database)
  const { membershipId } = await aMember(database, elsewhere.id, { hasPassword: false })
  await aMember(database, elsewhere.id)
  const missing = { ok: false, reason: 'notFound' }
  const welcome = welcomeOf(elsewhere.id)
  const tries = [
    await database.write((tx) => changeRole(tx, scope, { membershipId, role: 'viewer', now })),
    await database.write((tx) => removeMember(tx, scope, { membershipId, now })),
    await database.write((tx) => repeatWelcome(tx, scope, { membershipId, welcome, now })),
  ]
  expect(tries).toEqual([missing, missing, missing])
  expect(await readMembers(database.read, scope)).toHaveLength(1)
})

test('the events of another office are not there', async () => {
  const database = await testDatabase()
  const member = await aMember(database, (await anOffice(database)).id)
  const foreign = await anEvent(database)
  expect(await findEventScope(database.read, member.userId, foreign.slug, 'event.view')).toBe(null)
})
