import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { NamedPerson, Reply } from '#app/answers/rules.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { attendeeToken } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import {
  answers,
  attendances,
  attendees,
  invitationParts,
  invitations,
} from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, rowFor, site } from '#tests/support/guests.ts'

type Event = { meeting: { id: string } }

function send(
  database: Database,
  scope: GuestScope,
  event: Event,
  names: NamedPerson[],
  reply: Reply = 'accepted',
) {
  const replies = [{ partId: event.meeting.id, reply, reason: reply === 'declined' ? 'Budget' : '' }]
  const given = { requestId: newId(), replies, names, language: 'en' as const }
  return submitAnswer(database, scope, { given, site, now })
}

async function ownScope(database: Database, { spareId }: NamedPerson, version = 1): Promise<GuestScope> {
  const token = attendeeToken(site.secret, spareId, version)
  return (await findInvitationByToken(database.read, token)) as GuestScope
}

async function standing(database: Database) {
  const rows = await database.read
    .select({ names: attendees.names, seat: attendees.seat, status: attendances.status })
    .from(attendees)
    .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
    .orderBy(attendees.source, attendees.rank, attendees.id)
  // Who is off the list keeps a place of no meaning.
  const isOff = ({ seat }: { seat: string }) => Number(seat === 'removed')
  return rows
    .toSorted((a, b) => isOff(a) - isOff(b))
    .map(({ names, seat, status }) => [names.latin?.full ?? names.arabic?.full, seat, status])
}

test('an institution names delegates and an alternate; each delegate has a seat and an own link', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const names = [
    aDelegate('Salwa Karim', { email: 'salwa@ministry.example', honorific: 'Dr.', language: 'ar' }),
    aDelegate('عمر حسن', { isHead: true }),
    aDelegate('Rana Aziz', { seat: 'alternate', email: 'rana@ministry.example' }),
  ]
  expect((await send(database, ministry.scope, event, names)).ok).toBe(true)
  expect(await standing(database)).toEqual([
    ['Salwa Karim', 'delegate', 'accepted'],
    ['عمر حسن', 'delegate', 'accepted'],
    ['Rana Aziz', 'alternate', 'proposed'],
  ])
  const people = await database.read.select().from(attendees).orderBy(attendees.rank)
  expect(people[0]).toMatchObject({
    source: 'delegation',
    names: { latin: { full: 'Salwa Karim' } },
    ...{ honorific: { en: 'Dr.' }, position: { en: 'Adviser' }, language: 'ar' },
    organisationName: { en: 'Ministry of Migration' },
    invitationId: ministry.id,
  })
  expect(people.map(({ isHead }) => isHead)).toEqual([false, true, false])
  const mails = await database.read.select().from(messages)
  expect(
    mails.map(({ to, calendarMethod, language }) => [to.address, calendarMethod, language]).sort(),
  ).toEqual([
    ['office@ministry.example', null, 'en'],
    ['salwa@ministry.example', 'REQUEST', 'ar'],
  ])
  // A delegate's mail must not open the whole delegation to everybody it is forwarded to.
  const linkOf = (address: string) =>
    /\/([or])\/([\w-]{22})/.exec(mails.find(({ to }) => to.address === address)?.text ?? '')
  expect(linkOf('office@ministry.example')?.slice(1)).toEqual(['o', ministry.token])
  expect(linkOf('salwa@ministry.example')?.slice(1)).toEqual([
    'r',
    attendeeToken(site.secret, names[0]?.spareId ?? '', 1),
  ])
})

test('names beyond the seats become requests; a seat that is freed goes to the first of them', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event, { seats: 1, alternates: 1 })
  const [salwa, omar, rana, said] = [
    aDelegate('Salwa Karim'),
    aDelegate('Omar Hassan'),
    aDelegate('Rana Aziz', { seat: 'alternate' }),
    aDelegate('Said Amin', { seat: 'alternate' }),
  ] as const
  await send(database, ministry.scope, event, [salwa, omar, rana, said])
  expect(await standing(database)).toEqual([
    ['Salwa Karim', 'delegate', 'accepted'],
    ['Omar Hassan', 'requested', 'proposed'],
    ['Rana Aziz', 'alternate', 'proposed'],
    ['Said Amin', 'requested', 'proposed'],
  ])
  // An alternate cannot move up while nobody has left.
  const promoted = rowFor(rana, { seat: 'delegate' })
  expect(await send(database, ministry.scope, event, [promoted])).toEqual({
    ok: false,
    reason: 'tooManyNames',
  })
  await send(database, ministry.scope, event, [rowFor(salwa, { isRemoved: true })])
  expect(await standing(database)).toEqual([
    ['Omar Hassan', 'delegate', 'accepted'],
    ['Rana Aziz', 'alternate', 'proposed'],
    ['Said Amin', 'requested', 'proposed'],
    ['Salwa Karim', 'removed', 'cancelled'],
  ])
})

