import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readAnswerPage } from '#app/answers/read.server.ts'
import type { GuestScope } from '#app/answers/scope.server.ts'
import { tellDeeds } from '#app/answers/story.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import {
  submitFreeSeats,
  submitOfferWithdrawal,
  submitSeat,
  submitServing,
} from '#app/answers/submit-waiting.server.ts'
import { serveWaitingLists } from '#app/answers/waiting-clock.server.ts'
import { readWaitingList } from '#app/answers/waiting-list.server.ts'
import { moveInLine, putBackInLine, setOrganisationQuota } from '#app/answers/waiting-order.server.ts'
import { cancelEvent } from '#app/events/publish.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'

const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

type Rule = Partial<
  Pick<typeof parts.$inferInsert, 'seatsGiven' | 'offerHours' | 'organisationQuota' | 'capacity'>
>
type Event = Awaited<ReturnType<typeof anEvent>>
type Guest = Awaited<ReturnType<typeof aGuest>>

function setRule(database: Database, event: Event, rule: Rule) {
  return database.write((tx) => tx.update(parts).set(rule).where(eq(parts.id, event.meeting.id)))
}

function answer(
  database: Database,
  event: Event,
  { scope }: { scope: GuestScope },
  reply: 'accepted' | 'declined',
  at: Date,
) {
  return submitAnswer(database, scope, { given: anAnswer(event.meeting.id, reply), site, now: at })
}

/** The guest presses a button of the offer. */
function say(
  database: Database,
  event: Event,
  guest: Guest,
  reply: 'accepted' | 'declined',
  at: Date,
  requestId = newId(),
) {
  const given = { ...anAnswer(event.meeting.id, reply), toOffer: true, requestId }
  return submitAnswer(database, guest.scope, { given, site, now: at })
}

async function stand(database: Database, guests: readonly { attendeeId: string }[]) {
  const rows = await database.read.select().from(attendances)
  return guests.map(({ attendeeId }) => rows.find((row) => row.attendeeId === attendeeId)?.status)
}

async function mailsTo(database: Database, { attendeeId }: Guest) {
  const rows = await database.read
    .select()
    .from(messages)
    .where(eq(messages.attendeeId, attendeeId))
    .orderBy(messages.createdAt, messages.id)
  return rows.map(({ subject, calendarMethod, calendar, text }) => ({
    subject: subject.replace(': CRP partner meeting', ''),
    calendarMethod,
    status: /STATUS:(\w+)/.exec(calendar ?? '')?.[1],
    text,
  }))
}

/** `count` guests who said yes one after the other; the first `capacity` of them have seats. */
async function aFullMeeting({
  capacity = 1,
  count = 3,
  ...rule
}: Rule & { capacity?: number; count?: number }) {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity })
  await setRule(database, event, rule)
  const guests: Guest[] = []
  for (let n = 0; n < count; n++) {
    const guest = await aGuest(database, event, { name: `Guest ${n}`, email: `guest${n}@guest.example` })
    await answer(database, event, guest, 'accepted', minutes(n))
    guests.push(guest)
  }
  return { database, event, guests: guests as [Guest, Guest, Guest, ...Guest[]] }
}

test('a seat given up is offered to the first in line, who is told until when and takes it once', async () => {
  const { database, event, guests } = await aFullMeeting({ seatsGiven: 'offer', offerHours: 24 })
  const [first, second] = guests
  await answer(database, event, first, 'declined', hours(1))
  expect(await stand(database, guests)).toEqual(['declined', 'offered', 'waitlisted'])
  const page = await readAnswerPage(database.read, second.scope, hours(2))
  expect(page?.parts.find(({ id }) => id === event.meeting.id)?.waiting).toMatchObject({
    offerUntil: hours(25),
  })
  const form = newId()
  expect(await say(database, event, second, 'accepted', hours(25), form)).toMatchObject({
    ok: true,
    isRepeated: false,
  })
  expect(await say(database, event, second, 'accepted', hours(26), form)).toMatchObject({
    ok: true,
    isRepeated: true,
  })
  expect(await stand(database, guests)).toEqual(['declined', 'accepted', 'waitlisted'])
  const mails = await mailsTo(database, second)
  expect(mails.map(({ text: _, ...mail }) => mail)).toEqual([
    { subject: 'You are on the waiting list', calendarMethod: null, status: undefined },
    { subject: 'A seat is offered to you', calendarMethod: 'REQUEST', status: 'TENTATIVE' },
    { subject: 'You are coming', calendarMethod: 'REQUEST', status: 'CONFIRMED' },
  ])
  expect(mails[0]?.text).toContain('You then have 24 hours to take it')
  expect(mails[1]?.text).toContain('a seat is kept for you until')
})

