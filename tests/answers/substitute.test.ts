import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attendeesOf } from '#app/answers/attendees.server.ts'
import type { Described, Reply } from '#app/answers/rules.ts'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import {
  submitDecision,
  submitSubstitute,
  submitSubstituteOnBehalf,
  submitSubstituteWithdrawal,
} from '#app/answers/submit-people.server.ts'
import { attendeeToken } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'

const amina: Described = {
  ...{ latin: 'Amina Warsame', arabic: '', honorific: 'Ms', position: 'Adviser' },
  ...{ email: 'amina@guest.example', phone: '', language: 'ar' },
}

/** A guest with the only seat, and another who waits for it. */
async function aFullMeeting(policy: 'bound' | 'substitute' | 'open') {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 1 })
  const guest = await aGuest(database, event, { name: 'Osman Dirie', email: 'osman@guest.example', policy })
  const waiting = await aGuest(database, event, { name: 'Sara Kovač', email: 'sara@guest.example' })
  const say = (scope: GuestScope, reply: Reply) =>
    submitAnswer(database, scope, { given: anAnswer(event.meeting.id, reply), site, now })
  await say(guest.scope, 'accepted')
  await say(waiting.scope, 'accepted')
  const named = newId()
  const name = (id = named, person = amina) =>
    submitSubstitute(database, guest.scope, { id, person, language: 'en', site, now })
  const decide = (decision: 'seat' | 'refuse', note = '') =>
    submitDecision(database, event.scope, {
      ...{ invitationId: guest.id, attendeeId: named, decision, note, beyondCapacity: false, site, now },
    })
  return { database, event, guest, waiting, say, named, name, decide }
}

async function standing(database: Database) {
  const rows = await database.read
    .select({ names: attendees.names, seat: attendees.seat, status: attendances.status })
    .from(attendees)
    .innerJoin(attendances, eq(attendances.attendeeId, attendees.id))
  return rows.map(({ names, seat, status }) => `${names.latin?.full} ${seat} ${status}`).sort()
}

async function told(database: Database, address: string) {
  const rows = await database.read.select().from(messages)
  return rows
    .filter(({ to }) => to.address === address)
    .map(({ subject, calendarMethod, language }) => [subject.split(':')[0], calendarMethod, language])
}

function ownScope(database: Database, attendeeId: string) {
  return findInvitationByToken(database.read, attendeeToken(site.secret, attendeeId, 1))
}

test('on an invitation bound to its person nobody comes instead, but the desk may enter somebody', async () => {
  const { database, event, guest, named, name } = await aFullMeeting('bound')
  expect(await name()).toEqual({ ok: false, reason: 'bound' })
  expect(await database.read.$count(attendees)).toBe(2)
  const entered = await submitSubstituteOnBehalf(database, event.scope, {
    ...{ invitationId: guest.id, id: named, person: amina, language: 'en', site, now },
    ...{ via: 'letter', note: 'Letter 4/12' },
  })
  expect(entered.ok).toBe(true)
  expect(await standing(database)).toEqual([
    'Amina Warsame delegate accepted',
    'Osman Dirie delegate declined',
    'Sara Kovač delegate waitlisted',
  ])
})

test('a substitute waits for the organiser while the guest keeps the seat, and then takes it over', async () => {
  const { database, guest, named, name, decide } = await aFullMeeting('substitute')
  expect((await name()).ok).toBe(true)
  expect(await standing(database)).toEqual([
    'Amina Warsame requested proposed',
    'Osman Dirie delegate accepted',
    'Sara Kovač delegate waitlisted',
  ])
  expect(await ownScope(database, named)).toBe(null)
  expect(await told(database, 'amina@guest.example')).toEqual([])
  expect((await attendeesOf(database.read, guest.scope)).map(({ id }) => id)).toEqual([guest.attendeeId])

  expect((await decide('seat')).ok).toBe(true)
  expect(await standing(database)).toEqual([
    'Amina Warsame delegate accepted',
    'Osman Dirie delegate declined',
    'Sara Kovač delegate waitlisted',
  ])
  expect(await told(database, 'amina@guest.example')).toEqual([['حضوركم مؤكد', 'REQUEST', 'ar']])
  expect((await told(database, 'osman@guest.example')).slice(1)).toEqual([
    ['We have your proposal', null, 'en'],
    ['Somebody comes in your place', 'CANCEL', 'en'],
  ])
  const [person] = await database.read.select().from(attendees).where(eq(attendees.id, named))
  expect(person).toMatchObject({
    source: 'substitute',
    substituteFor: guest.attendeeId,
    invitationId: guest.id,
  })
  expect((await attendeesOf(database.read, guest.scope)).map(({ id }) => id)).toEqual([named])
  // The same decision once more, and another one after it.
  expect(await decide('seat')).toMatchObject({ ok: true, isRepeated: true })
  expect(await decide('refuse')).toEqual({ ok: false, reason: 'alreadyDecided' })
})

