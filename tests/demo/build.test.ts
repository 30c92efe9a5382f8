import { rmSync } from 'node:fs'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passwordFits } from '#app/accounts/password.server.ts'
import { agendaOfEvent } from '#app/agenda/read.server.ts'
import { checked, warningsOf } from '#app/agenda/warnings.ts'
import { readExpected } from '#app/answers/expected.server.ts'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import type { Database } from '#db/client.server.ts'
import { guestUrl, institutionUrl, waysIn } from '#db/demo/ways-in.server.ts'
import * as schema from '#db/schema/index.server.ts'
import { now } from '../support/builders.ts'
import { openTestDatabase, testDatabase } from '../support/database.ts'
import { aDemo, demoPassword, demoSite } from '../support/demo.ts'
import { newFolder } from '../support/folder.ts'

// Built once: who only looks at it leaves it as it is.
let database: Awaited<ReturnType<typeof openTestDatabase>>
const folder = newFolder()
beforeAll(async () => {
  database = await openTestDatabase()
  await aDemo(database, { folder })
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('the model event is a demo, public, lies ahead, and shows the figures of the news release', async () => {
  const { read } = database
  const offices = await read.select({ isDemo: schema.offices.isDemo }).from(schema.offices)
  expect(offices).toEqual([{ isDemo: true }])
  const event = await findPublicEvent(read, 'improving-lives')
  expect(event?.languages).toEqual(['en', 'fr', 'ar', 'ckb'])
  const parts = await read.select().from(schema.parts).orderBy(asc(schema.parts.position))
  expect(parts.map(({ kind, audience, capacity }) => ({ kind, audience, capacity }))).toEqual([
    { kind: 'meeting', audience: 'invited', capacity: 60 },
    { kind: 'exhibition', audience: 'open', capacity: null },
    { kind: 'visit', audience: 'invited', capacity: 10 },
  ])
  expect(parts.every(({ startsAt, answerBy }) => startsAt > now && (!answerBy || answerBy > now))).toBe(true)
  const items = await agendaOfEvent(read, event?.id ?? '')
  expect(items).toHaveLength(9)
  const { expected, absent } = await readExpected(read, event?.id ?? '')
  const warnings = warningsOf(
    items.map((item) => checked(item, event?.languages ?? [], absent)),
    expected,
  )
  // One speaker has said no, so that the desk shows what that looks like.
  expect(warnings.map(({ kind, item }) => [kind, item.title.en])).toEqual([['personDeclined', 'Opening']])

  const exhibits = await read.select().from(schema.exhibits)
  expect(exhibits.filter(({ state }) => state === 'published').length).toBeGreaterThanOrEqual(10)
  expect(kindsOf(exhibits.map(({ state }) => state))).toEqual(['draft', 'published', 'submitted'])
  expect(await read.$count(schema.exhibitPictures)).toBeGreaterThanOrEqual(10)
  const released = await read
    .select({ value: schema.figures.value, qualifier: schema.figures.qualifier })
    .from(schema.figures)
    .where(eq(schema.figures.asOf, '2015'))
    .orderBy(asc(schema.figures.value))
  expect(released).toEqual([
    { value: 2200, qualifier: 'more_than' },
    { value: 40_000, qualifier: 'more_than' },
    { value: 3_100_000, qualifier: 'more_than' },
  ])
  const results = await read
    .select({ value: schema.indicatorResults.value, qualifier: schema.indicatorResults.qualifier })
    .from(schema.indicatorResults)
    .orderBy(asc(schema.indicatorResults.value))
  expect(results.at(-1)).toEqual({ value: 140_000, qualifier: 'nearly' })
})

test('guests have said everything there is to say, by every way there is', async () => {
  const { read } = database
  const invitations = await read.select().from(schema.invitations)
  expect(invitations.filter(({ personId }) => personId).length).toBeGreaterThanOrEqual(40)
  expect(invitations.filter(({ organisationId }) => organisationId)).toHaveLength(3)
  expect(kindsOf(invitations.map(({ state }) => state))).toEqual(['draft', 'revoked', 'sent'])
  expect(kindsOf(invitations.map(({ language }) => language))).toEqual(['ar', 'ckb', 'en', 'fr'])
  expect(invitations.filter(({ wrongRecipientAt }) => wrongRecipientAt)).toHaveLength(1)
  expect(invitations.filter(({ message }) => message).length).toBeGreaterThanOrEqual(5)

  const attendances = await read.select().from(schema.attendances)
  expect(kindsOf(attendances.map(({ status }) => status))).toEqual([
    ...['accepted', 'cancelled', 'declined', 'invited', 'offered', 'proposed', 'tentative', 'waitlisted'],
  ])
  expect(attendances.filter(({ reason }) => reason).length).toBeGreaterThanOrEqual(4)
  const answers = await read.select().from(schema.answers)
  expect(kindsOf(answers.map(({ via }) => via))).toEqual(['in_person', 'letter', 'link', 'mail', 'phone'])
  const attendees = await read.select().from(schema.attendees)
  expect(kindsOf(attendees.flatMap(({ needs }) => Object.keys(needs)))).toEqual([
    ...['access', 'diet', 'listenLanguage'],
  ])
  const places = attendees.filter(({ source }) => source === 'delegation').map(({ seat }) => seat)
  expect(places.sort()).toEqual(['alternate', 'delegate', 'delegate', 'requested'])
  const substitutes = attendees.filter(({ source }) => source === 'substitute')
  expect(substitutes.map(({ seat }) => seat)).toEqual(['requested'])

  const messages = await read.select().from(schema.messages)
  expect(kindsOf(messages.map(({ state }) => state))).toEqual([...['failed', 'queued', 'sent', 'unknown']])
  expect(kindsOf(messages.map(({ kind }) => kind))).toEqual([
    ...['confirmation', 'invitation', 'notice', 'save_the_date', 'welcome'],
  ])
})

test('nobody of the demo has an address that could exist, and nothing lies in the future', async () => {
  const addresses = await allAddresses(database)
  expect(addresses.length).toBeGreaterThan(200)
  expect(addresses.filter((address) => !/^[a-z.-]+@[a-z-]+\.example$/.test(address))).toEqual([])
  const { read } = database
  const entries = await read.select({ at: schema.auditEntries.at }).from(schema.auditEntries)
  const messages = await read.select().from(schema.messages)
  const settled = messages.flatMap(({ settledAt }) => settledAt ?? [])
  expect([...entries.map(({ at }) => at), ...settled].filter((at) => at > now)).toEqual([])
  expect(messages.filter(({ createdAt, settledAt }) => settledAt && settledAt < createdAt)).toEqual([])
})

test('built again on another day, the same has happened to the same people', async () => {
  const [first, second] = [database, await testDatabase()]
  await aDemo(second, { now: new Date('2027-03-03T18:20:00Z') })
  expect(await whoIsComing(second)).toEqual(await whoIsComing(first))
  const [one] = await first.read.select({ id: schema.events.id }).from(schema.events)
  const [other] = await second.read.select({ id: schema.events.id }).from(schema.events)
  expect(other?.id).not.toBe(one?.id)
})

test('the ways in lead in', async () => {
  const { appUrl: url, secret } = demoSite
  const guest = await guestUrl(database.read, { appUrl: url, secret })
  const institution = await institutionUrl(database.read, { appUrl: url, secret })
  const eventUrl = `${url}/en/improving-lives`
  const ways = { url, eventUrl, guestUrl: guest, institutionUrl: institution, password: demoPassword }
  expect(waysIn(ways)).toEqual([
    'visitor http://localhost:3000/en/improving-lives',
    `organiser http://localhost:3000/sign-in organiser@majlis.example ${demoPassword}`,
    `guest ${guest}`,
    `institution ${institution}`,
    'ready',
  ])
  const ministry = await findInvitationByToken(database.read, institution?.split('/o/').at(-1))
  expect(ministry?.isOrganisation).toBe(true)
  const scope = await findInvitationByToken(database.read, guest?.split('/').at(-1))
  const [invitation] = await database.read
    .select()
    .from(schema.invitations)
    .where(eq(schema.invitations.id, scope?.invitationId ?? ''))
  expect(invitation).toMatchObject({ state: 'sent', answeredAt: null, language: 'en' })
  const users = await database.read
    .select()
    .from(schema.users)
    .where(eq(schema.users.email, 'organiser@majlis.example'))
  expect(await passwordFits(database.read, users[0]?.id ?? '', demoPassword)).toBe(true)
})

function kindsOf(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

async function allAddresses({ read }: Database): Promise<string[]> {
  const messages = await read
    .select({ to: schema.messages.to, from: schema.messages.from })
    .from(schema.messages)
  const found = [
    ...(await read.select({ email: schema.users.email }).from(schema.users)),
    ...(await read.select({ email: schema.offices.senderAddress }).from(schema.offices)),
    ...(await read.select({ email: schema.organisations.email }).from(schema.organisations)),
    ...(await read.select({ email: schema.personEmails.address }).from(schema.personEmails)),
    ...(await read.select({ email: schema.attendees.email }).from(schema.attendees)),
    ...(await read.select({ contact: schema.events.contact }).from(schema.events)).map(
      ({ contact }) => contact,
    ),
    ...(await read.select({ content: schema.exhibitDrafts.content }).from(schema.exhibitDrafts)).map(
      ({ content }) => content.contact,
    ),
    ...messages.flatMap(({ to, from }) => [{ email: to.address }, { email: from.address }]),
  ]
  return found.flatMap(({ email }) => email ?? [])
}

/** Part, name and status of everybody, in an order of its own. */
async function whoIsComing({ read }: Database): Promise<string[]> {
  const rows = await read
    .select({ part: schema.parts.kind, names: schema.attendees.names, status: schema.attendances.status })
    .from(schema.attendances)
    .innerJoin(schema.attendees, eq(schema.attendees.id, schema.attendances.attendeeId))
    .innerJoin(schema.parts, eq(schema.parts.id, schema.attendances.partId))
  return rows
    .map(({ part, names, status }) => `${part} ${names.latin?.full ?? names.arabic?.full} ${status}`)
    .sort()
}