test('a seat passes on within the delegation though others wait; given up for good it goes to them', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 2 })
  const ministry = await anInstitution(database, event)
  const salwa = aDelegate('Salwa Karim', { email: 'salwa@ministry.example' })
  const omar = aDelegate('Omar Hassan')
  await send(database, ministry.scope, event, [salwa, omar])
  const guest = await aGuest(database, event, { name: 'Ali' })
  await submitAnswer(database, guest.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })

  // Another person in her row is another person: new link, own calendar entry.
  const rana = rowFor(salwa, { latin: 'Rana Aziz', email: 'rana@ministry.example' })
  await send(database, ministry.scope, event, [rana])
  expect(await standing(database)).toEqual([
    ['Rana Aziz', 'delegate', 'accepted'],
    ['Omar Hassan', 'delegate', 'accepted'],
    ['Ali', 'delegate', 'waitlisted'],
    ['Salwa Karim', 'removed', 'cancelled'],
  ])
  expect(await ownScope(database, salwa)).toBe(null)
  const mails = await database.read.select().from(messages)
  expect(
    mails
      .filter(({ to }) => /salwa|rana/.test(to.address))
      .map(({ to, calendarMethod }) => [to.address, calendarMethod]),
  ).toEqual([
    ['salwa@ministry.example', 'REQUEST'],
    ['rana@ministry.example', 'REQUEST'],
    ['salwa@ministry.example', 'CANCEL'],
  ])
  await send(database, ministry.scope, event, [rowFor(omar, { isRemoved: true })])
  expect((await standing(database)).find(([name]) => name === 'Ali')).toEqual(['Ali', 'delegate', 'accepted'])
})

test('the same person at a new address is written to there, and the old link is dead', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const salwa = aDelegate('Salwa Karim', { email: 'salwa@ministry.example' })
  await send(database, ministry.scope, event, [salwa])
  await send(database, ministry.scope, event, [
    rowFor(salwa, { latin: 'Salwa Kareem', email: 's.kareem@gov.example' }),
  ])
  expect(await ownScope(database, salwa)).toBe(null)
  expect((await ownScope(database, salwa, 2)).attendeeId).toBe(salwa.spareId)
  const mails = await database.read.select().from(messages).where(eq(messages.attendeeId, salwa.spareId))
  expect(mails.map(({ to, calendarMethod }) => [to.address, calendarMethod])).toEqual([
    ['salwa@ministry.example', 'REQUEST'],
    ['s.kareem@gov.example', 'REQUEST'],
    ['salwa@ministry.example', 'CANCEL'],
  ])
})

test('a delegate who becomes an alternate is told by CANCEL, and by REQUEST once they come again', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event, { seats: 1 })
  const salwa = aDelegate('Salwa Karim', { email: 'salwa@ministry.example' })
  const rana = aDelegate('Rana Aziz', { email: 'rana@ministry.example', seat: 'alternate' })
  const swapped = [rowFor(salwa, { seat: 'alternate' }), rowFor(rana, { seat: 'delegate' })]
  const back = swapped.map((row) => ({
    ...rowFor({ ...row, spareId: row.id }),
    seat: row.seat === 'delegate' ? ('alternate' as const) : ('delegate' as const),
  }))
  for (const names of [[salwa, rana], swapped, back])
    expect((await send(database, ministry.scope, event, names)).ok).toBe(true)
  const mails = await database.read.select().from(messages).orderBy(messages.createdAt, messages.id)
  const told = (address: string) =>
    mails
      .filter(({ to }) => to.address === address)
      .map(({ calendar }) =>
        ['METHOD', 'SEQUENCE', 'STATUS'].map(
          (name) => new RegExp(`^${name}:(\\S+)`, 'm').exec(calendar ?? '')?.[1],
        ),
      )
  expect(told('salwa@ministry.example')).toEqual([
    ['REQUEST', '0', 'CONFIRMED'],
    ['CANCEL', '1', 'CANCELLED'],
    ['REQUEST', '2', 'CONFIRMED'],
  ])
  expect(told('rana@ministry.example')).toEqual([
    ['REQUEST', '0', 'CONFIRMED'],
    ['CANCEL', '1', 'CANCELLED'],
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
  // It comes after all, and so do those it had named.
  await send(database, ministry.scope, event, [])
  expect(await standing(database)).toEqual([['Salwa Karim', 'delegate', 'accepted']])
})

