import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { GivenAnswer } from '#app/answers/rules.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { answerToken } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { answers, attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

function answer(database: Database, scope: GuestScope, given: GivenAnswer, at = now) {
  return submitAnswer(database, scope, { given, site, now: at })
}

async function statusOf(database: Database, attendeeId: string) {
  const [row] = await database.read.select().from(attendances).where(eq(attendances.attendeeId, attendeeId))
  return row?.status
}

test('a yes takes a seat, keeps needs and message, and is told to the guest', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const needs = { access: 'Wheelchair', listenLanguage: 'ar' as const }
  const given = anAnswer(event.meeting.id, 'accepted', { needs, message: 'Arriving at ten.' })

  expect(await answer(database, guest.scope, given)).toEqual({
    ok: true,
    isRepeated: false,
    changes: [
      {
        attendeeId: guest.attendeeId,
        partId: event.meeting.id,
        from: 'invited',
        to: 'accepted',
        movedUp: false,
      },
    ],
  })
  const [attendance] = await database.read.select().from(attendances)
  expect(attendance).toEqual({
    attendeeId: guest.attendeeId,
    partId: event.meeting.id,
    eventId: event.id,
    status: 'accepted',
    reason: '',
    answeredVia: 'link',
    answeredAt: now,
    isOwnWord: true,
    waitingSince: null,
    waitingRank: 0,
    offerUntil: null,
    restsSince: null,
  })
  const [attendee] = await database.read.select().from(attendees)
  const [invitation] = await database.read.select().from(invitations)
  expect([attendee?.needs, invitation?.message, invitation?.answeredAt]).toEqual([
    needs,
    'Arriving at ten.',
    now,
  ])
  const mails = await database.read.select().from(messages)
  expect(mails.map(({ to, kind, state, subject }) => [to.address, kind, state, subject])).toEqual([
    ['ali@guest.example', 'confirmation', 'queued', 'You are coming: CRP partner meeting'],
  ])
})

test('100 guests answering together for the last 5 seats: 5 are seated, 95 wait, nobody is lost', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 5 })
  const guests = []
  for (let n = 0; n < 100; n++) guests.push(await aGuest(database, event, { email: null }))
  const results = await Promise.all(
    guests.map(({ scope }) => answer(database, scope, anAnswer(event.meeting.id, 'accepted'))),
  )
  expect(results.every(({ ok }) => ok)).toBe(true)
  const rows = await database.read.select().from(attendances)
  const count = (status: string) => rows.filter((row) => row.status === status).length
  expect([count('accepted'), count('waitlisted')]).toEqual([5, 95])
  expect(await database.read.$count(answers)).toBe(100)
}, 60_000)

test('the same form sent twice is one answer, also when it arrives after a later one', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const yes = anAnswer(event.meeting.id, 'accepted')
  const both = await Promise.all([answer(database, guest.scope, yes), answer(database, guest.scope, yes)])
  expect(both.map((result) => result.ok && result.isRepeated).sort()).toEqual([false, true])
  await answer(database, guest.scope, anAnswer(event.meeting.id, 'declined'), later(1))
  expect(await answer(database, guest.scope, yes, later(2))).toEqual({
    ok: true,
    isRepeated: true,
    changes: [],
  })
  expect(await statusOf(database, guest.attendeeId)).toBe('declined')
  expect(await database.read.$count(answers)).toBe(2)
  expect(await database.read.$count(messages)).toBe(2)
})

test('until its deadline an answer can be changed, afterwards it stays', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const deadline = event.meeting.answerBy
  const atDeadline = await answer(database, guest.scope, anAnswer(event.meeting.id, 'tentative'), deadline)
  const after = new Date(deadline.getTime() + 1)
  const tooLate = await answer(database, guest.scope, anAnswer(event.meeting.id, 'accepted'), after)
  expect([atDeadline.ok, tooLate]).toEqual([true, { ok: false, reason: 'deadlinePassed' }])
  expect(await statusOf(database, guest.attendeeId)).toBe('tentative')
})

test('every change of mind is kept, with its reason', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const no = { partId: event.meeting.id, reply: 'declined' as const, reason: 'On mission' }
  await answer(database, guest.scope, anAnswer(event.meeting.id, 'accepted'))
  await answer(database, guest.scope, { requestId: newId(), replies: [no], language: 'en' }, later(1))
  await answer(database, guest.scope, anAnswer(event.meeting.id, 'accepted'), later(2))
  const history = await database.read.select().from(answers).orderBy(answers.at)
  expect(history.map(({ status, reason, via, enteredBy }) => [status, reason, via, enteredBy])).toEqual([
    ['accepted', '', 'link', null],
    ['declined', 'On mission', 'link', null],
    ['accepted', '', 'link', null],
  ])
  expect((await database.read.select().from(attendances))[0]?.reason).toBe('')
  const audited = await database.read.select().from(auditEntries)
  expect(audited.map(({ action, actorKind }) => [action, actorKind])).toEqual(
    history.map(() => ['invitation.answer', 'token']),
  )
})

