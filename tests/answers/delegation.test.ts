import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { NamedPerson, Reply } from '#app/answers/rules.ts'
import type { GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { answers, attendances, attendees, invitationParts } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'

function send(
  database: Database,
  scope: GuestScope,
  event: { meeting: { id: string } },
  names: NamedPerson[],
  reply: Reply = 'accepted',
) {
  const replies = [{ partId: event.meeting.id, reply, reason: reply === 'declined' ? 'Budget' : '' }]
  const given = { requestId: newId(), replies, names, language: 'en' as const }
  return submitAnswer(database, scope, { given, site, now })
}

async function standing(database: Database) {
  const rows = await database.read
    .select({ names: attendees.names, seat: attendees.seat, status: attendances.status })
    .from(attendees)
    .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
    .orderBy(attendees.rank, attendees.id)
  return rows.map(({ names, seat, status }) => [names.latin?.full ?? names.arabic?.full, seat, status])
}

test('an institution names delegates and an alternate; each delegate has a seat and hears of it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const names = [
    aDelegate('Salwa Karim', { email: 'salwa@ministry.example' }),
    aDelegate('عمر حسن'),
    aDelegate('Rana Aziz', { seat: 'alternate', email: 'rana@ministry.example' }),
  ]
  expect((await send(database, ministry.scope, event, names)).ok).toBe(true)
  expect(await standing(database)).toEqual([
    ['Salwa Karim', 'delegate', 'accepted'],
    ['عمر حسن', 'delegate', 'accepted'],
    ['Rana Aziz', 'alternate', 'proposed'],
  ])
  const [salwa] = await database.read.select().from(attendees).where(eq(attendees.rank, 0))
  expect(salwa).toMatchObject({
    source: 'delegation',
    names: { latin: { full: 'Salwa Karim' } },
    position: { en: 'Adviser' },
    organisationName: { en: 'Ministry of Migration' },
    invitationId: ministry.id,
  })
  const mails = await database.read.select().from(messages)
  expect(mails.map(({ to, calendarMethod }) => [to.address, calendarMethod]).sort()).toEqual([
    ['office@ministry.example', null],
    ['salwa@ministry.example', 'REQUEST'],
  ])
  // A delegate's mail must not open the whole delegation to everybody it is forwarded to.
  expect(mails.filter(({ text }) => text.includes(ministry.token)).map(({ to }) => to.address)).toEqual([
    'office@ministry.example',
  ])
})

test('more names than seats are refused, and so are more alternates', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const delegates = ['A', 'B', 'C'].map((name) => aDelegate(name))
  const alternates = ['D', 'E'].map((name) => aDelegate(name, { seat: 'alternate' }))
  const refused = { ok: false, reason: 'tooManyNames' }
  expect(await send(database, ministry.scope, event, delegates)).toEqual(refused)
  expect(await send(database, ministry.scope, event, alternates)).toEqual(refused)
  expect(await database.read.$count(attendees)).toBe(0)
})

test('a name taken off frees its seat for whoever waits; a new name in its place keeps it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 2 })
  const ministry = await anInstitution(database, event)
  const [salwa, omar] = [
    aDelegate('Salwa Karim', { email: 'salwa@ministry.example' }),
    aDelegate('Omar Hassan'),
  ] as const
  await send(database, ministry.scope, event, [salwa, omar])
  const guest = await aGuest(database, event, { name: 'Ali' })
  const given = anAnswer(event.meeting.id, 'accepted')
  await submitAnswer(database, guest.scope, { given, site, now })

  const rana = { ...salwa, name: 'Rana Aziz', email: 'rana@ministry.example' }
  await send(database, ministry.scope, event, [rana, omar])
  expect(await standing(database)).toEqual([
    ['Rana Aziz', 'delegate', 'accepted'],
    ['Ali', 'delegate', 'waitlisted'],
    ['Omar Hassan', 'delegate', 'accepted'],
  ])
  const mails = await database.read.select().from(messages).where(eq(messages.attendeeId, salwa.id))
  expect(mails.map(({ to, calendarMethod }) => [to.address, calendarMethod])).toEqual([
    ['salwa@ministry.example', 'REQUEST'],
    ['rana@ministry.example', 'REQUEST'],
    ['salwa@ministry.example', 'CANCEL'],
  ])

  await send(database, ministry.scope, event, [rana])
  expect(await standing(database)).toEqual([
    ['Rana Aziz', 'delegate', 'accepted'],
    ['Ali', 'delegate', 'accepted'],
    ['Omar Hassan', 'delegate', 'cancelled'],
  ])
})

test('an institution may answer before it names anybody, and decline with a reason', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  await send(database, ministry.scope, event, [])
  const own = async () =>
    (await database.read.select().from(invitationParts)).map(({ status, reason }) => [status, reason])
  expect(await own()).toEqual([['accepted', '']])
  await send(database, ministry.scope, event, [aDelegate('Salwa Karim')])
  await send(database, ministry.scope, event, [], 'declined')
  expect(await own()).toEqual([['declined', 'Budget']])
  expect(await standing(database)).toEqual([['Salwa Karim', 'delegate', 'cancelled']])
  const history = await database.read.select().from(answers).orderBy(answers.id)
  expect(history.map(({ attendeeId, status }) => [attendeeId ? 'delegate' : 'own', status])).toEqual([
    ['own', 'accepted'],
    ['own', 'accepted'],
    ['delegate', 'accepted'],
    ['own', 'declined'],
    ['delegate', 'cancelled'],
  ])
})

test('delegates beyond the capacity wait', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 1 })
  const ministry = await anInstitution(database, event)
  await send(database, ministry.scope, event, [aDelegate('Salwa Karim'), aDelegate('Omar Hassan')])
  expect(await standing(database)).toEqual([
    ['Salwa Karim', 'delegate', 'accepted'],
    ['Omar Hassan', 'delegate', 'waitlisted'],
  ])
})
