import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { DeskAnswer } from '#app/answers/behalf.server.ts'
import { renewLink, reportWrongRecipient } from '#app/answers/link.server.ts'
import { findInvitationByToken } from '#app/answers/scope.server.ts'
import { submitAnswer, submitOnBehalf, submitWithdrawal } from '#app/answers/submit.server.ts'
import { submitFreeSeats } from '#app/answers/submit-waiting.server.ts'
import { cancelEvent } from '#app/events/publish.server.ts'
import { answerToken } from '#app/invitations/token.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { answers, attendances, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'
import { aMessage } from '#tests/support/mail.ts'

function byPhone(invitationId: string, partId: string, given: Partial<DeskAnswer> = {}) {
  return {
    invitationId,
    given: anAnswer(partId, 'accepted'),
    via: 'phone' as const,
    note: 'His assistant called',
    beyondCapacity: false,
    now,
    site,
    ...given,
  }
}

test('the desk enters an answer with its channel and note, also after the deadline', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const after = new Date('2026-12-13T09:00:00Z')
  const entered = await submitOnBehalf(
    database,
    event.scope,
    byPhone(guest.id, event.meeting.id, { now: after }),
  )
  expect(entered.ok).toBe(true)
  const [row] = await database.read.select().from(answers)
  expect(row).toMatchObject({ status: 'accepted', via: 'phone', note: 'His assistant called', at: after })
  expect(await database.read.$count(messages)).toBe(1)
})

test('the waiting list holds for the desk too, unless it says otherwise', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 0 })
  const guest = await aGuest(database, event)
  const status = async () => (await database.read.select().from(attendances))[0]?.status
  await submitOnBehalf(database, event.scope, byPhone(guest.id, event.meeting.id))
  expect(await status()).toBe('waitlisted')
  await submitOnBehalf(database, event.scope, byPhone(guest.id, event.meeting.id, { beyondCapacity: true }))
  expect(await status()).toBe('accepted')
})

test('another event’s or office’s invitation is not there for any verb of the desk', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const sameOffice = await anEvent(database, { officeId: event.officeId })
  const elsewhere = await anEvent(database, { officeId: (await anOffice(database)).id })
  const guest = await aGuest(database, event)
  const missing = { ok: false, reason: 'notFound' }
  for (const { scope } of [sameOffice, elsewhere]) {
    expect(await submitOnBehalf(database, scope, byPhone(guest.id, event.meeting.id))).toEqual(missing)
    expect(await submitWithdrawal(database, scope, { invitationId: guest.id, site, now })).toEqual(missing)
    const renewed = database.write((tx) =>
      renewLink(tx, scope, { invitationId: guest.id, secret: site.secret, now }),
    )
    expect(await renewed).toEqual(missing)
  }
  const [attendance] = await database.read.select().from(attendances)
  expect(attendance?.status).toBe('invited')
  expect(await findInvitationByToken(database.read, guest.token)).not.toBe(null)
})

test('a new link kills the old one, also in mails that have not left', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  await database.write(async (tx) => {
    await enqueue(tx, aMessage({ officeId: event.officeId, eventId: event.id, invitationId: guest.id }))
    await reportWrongRecipient(tx, guest.scope, { note: 'I am her brother', now })
  })
  const report = async () => (await database.read.select().from(invitations))[0]?.wrongRecipientAt
  expect(await report()).toEqual(now)
  await database.write((tx) =>
    renewLink(tx, event.scope, { invitationId: guest.id, secret: site.secret, now }),
  )
  expect(await report()).toBe(null)
  expect(await findInvitationByToken(database.read, guest.token)).toBe(null)
  const fresh = await findInvitationByToken(database.read, answerToken(site.secret, guest.id, 2))
  expect(fresh?.invitationId).toBe(guest.id)
  expect((await database.read.select().from(messages)).map(({ state }) => state)).toEqual(['withdrawn'])
})