test('refused, the guest is told why and stays as they were', async () => {
  const { database, named, name, decide } = await aFullMeeting('substitute')
  await name()
  await decide('refuse', 'The minister asked for heads of mission only.')
  expect(await standing(database)).toEqual([
    'Amina Warsame refused cancelled',
    'Osman Dirie delegate accepted',
    'Sara Kovač delegate waitlisted',
  ])
  const rows = await database.read.select().from(messages)
  const refusal = rows.find(({ subject }) => subject === 'Your proposal: Amina Warsame')
  expect([refusal?.to.address, refusal?.text.includes('heads of mission only')]).toEqual([
    'osman@guest.example',
    true,
  ])
  expect(await told(database, 'amina@guest.example')).toEqual([])
  expect(await ownScope(database, named)).toBe(null)
})

test('on an open invitation the place passes at once, and back; given up it goes to who waits', async () => {
  const { database, guest, say, named, name } = await aFullMeeting('open')
  const both = await Promise.all([name(), name()])
  expect(both.map((one) => one.ok && one.isRepeated).sort()).toEqual([false, true])
  const scope = (await ownScope(database, named)) as GuestScope
  expect(scope.language).toBe('ar')

  // The guest comes after all: nobody slips in between.
  await say(guest.scope, 'accepted')
  expect(await standing(database)).toEqual([
    'Amina Warsame removed cancelled',
    'Osman Dirie delegate accepted',
    'Sara Kovač delegate waitlisted',
  ])
  expect(await ownScope(database, named)).toBe(null)
  expect((await told(database, 'amina@guest.example')).map(([, method]) => method)).toEqual([
    'REQUEST',
    'CANCEL',
  ])

  const second = newId()
  await name(second, { ...amina, latin: 'Hodan Ali', email: '', phone: '+964 750 1' })
  const third = newId()
  await name(third, { ...amina, latin: 'Yusuf Noor', email: 'yusuf@guest.example' })
  expect((await standing(database)).filter((line) => line.includes('delegate'))).toEqual([
    'Osman Dirie delegate declined',
    'Sara Kovač delegate waitlisted',
    'Yusuf Noor delegate accepted',
  ])
  const own = (await ownScope(database, third)) as GuestScope
  await say(own, 'declined')
  expect((await told(database, 'osman@guest.example')).at(-1)?.[0]).toBe('Does not come')
  expect((await standing(database)).at(-2)).toBe('Sara Kovač delegate accepted')
})

test('a guest takes a substitute back; others’ substitutes and institutions’ delegates are not theirs to take', async () => {
  const { database, guest, waiting, named, name } = await aFullMeeting('open')
  await name()
  const withdraw = (scope: GuestScope) =>
    submitSubstituteWithdrawal(database, scope, { attendeeId: named, site, now })
  expect(await withdraw(waiting.scope)).toEqual({ ok: false, reason: 'notFound' })
  expect(await withdraw((await ownScope(database, named)) as GuestScope)).toEqual({
    ok: false,
    reason: 'notFound',
  })
  expect((await withdraw(guest.scope)).ok).toBe(true)
  expect(await withdraw(guest.scope)).toMatchObject({ ok: true, isRepeated: true })
  expect(await standing(database)).toEqual([
    'Amina Warsame removed cancelled',
    'Osman Dirie delegate declined',
    'Sara Kovač delegate accepted',
  ])
})