test('a seat given up goes to the first in line, who is told', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 1 })
  const [ali, sara, omar] = [
    await aGuest(database, event, { name: 'Ali' }),
    await aGuest(database, event, { name: 'Sara', email: 'sara@guest.example' }),
    await aGuest(database, event, { name: 'Omar', email: 'omar@guest.example' }),
  ]
  await answer(database, ali.scope, anAnswer(event.meeting.id, 'accepted'))
  await answer(database, sara.scope, anAnswer(event.meeting.id, 'accepted'), later(1))
  await answer(database, omar.scope, anAnswer(event.meeting.id, 'accepted'), later(2))
  // To say yes once more does not lose one's place.
  await answer(database, sara.scope, anAnswer(event.meeting.id, 'accepted'), later(3))
  await answer(database, ali.scope, anAnswer(event.meeting.id, 'declined'), later(4))
  const stand = async () => [
    await statusOf(database, ali.attendeeId),
    await statusOf(database, sara.attendeeId),
    await statusOf(database, omar.attendeeId),
  ]
  expect(await stand()).toEqual(['declined', 'accepted', 'waitlisted'])
  await answer(database, sara.scope, anAnswer(event.meeting.id, 'tentative'), later(5))
  expect(await stand()).toEqual(['declined', 'tentative', 'accepted'])
  const mails = await database.read.select().from(messages).where(eq(messages.attendeeId, sara.attendeeId))
  expect(mails.map(({ subject, calendarMethod }) => [subject, calendarMethod])).toEqual([
    ['You are on the waiting list: CRP partner meeting', null],
    ['A seat is yours: CRP partner meeting', 'REQUEST'],
    ['Your answer: CRP partner meeting', 'REQUEST'],
  ])
})

test('20 seats given up together go to the first 20 in line, each told once', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 20 })
  const guests: Awaited<ReturnType<typeof aGuest>>[] = []
  for (let n = 0; n < 50; n++) {
    const guest = await aGuest(database, event, { email: `guest${n}@guest.example` })
    await answer(database, guest.scope, anAnswer(event.meeting.id, 'accepted'), later(n))
    guests.push(guest)
  }
  const [seated, waiting] = [guests.slice(0, 20), guests.slice(20)]
  const leave = seated.map(({ scope }) =>
    answer(database, scope, anAnswer(event.meeting.id, 'declined'), later(60)),
  )
  expect((await Promise.all(leave)).every(({ ok }) => ok)).toBe(true)
  const statuses = await Promise.all(waiting.map(({ attendeeId }) => statusOf(database, attendeeId)))
  expect(statuses).toEqual([...Array(20).fill('accepted'), ...Array(10).fill('waitlisted')])
  const told = await database.read
    .select()
    .from(messages)
    .where(eq(messages.subject, 'A seat is yours: CRP partner meeting'))
  expect(new Set(told.map(({ attendeeId }) => attendeeId)).size).toBe(20)
  expect(told).toHaveLength(20)
}, 60_000)

test('parts that were not offered are refused, open ones are not', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const guest = await aGuest(database, event)
  const foreign = await answer(database, guest.scope, anAnswer(other.meeting.id, 'accepted'))
  expect(foreign).toEqual({ ok: false, reason: 'notFound' })
  await answer(database, guest.scope, anAnswer(event.exhibition.id, 'declined'))
  expect(await database.read.$count(attendances)).toBe(1)
  await answer(database, guest.scope, anAnswer(event.exhibition.id, 'accepted'))
  await answer(database, guest.scope, anAnswer(event.exhibition.id, 'declined'))
  expect(
    (await database.read.select().from(attendances)).map(({ partId, status }) => [partId, status]),
  ).toContainEqual([event.exhibition.id, 'declined'])
  // An open part needs no calendar entry.
  expect((await database.read.select().from(messages)).map(({ calendar }) => calendar)).toEqual([null, null])
})

test('links of withdrawn invitations, of drafts and of nobody lead nowhere; a cancelled event says so', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const draft = await anEvent(database, { state: 'draft' })
  const [guest, revoked, early] = [
    await aGuest(database, event),
    await aGuest(database, event, { state: 'revoked' }),
    await aGuest(database, draft),
  ]
  const tokens = [
    guest.token,
    revoked.token,
    early.token,
    answerToken(site.secret, guest.id, 2),
    '',
    undefined,
  ]
  const found = await Promise.all(tokens.map((token) => findInvitationByToken(database.read, token)))
  expect(found.map((scope) => scope?.invitationId ?? null)).toEqual([guest.id, null, null, null, null, null])

  await database.write((tx) => tx.update(events).set({ state: 'cancelled' }).where(eq(events.id, event.id)))
  expect(await findInvitationByToken(database.read, guest.token)).not.toBe(null)
  expect(await answer(database, guest.scope, anAnswer(event.meeting.id, 'accepted'))).toEqual({
    ok: false,
    reason: 'eventCancelled',
  })
})

test('a part without a deadline takes answers until it begins', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await database.write((tx) => tx.update(parts).set({ answerBy: null }).where(eq(parts.id, event.meeting.id)))
  const guest = await aGuest(database, event)
  const start = event.meeting.startsAt
  expect((await answer(database, guest.scope, anAnswer(event.meeting.id, 'accepted'), start)).ok).toBe(true)
  const late = new Date(start.getTime() + 1)
  expect((await answer(database, guest.scope, anAnswer(event.meeting.id, 'declined'), late)).ok).toBe(false)
})
