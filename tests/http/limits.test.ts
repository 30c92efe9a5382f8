import { expect, onTestFinished, test } from 'vitest'
import { clientKey } from '#app/http/client.server.ts'
import { openLimits } from '#app/http/limits.server.ts'
import { testDatabase } from '#tests/support/database.ts'

async function limitsOfTest() {
  const { url } = await testDatabase()
  const limits = await openLimits(url)
  onTestFinished(() => limits.close())
  return limits
}

/** How many of `count` attempts were let through. */
async function passed(count: number, attempt: (n: number) => Promise<boolean>) {
  let through = 0
  for (let n = 0; n < count; n++) if (await attempt(n)) through++
  return through
}

test('one client has ten tries at one account', async () => {
  const limits = await limitsOfTest()
  expect(await passed(15, () => limits.signIn('noor@majlis.example', '192.0.2.7'))).toBe(10)
})

test('rotating through IPv6 addresses and forwarding headers gains nothing', async () => {
  const limits = await limitsOfTest()
  const client = (n: number) => clientKey(`2001:db8:1:2::${n.toString(16)}`, `198.51.100.${n}`, 0)
  expect(await passed(30, (n) => limits.signIn('noor@majlis.example', client(n)))).toBe(10)
})

test('one client has sixty tries at all accounts together', async () => {
  const limits = await limitsOfTest()
  expect(await passed(80, (n) => limits.signIn(`p${n}@majlis.example`, '192.0.2.7'))).toBe(60)
})

test('an account attacked from everywhere stays open to the place its owner knows', async () => {
  const limits = await limitsOfTest()
  await limits.signIn('noor@majlis.example', '192.0.2.7')
  await limits.signedIn('noor@majlis.example', '192.0.2.7')
  const strangers = (n: number) => limits.signIn('noor@majlis.example', `203.0.113.${n}`)
  expect(await passed(150, strangers)).toBe(99)
  expect(await limits.signIn('noor@majlis.example', '192.0.2.7')).toBe(true)
  expect(await limits.signIn('layla@majlis.example', '203.0.113.1')).toBe(true)
})

test('signing in forgets the slips before it', async () => {
  const limits = await limitsOfTest()
  await passed(9, () => limits.signIn('noor@majlis.example', '192.0.2.7'))
  await limits.signedIn('noor@majlis.example', '192.0.2.7')
  expect(await passed(15, () => limits.signIn('noor@majlis.example', '192.0.2.7'))).toBe(10)
})

test('nobody floods a mailbox with links', async () => {
  const limits = await limitsOfTest()
  expect(await passed(9, () => limits.passwordReset('noor@majlis.example', '192.0.2.7'))).toBe(3)
  const elsewhere = (n: number) => limits.passwordReset('noor@majlis.example', `203.0.113.${n}`)
  expect(await passed(20, elsewhere)).toBe(7)
})

test('who asks for link after link that does not exist is a guesser', async () => {
  const limits = await limitsOfTest()
  for (let n = 0; n < 60; n++) await limits.wrongLink('192.0.2.7')
  expect(await limits.isGuessing('192.0.2.7')).toBe(false)
  await limits.wrongLink('192.0.2.7')
  expect(await limits.isGuessing('192.0.2.7')).toBe(true)
  expect(await limits.isGuessing('192.0.2.8')).toBe(false)
})

test('a hundred thousand keys do not fill the memory', { timeout: 60_000 }, async () => {
  const limits = await openLimits('file:unused')
  for (let n = 0; n < 100_000; n++) await limits.answer(`invitation ${n}`)
  // The first key has made room, the last one still counts.
  expect(await passed(70, () => limits.answer('invitation 99999'))).toBe(59)
  expect(await passed(70, () => limits.answer('invitation 0'))).toBe(60)
})