test('an offer ends to the instant, whether or not the worker has looked; who let it go by must ask again', async () => {
  const { database, event, guests } = await aFullMeeting({ seatsGiven: 'offer', offerHours: 24 })
  const [first, second, third] = guests
  await answer(database, event, first, 'declined', now)
  const tooLate = new Date(hours(24).getTime() + 1)
  expect(await say(database, event, second, 'accepted', tooLate)).toEqual({ ok: false, reason: 'offerOver' })
  expect(await serveWaitingLists(database, { site, now: tooLate })).toBe(1)
  expect(await serveWaitingLists(database, { site, now: tooLate })).toBe(0)
  expect(await stand(database, guests)).toEqual(['declined', 'waitlisted', 'offered'])
  const mails = await mailsTo(database, second)
  expect(mails.at(-1)).toMatchObject({ subject: 'The offered seat was not taken', calendarMethod: 'CANCEL' })
  // The third gives it up too: nobody in line is left, so the seat stays free, and who asks again has it.
  await say(database, event, third, 'declined', hours(25))
  expect(await stand(database, guests)).toEqual(['declined', 'waitlisted', 'declined'])
  await answer(database, event, second, 'accepted', hours(26))
  expect(await stand(database, guests)).toEqual(['declined', 'accepted', 'declined'])
  const deeds = await tellDeeds(database.read, event.scope, second.id)
  expect(deeds.map(({ action }) => action)).toEqual(['invitation.offerLapsed'])
})

test('an offer taken while it lapses goes to one of two, never to both', async () => {
  const { database, event, guests } = await aFullMeeting({ seatsGiven: 'offer', offerHours: 1 })
  const [first, second] = guests
  await answer(database, event, first, 'declined', now)
  const [taken] = await Promise.all([
    say(database, event, second, 'accepted', hours(1)),
    serveWaitingLists(database, { site, now: new Date(hours(1).getTime() + 1) }),
  ])
  expect([taken.ok, ...(await stand(database, guests))]).toEqual(
    taken.ok ? [true, 'declined', 'accepted', 'waitlisted'] : [false, 'declined', 'waitlisted', 'offered'],
  )
})

test('an offer ends with the time to answer, then with the part; nobody without an address is made one', async () => {
  const { database, event, guests } = await aFullMeeting({ seatsGiven: 'offer', offerHours: 48, count: 4 })
  const due = event.meeting.answerBy
  const untilOf = async ({ attendeeId }: Guest) => {
    const [row] = await database.read.select().from(attendances).where(eq(attendances.attendeeId, attendeeId))
    return row?.offerUntil
  }
  await answer(database, event, guests[0], 'declined', new Date(due.getTime() - 7_200_000))
  expect(await untilOf(guests[1])).toEqual(due)
  // After it the next has until the part begins, and takes the seat though answers are over.
  const after = new Date(due.getTime() + 1)
  await serveWaitingLists(database, { site, now: after })
  expect(await untilOf(guests[2])).toEqual(new Date(after.getTime() + 48 * 3_600_000))
  expect(await say(database, event, guests[2], 'accepted', after)).toMatchObject({ ok: true })
  const silent = await aGuest(database, event, { email: null })
  await database.write((tx) =>
    tx
      .update(attendances)
      .set({ status: 'waitlisted', waitingSince: now, waitingRank: -9 })
      .where(eq(attendances.attendeeId, silent.attendeeId)),
  )
  await setRule(database, event, { capacity: 2 })
  await submitFreeSeats(database, event.scope, { site, now: after })
  expect(await stand(database, [silent, guests[3] as Guest])).toEqual(['accepted', 'waitlisted'])
})

