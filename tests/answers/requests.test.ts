import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { renewAttendeeLink, reportWrongRecipient } from '#app/answers/link.server.ts'
import { countOpenRequests, readOpenRequests } from '#app/answers/open-requests.server.ts'
import type { NamedPerson } from '#app/answers/rules.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer, submitOnBehalf } from '#app/answers/submit.server.ts'
import { submitDecision } from '#app/answers/submit-people.server.ts'
import { changeTerms } from '#app/answers/terms.server.ts'
import { attendeeToken } from '#app/invitations/token.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, anAnswer, anInstitution, site } from '#tests/support/guests.ts'

/** A ministry with one seat that has named three. */
async function aCrowdedMinistry() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event, { seats: 1, alternates: 0 })
  const names = ['Salwa Karim', 'Omar Hassan', 'Rana Aziz'].map((name, n) =>
    aDelegate(name, { email: `delegate${n}@ministry.example` }),
  ) as [NamedPerson, NamedPerson, NamedPerson]
  const given = anAnswer(event.meeting.id, 'accepted', { names })
  await submitAnswer(database, ministry.scope, { given, site, now })
  const decide = ({ spareId }: NamedPerson, decision: 'seat' | 'alternate' | 'refuse', scope = event.scope) =>
    submitDecision(database, scope, {
      ...{
        invitationId: ministry.id,
        attendeeId: spareId,
        decision,
        note: '',
        beyondCapacity: false,
        site,
        now,
      },
    })
  const seats = async () => {
    const [row] = await database.read.select().from(invitations)
    const people = await database.read.select().from(attendees).orderBy(attendees.rank)
    return [row?.seats, row?.alternates, ...people.map(({ seat }) => seat)]
  }
  return { database, event, ministry, names, decide, seats }
}

test('the organiser gives one more seat, takes as alternate or refuses; each is told, and the list empties', async () => {
  const { database, event, names, decide, seats } = await aCrowdedMinistry()
  const [, omar, rana] = names
  expect((await readOpenRequests(database.read, event.scope)).map(({ id }) => id)).toEqual([
    omar.spareId,
    rana.spareId,
  ])
  const elsewhere = await anEvent(database, { officeId: (await anOffice(database)).id })
  expect(await decide(omar, 'seat', elsewhere.scope)).toEqual({ ok: false, reason: 'notFound' })
  expect(await countOpenRequests(database.read, elsewhere.scope)).toBe(0)

  const twice = await Promise.all([decide(omar, 'seat'), decide(omar, 'seat')])
  expect(twice.map((one) => one.ok && one.isRepeated).sort()).toEqual([false, true])
  expect(await seats()).toEqual([2, 0, 'delegate', 'delegate', 'requested'])
  await decide(rana, 'alternate')
  expect(await seats()).toEqual([2, 1, 'delegate', 'delegate', 'alternate'])
  expect(await countOpenRequests(database.read, event.scope)).toBe(0)
  const mails = await database.read.select().from(messages)
  expect(
    mails.map(({ to, subject, calendarMethod }) => [to.address, subject.split(':')[0], calendarMethod]),
  ).toEqual([
    ['delegate0@ministry.example', 'You are coming', 'REQUEST'],
    ['office@ministry.example', 'Your answer', null],
    ['delegate1@ministry.example', 'You are coming', 'REQUEST'],
    ['office@ministry.example', 'One more seat', null],
    ['office@ministry.example', 'As an alternate', null],
  ])
})

test('refused, a name stays on the page without seat or link, and is not there for another decision', async () => {
  const { database, names, decide, seats } = await aCrowdedMinistry()
  await decide(names[1], 'refuse')
  expect(await seats()).toEqual([1, 0, 'delegate', 'refused', 'requested'])
  expect(await decide(names[1], 'seat')).toEqual({ ok: false, reason: 'alreadyDecided' })
  expect(await decide(names[0], 'refuse')).toEqual({ ok: false, reason: 'alreadyDecided' })
  const rows = await database.read
    .select()
    .from(attendances)
    .where(eq(attendances.attendeeId, names[1].spareId))
  expect(rows.map(({ status }) => status)).toEqual(['cancelled'])
})

test('the desk changes the terms, but not below those who hold a place', async () => {
  const { database, event, ministry, names, decide, seats } = await aCrowdedMinistry()
  await decide(names[1], 'seat')
  const change = (terms: { seats: number; alternates: number }) =>
    database.write((tx) =>
      changeTerms(tx, event.scope, { invitationId: ministry.id, terms: { policy: 'open', ...terms }, now }),
    )
  expect(await change({ seats: 1, alternates: 0 })).toEqual({ ok: false, reason: 'fewerThanNamed' })
  expect(await change({ seats: 3, alternates: 1 })).toEqual({ ok: true })
  expect((await seats()).slice(0, 2)).toEqual([3, 1])
  // The request waits until its institution answers again, or the desk decides.
  await submitAnswer(database, ministry.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  expect(await seats()).toEqual([3, 1, 'delegate', 'delegate', 'delegate'])
})

test('a delegate’s word by telephone counts as theirs; a link that went astray is replaced', async () => {
  const { database, event, ministry, names } = await aCrowdedMinistry()
  const attendeeId = names[0].spareId
  const byPhone = {
    ...{
      invitationId: ministry.id,
      attendeeId,
      via: 'phone' as const,
      note: 'She called',
      beyondCapacity: false,
    },
    ...{ given: anAnswer(event.meeting.id, 'declined'), site, now },
  }
  expect((await submitOnBehalf(database, event.scope, byPhone)).ok).toBe(true)
  expect(await submitOnBehalf(database, event.scope, { ...byPhone, attendeeId: names[1].spareId })).toEqual({
    ok: false,
    reason: 'notFound',
  })
  const [row] = await database.read.select().from(attendances).where(eq(attendances.attendeeId, attendeeId))
  expect(row).toMatchObject({ status: 'declined', answeredVia: 'phone', isOwnWord: true })

  const open = (version: number) =>
    findInvitationByToken(database.read, attendeeToken(site.secret, attendeeId, version))
  const scope = (await open(1)) as GuestScope
  await database.write((tx) => reportWrongRecipient(tx, scope, { note: 'Not me', now }))
  expect(await countOpenRequests(database.read, event.scope)).toBe(3)
  const renew = { invitationId: ministry.id, attendeeId, secret: site.secret, now }
  await database.write((tx) => renewAttendeeLink(tx, event.scope, renew))
  expect([await open(1), (await open(2))?.attendeeId]).toEqual([null, attendeeId])
  expect(await countOpenRequests(database.read, event.scope)).toBe(2)
})