test('a delegate answers by their own link; the institution hears it, and its next answer leaves their word', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event, { seats: 1 })
  const [salwa, rana] = [aDelegate('Salwa Karim'), aDelegate('Rana Aziz', { seat: 'alternate' })] as const
  await send(database, ministry.scope, event, [salwa, rana])
  const scope = await ownScope(database, salwa)
  const needs = { diet: 'No nuts' }
  const say = (reply: Reply, by = scope) =>
    submitAnswer(database, by, { given: anAnswer(event.meeting.id, reply, { needs }), site, now })
  await say('declined')
  await send(database, ministry.scope, event, [])
  expect(await standing(database)).toEqual([
    ['Salwa Karim', 'delegate', 'declined'],
    ['Rana Aziz', 'alternate', 'proposed'],
  ])
  const told = await database.read.select().from(messages).where(eq(messages.kind, 'confirmation'))
  expect(told.map(({ subject }) => subject)).toContain('Does not come: Salwa Karim')
  // The alternate moves up; the delegate who had given up the seat finds it taken.
  await send(database, ministry.scope, event, [rowFor(rana, { seat: 'delegate', place: 1 })])
  expect(await say('accepted')).toEqual({ ok: false, reason: 'noSeatLeft' })
  expect(await standing(database)).toEqual([
    ['Rana Aziz', 'delegate', 'accepted'],
    ['Salwa Karim', 'delegate', 'declined'],
  ])
  const [person] = await database.read.select().from(attendees).where(eq(attendees.id, salwa.spareId))
  expect(person?.needs).toEqual(needs)
  const [row] = await database.read.select().from(invitations)
  expect(row?.message).toBe('')
})

test('two who edit at once do not undo each other’s work, and the same form sent twice names nobody twice', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event, { seats: 3 })
  const [salwa, omar] = [aDelegate('Salwa Karim'), aDelegate('Omar Hassan')] as const
  await send(database, ministry.scope, event, [salwa, omar])
  await send(database, ministry.scope, event, [rowFor(salwa, { phone: '+964 750 1' })])
  // The other had opened the page before that: their own change is kept beside it, an untouched row says nothing.
  await send(database, ministry.scope, event, [rowFor(salwa, { position: 'Director' }), rowFor(omar)])
  const [person] = await database.read.select().from(attendees).where(eq(attendees.id, salwa.spareId))
  expect([person?.phone, person?.position]).toEqual(['+964 750 1', { en: 'Director' }])
  const clash = await send(database, ministry.scope, event, [rowFor(salwa, { phone: '+964 770 2' })])
  expect(clash).toEqual({
    ...{ ok: false, reason: 'changedMeanwhile' },
    clashes: [{ id: salwa.spareId, fields: ['phone'] }],
  })
  const rana = aDelegate('Rana Aziz')
  await Promise.all([
    send(database, ministry.scope, event, [rana]),
    send(database, ministry.scope, event, [rana]),
  ])
  expect(await database.read.$count(attendees)).toBe(3)
})

test('20 who hold one ministry’s link name somebody each at once: its seats are kept, nobody is lost', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 2 })
  const ministry = await anInstitution(database, event, { seats: 3, alternates: 0 })
  const names = Array.from({ length: 20 }, (_, n) => aDelegate(`Delegate ${'ABCDEFGHIJKLMNOPQRST'[n]}`))
  const sent = await Promise.all(names.map((name) => send(database, ministry.scope, event, [name])))
  expect(sent.every(({ ok }) => ok)).toBe(true)
  const rows = await standing(database)
  const count = (seat: string, status: string) =>
    rows.filter((row) => row[1] === seat && row[2] === status).length
  expect([
    count('delegate', 'accepted'),
    count('delegate', 'waitlisted'),
    count('requested', 'proposed'),
  ]).toEqual([...[2, 1, 17]])
}, 60_000)