test('100 answers for 12 seats, 3 for each organisation, while seats are given up and offered: none too many', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 12 })
  await setRule(database, event, { seatsGiven: 'offer', organisationQuota: 3 })
  const ministries = []
  for (let n = 0; n < 5; n++)
    ministries.push(await anInstitution(database, event, { name: `Ministry ${n}`, seats: 2, alternates: 0 }))
  const guests: Guest[] = []
  for (let n = 0; n < 90; n++) {
    const organisationId = ministries[n % 5]?.organisationId
    guests.push(
      await aGuest(database, event, {
        email: `g${n}@guest.example`,
        ...(organisationId && { organisationId }),
      }),
    )
  }
  const delegations = ministries.map(({ scope }, n) => {
    const names = ['A', 'B'].map((one) => {
      const name = `Delegate ${one}${'abcde'[n]}`
      return aDelegate(name, { email: `${one}${n}@ministry.example` })
    })
    return submitAnswer(database, scope, {
      given: anAnswer(event.meeting.id, 'accepted', { names }),
      site,
      now,
    })
  })
  await Promise.all([
    ...delegations,
    ...guests.map((guest) => answer(database, event, guest, 'accepted', minutes(1))),
  ])
  const held = async () => {
    const list = await readWaitingList(database.read, event.scope, {
      partId: event.meeting.id,
      page: 1,
      now: hours(1),
    })
    const byOrganisation = new Map(list?.line.map(({ organisationId, held }) => [organisationId, held]))
    return { seats: list?.seats, most: Math.max(...byOrganisation.values()) }
  }
  expect(await held()).toEqual({ seats: { taken: 12, offered: 0, waiting: 88 }, most: 3 })
  const rows = await database.read.select().from(attendances).where(eq(attendances.status, 'accepted'))
  const leaving = guests
    .filter(({ attendeeId }) => rows.some((row) => row.attendeeId === attendeeId))
    .slice(0, 4)
  await Promise.all(leaving.map((guest) => answer(database, event, guest, 'declined', hours(1))))
  expect(await held()).toEqual({
    seats: { taken: 12 - leaving.length, offered: leaving.length, waiting: 88 - leaving.length },
    most: 3,
  })
}, 60_000)

test('whose organisation has all its seats is passed over, is told why, and comes next when one is free', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 3 })
  await setRule(database, event, { organisationQuota: 1 })
  const ministry = await anInstitution(database, event, { seats: 2 })
  const { organisationId } = ministry
  const names = [
    aDelegate('First Delegate'),
    aDelegate('Second Delegate', { email: 'second@ministry.example' }),
  ]
  await submitAnswer(database, ministry.scope, {
    given: anAnswer(event.meeting.id, 'accepted', { names }),
    site,
    now,
  })
  const own = await aGuest(database, event, { organisationId, email: 'own@guest.example' })
  const other = await aGuest(database, event, { email: 'other@guest.example' })
  await answer(database, event, own, 'accepted', minutes(1))
  await answer(database, event, other, 'accepted', minutes(2))
  const people = [
    { attendeeId: names[0]?.spareId ?? '' },
    { attendeeId: names[1]?.spareId ?? '' },
    own,
    other,
  ]
  expect(await stand(database, people)).toEqual(['accepted', 'waitlisted', 'waitlisted', 'accepted'])
  expect((await mailsTo(database, own))[0]?.text).toContain('your organisation already has all the seats')
  const page = await readAnswerPage(database.read, own.scope, minutes(3))
  expect(page?.parts[0]?.waiting).toMatchObject({ quota: 1, place: null, mustWait: true })
  // Room for one more of this organisation: the first of its people in line has it.
  const quota = { partId: event.meeting.id, organisationId, now: minutes(4) }
  await database.write((tx) => setOrganisationQuota(tx, event.scope, { ...quota, seats: 2 }))
  await submitFreeSeats(database, event.scope, { site, now: minutes(4) })
  expect(await stand(database, people)).toEqual(['accepted', 'accepted', 'waitlisted', 'accepted'])
  const left = { ...aDelegate('X'), latin: '', id: names[0]?.spareId ?? '', isRemoved: true }
  await submitAnswer(database, ministry.scope, {
    given: anAnswer(event.meeting.id, 'accepted', { names: [left] }),
    ...{ site, now: minutes(5) },
  })
  expect(await stand(database, people)).toEqual(['cancelled', 'accepted', 'accepted', 'accepted'])
})