test('a withdrawn invitation frees its seat, and both who lose and who win are told', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 1 })
  const [ali, sara] = [
    await aGuest(database, event),
    await aGuest(database, event, { email: 'sara@guest.example' }),
  ]
  for (const { scope } of [ali, sara])
    await submitAnswer(database, scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  await submitWithdrawal(database, event.scope, { invitationId: ali.id, site, now })
  const rows = await database.read.select().from(attendances)
  expect(Object.fromEntries(rows.map(({ attendeeId, status }) => [attendeeId, status]))).toEqual({
    [ali.attendeeId]: 'cancelled',
    [sara.attendeeId]: 'accepted',
  })
  const mails = await database.read.select().from(messages)
  // What had not left for Ali stays; the mail that tells him comes after it.
  expect(
    mails.map(({ to, state, calendarMethod }) => [to.address, state, calendarMethod ?? 'none']).sort(),
  ).toEqual([
    ['ali@guest.example', 'queued', 'CANCEL'],
    ['ali@guest.example', 'withdrawn', 'REQUEST'],
    ['sara@guest.example', 'queued', 'REQUEST'],
    ['sara@guest.example', 'queued', 'none'],
  ])
  expect(await findInvitationByToken(database.read, ali.token)).toBe(null)
  expect(
    await submitAnswer(database, ali.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now }),
  ).toEqual({ ok: false, reason: 'withdrawn' })
})

test('a date that was given up leaves its calendar though the invitation is withdrawn or its link renewed', async () => {
  for (const act of ['withdraw', 'renew'] as const) {
    const database = await testDatabase()
    const event = await anEvent(database)
    const guest = await aGuest(database, event)
    const say = (reply: 'accepted' | 'declined') =>
      submitAnswer(database, guest.scope, { given: anAnswer(event.meeting.id, reply), site, now })
    await say('accepted')
    await database.write((tx) => tx.update(messages).set({ state: 'sent' }))
    // The calendar has the date, and the word that takes it out has not left yet.
    await say('declined')
    const given = { invitationId: guest.id, now }
    if (act === 'withdraw') await submitWithdrawal(database, event.scope, { ...given, site })
    else await database.write((tx) => renewLink(tx, event.scope, { ...given, secret: site.secret }))
    const mails = await database.read.select().from(messages).orderBy(messages.id)
    expect(mails.map(({ state, calendarMethod }) => [state, calendarMethod])).toEqual([
      ['sent', 'REQUEST'],
      ['queued', 'CANCEL'],
    ])
  }
})

test('of an event called off nobody is given a seat, whoever gives one up', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 1 })
  const [ali, sara] = [
    await aGuest(database, event),
    await aGuest(database, event, { email: 'sara@guest.example' }),
  ]
  for (const { scope } of [ali, sara])
    await submitAnswer(database, scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  await database.write((tx) => cancelEvent(tx, event.scope, { note: {}, now }))
  await submitWithdrawal(database, event.scope, { invitationId: ali.id, site, now })
  await database.write((tx) => tx.update(parts).set({ capacity: 2 }).where(eq(parts.id, event.meeting.id)))
  expect(await submitFreeSeats(database, event.scope, { site, now })).toEqual({ ok: true, seated: 0 })
  const [row] = await database.read
    .select()
    .from(attendances)
    .where(eq(attendances.attendeeId, sara.attendeeId))
  expect(row?.status).toBe('waitlisted')
})

test('when a part grows, those who wait are seated in their order and told', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 0 })
  const guests = []
  for (let n = 0; n < 3; n++) {
    const guest = await aGuest(database, event, { email: `guest${n}@guest.example` })
    const at = new Date(now.getTime() + n)
    const given = anAnswer(event.meeting.id, 'accepted')
    await submitAnswer(database, guest.scope, { given, site, now: at })
    guests.push(guest)
  }
  await database.write((tx) => tx.update(parts).set({ capacity: 2 }).where(eq(parts.id, event.meeting.id)))
  expect(await submitFreeSeats(database, event.scope, { site, now })).toEqual({ ok: true, seated: 2 })
  expect(await submitFreeSeats(database, event.scope, { site, now })).toEqual({ ok: true, seated: 0 })
  const statuses = []
  for (const { attendeeId } of guests) {
    const [row] = await database.read.select().from(attendances).where(eq(attendances.attendeeId, attendeeId))
    statuses.push(row?.status)
  }
  expect(statuses).toEqual(['accepted', 'accepted', 'waitlisted'])
})
