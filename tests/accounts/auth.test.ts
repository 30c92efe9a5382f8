import { expect, test } from 'vitest'
import { createAuth } from '#app/accounts/auth.server.ts'
import { sessions } from '#db/schema/accounts.server.ts'
import { aMember, password, secrets, signedIn } from '#tests/support/accounts.ts'
import { anOffice } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'

test('who signs in is known by the cookie until they sign out', async () => {
  const database = await testDatabase()
  const member = await aMember(database, (await anOffice(database)).id)
  const auth = createAuth(database, secrets)
  const headers = new Headers({ Cookie: await signedIn(database, member.email) })

  expect(await auth.currentUser(headers)).toEqual({
    id: member.userId,
    name: 'Noor Hassan',
    email: member.email,
    language: 'en',
  })
  const [removal] = await auth.signOut(headers)
  expect(removal).toContain('Max-Age=0')
  expect(await auth.currentUser(headers)).toBe(null)
})

test('the session cookie is for this site, over https, and not for scripts', async () => {
  const database = await testDatabase()
  const member = await aMember(database, (await anOffice(database)).id)
  const cookies = await createAuth(database, secrets).signIn({ email: member.email, password })
  expect(cookies).toHaveLength(1)
  expect(cookies?.[0]).toMatch(
    /^__Secure-majlis\.session_token=\S+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

test('letter case and spaces around the address do not matter', async () => {
  const database = await testDatabase()
  await aMember(database, (await anOffice(database)).id, { email: 'noor@majlis.example' })
  const auth = createAuth(database, secrets)
  expect(await auth.signIn({ email: ' Noor@Majlis.example ', password })).not.toBe(null)
})

test.for([
  ['a wrong password', { email: 'noor@majlis.example', password: 'another sentence' }],
  ['an unknown address', { email: 'nobody@majlis.example', password }],
  ['an account without password', { email: 'waiting@majlis.example', password }],
  ['something that is no address', { email: 'noor', password }],
  ['an endless password', { email: 'noor@majlis.example', password: 'x'.repeat(5000) }],
] as const)('%s opens no session', async ([, attempt]) => {
  const database = await testDatabase()
  const office = await anOffice(database)
  await aMember(database, office.id, { email: 'noor@majlis.example' })
  await aMember(database, office.id, { email: 'waiting@majlis.example', hasPassword: false })
  expect(await createAuth(database, secrets).signIn(attempt)).toBe(null)
  expect(await database.read.select().from(sessions)).toEqual([])
})

test('a forged or foreign cookie is nobody', async () => {
  const database = await testDatabase()
  const member = await aMember(database, (await anOffice(database)).id)
  const cookie = await signedIn(database, member.email)
  const [session] = await database.read.select().from(sessions)
  const elsewhere = createAuth(database, { ...secrets, APP_SECRET: 'another-secret-of-another-instance' })
  const auth = createAuth(database, secrets)
  expect(await elsewhere.currentUser(new Headers({ Cookie: cookie }))).toBe(null)
  const unsigned = `__Secure-majlis.session_token=${session?.token}`
  expect(await auth.currentUser(new Headers({ Cookie: unsigned }))).toBe(null)
  expect(await auth.currentUser(new Headers())).toBe(null)
})

test('asking who is signed in writes nothing, even for a session whose time is over', async () => {
  const database = await testDatabase()
  const member = await aMember(database, (await anOffice(database)).id)
  const headers = new Headers({ Cookie: await signedIn(database, member.email) })
  await database.write((tx) => tx.update(sessions).set({ expiresAt: new Date(0) }))
  const before = await database.read.select().from(sessions)
  expect(await createAuth(database, secrets).currentUser(headers)).toBe(null)
  expect(await database.read.select().from(sessions)).toEqual(before)
})

test('the next sign-in clears away sessions whose time is over', async () => {
  const database = await testDatabase()
  const member = await aMember(database, (await anOffice(database)).id)
  await signedIn(database, member.email)
  await database.write((tx) => tx.update(sessions).set({ expiresAt: new Date(0) }))
  await signedIn(database, member.email)
  expect(await database.read.$count(sessions)).toBe(1)
})