test('by hand nobody moves up until the organiser gives or offers a seat, in the order the organiser made', async () => {
  const { database, event, guests } = await aFullMeeting({ seatsGiven: 'byHand', capacity: 2, count: 5 })
  const partId = event.meeting.id
  const [first, second, third, fourth, fifth] = guests as Guest[] as [Guest, Guest, Guest, Guest, Guest]
  const line = async () => {
    const list = await readWaitingList(database.read, event.scope, { partId, page: 1, now: hours(2) })
    return list?.line.map(({ id }) => guests.findIndex(({ attendeeId }) => attendeeId === id))
  }
  const move = (guest: Guest, direction: 'up' | 'down' | 'first') =>
    database.write((tx) =>
      moveInLine(tx, event.scope, {
        partId,
        attendeeId: guest.attendeeId,
        direction,
        note: 'Keynote',
        now: hours(2),
      }),
    )
  await answer(database, event, first, 'declined', hours(1))
  const late = await aGuest(database, event, { email: 'late@guest.example' })
  await answer(database, event, late, 'accepted', hours(1))
  expect(await stand(database, [...guests, late])).toEqual([
    ...['declined', 'accepted', 'waitlisted', 'waitlisted', 'waitlisted', 'waitlisted'],
  ])
  await move(fifth, 'first')
  await move(third, 'down')
  await move(fifth, 'up')
  expect(await line()).toEqual([4, 3, 2, -1])
  expect(await move(first, 'up')).toEqual({ ok: false, reason: 'notFound' })
  expect(await tellDeeds(database.read, event.scope, fifth.id)).toMatchObject([
    { action: 'invitation.lineMove', note: 'Keynote' },
  ])
  const giving = { partId, how: 'give' as 'give' | 'offer', anyway: false, note: '', site, now: hours(3) }
  const give = (guest: Guest, given: Partial<typeof giving> = {}) =>
    submitSeat(database, event.scope, { ...giving, attendeeId: guest.attendeeId, ...given })
  expect(
    await submitServing(database, event.scope, { partId, how: 'offer', site, now: hours(2) }),
  ).toMatchObject({ seated: 1 })
  expect(await stand(database, [fifth])).toEqual(['offered'])
  expect(await give(third)).toEqual({ ok: false, reason: 'noSeatFree' })
  expect(await give(first)).toEqual({ ok: false, reason: 'notWaiting' })
  expect([await give(second), await give(second, { how: 'offer' })]).toEqual([
    { ok: true },
    { ok: false, reason: 'notWaiting' },
  ])
  expect(await give(third, { anyway: true })).toEqual({ ok: true })
  expect(await give(fifth)).toEqual({ ok: true })
  expect(await stand(database, guests)).toEqual([
    'declined',
    'accepted',
    'accepted',
    'waitlisted',
    'accepted',
  ])
  // Three sit on two seats: two may leave before one is free.
  await answer(database, event, second, 'declined', hours(4))
  expect(await give(fourth)).toEqual({ ok: false, reason: 'noSeatFree' })
  await answer(database, event, third, 'declined', hours(4))
  const elsewhere = await anEvent(database)
  expect(await submitSeat(database, elsewhere.scope, { ...giving, attendeeId: fourth.attendeeId })).toEqual({
    ...{ ok: false, reason: 'notFound' },
  })
  await setRule(database, event, { seatsGiven: 'atOnce' })
  await serveWaitingLists(database, { site, now: hours(5) })
  expect(await stand(database, [fourth, late])).toEqual(['accepted', 'waitlisted'])
})

test('an offer taken back goes on; who was passed over stands at the end once the organiser says so', async () => {
  const { database, event, guests } = await aFullMeeting({ seatsGiven: 'offer', count: 4 })
  const partId = event.meeting.id
  const [first, second, third] = guests
  await answer(database, event, first, 'declined', hours(1))
  const taking = { partId, attendeeId: second.attendeeId, note: 'Protocol', site, now: hours(2) }
  expect(await submitOfferWithdrawal(database, event.scope, taking)).toEqual({ ok: true })
  expect(await stand(database, guests)).toEqual(['declined', 'waitlisted', 'offered', 'waitlisted'])
  expect((await mailsTo(database, second)).at(-1)?.subject).toBe('The offered seat was taken back')
  expect(await say(database, event, second, 'accepted', hours(2))).toEqual({ ok: false, reason: 'offerOver' })
  const back = { partId, attendeeId: second.attendeeId, note: '', now: hours(3) }
  expect(await database.write((tx) => putBackInLine(tx, event.scope, back))).toEqual({ ok: true })
  // Fewer seats than are kept: the offer stands, and no further one is made.
  await setRule(database, event, { capacity: 0 })
  await submitFreeSeats(database, event.scope, { site, now: hours(4) })
  await say(database, event, third, 'accepted', hours(4))
  expect(await stand(database, guests)).toEqual(['declined', 'waitlisted', 'accepted', 'waitlisted'])
  await setRule(database, event, { capacity: 2 })
  await submitFreeSeats(database, event.scope, { site, now: hours(5) })
  expect(await stand(database, guests)).toEqual(['declined', 'waitlisted', 'accepted', 'offered'])
  // The event is called off: offers end, and that they do is not written to anybody.
  const before = await database.read.$count(messages)
  await database.write((tx) => cancelEvent(tx, event.scope, { note: {}, now: hours(6) }))
  await serveWaitingLists(database, { site, now: hours(6) })
  const offered = and(eq(attendances.partId, partId), eq(attendances.status, 'offered'))
  expect([await database.read.$count(attendances, offered), await database.read.$count(messages)]).toEqual([
    0,
    before,
  ])
})
