import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { readOutdatedCalendars, submitChanges } from '#app/answers/changes.server.ts'
import { submitAnswer, submitWithdrawal } from '#app/answers/submit.server.ts'
import { editPart } from '#app/events/parts.server.ts'
import { discardPrepared, editMailing } from '#app/invitations/mailing.server.ts'
import { prepareMailing } from '#app/invitations/prepare.server.ts'
import { approveMailing, sendMailing } from '#app/invitations/send.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { attendances } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { partContent } from '#tests/support/events.ts'
import { aGuest, anAnswer, anInstitution } from '#tests/support/guests.ts'
import { entryOf, inboxOf, receive, site, vouchedFor } from '#tests/support/inbox.ts'
import { aLetter, aMailing } from '#tests/support/invitations.ts'
import { aSink, later, sendAll } from '#tests/support/mail.ts'
import { gmailReply } from '#tests/support/mime.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

const aSaveTheDate = { kind: 'save_the_date', withCalendar: true, audience: { who: 'all' } } as const

/** What each mail to an address told its calendar, in order; null for a mail without a file. */
async function told(database: Database, address: string) {
  const rows = await database.read.select().from(messages).orderBy(messages.createdAt, messages.id)
  return rows
    .filter(({ to, state }) => to.address === address && state !== 'draft' && state !== 'withdrawn')
    .map(({ calendar }) => calendar && entryIn(calendar))
}

function entryIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const event = calendar.getFirstSubcomponent('vevent')
  const said = (name: string) => event?.getFirstPropertyValue(name)?.toString() ?? ''
  const attendee = event?.getFirstProperty('attendee')
  return {
    uid: said('uid'),
    method: String(calendar.getFirstPropertyValue('method')),
    status: said('status'),
    sequence: Number(said('sequence')),
    asked: [attendee?.getParameter('partstat'), attendee?.getParameter('rsvp')].join(' '),
  }
}

async function sends(database: Database, event: Event, given: Parameters<typeof aMailing>[2] = aSaveTheDate) {
  const { id } = await aMailing(database, event, given)
  const prepared = await prepareMailing(database, event.scope, { mailingId: id, site, now })
  if (prepared.ok) await database.write((tx) => approveMailing(tx, event.scope, { mailingId: id, now }))
  return {
    id,
    prepared,
    go: () => database.write((tx) => sendMailing(tx, event.scope, { mailingId: id, now })),
  }
}

function moves(database: Database, event: Event, minute: number) {
  const { name, capacity, answerBy } = event.meeting
  const content = partContent({ name, capacity, answerBy, startsAt: new Date('2026-12-14T08:00:00Z') })
  return database.write((tx) =>
    editPart(tx, event.scope, { partId: event.meeting.id, content, now: later(minute) }),
  )
}

test('a date kept free is made certain by the answer, under one UID and a growing SEQUENCE', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { state: 'draft' })
  await anInstitution(database, event)
  const { prepared, go } = await sends(database, event)
  expect(prepared).toEqual({ ok: true, prepared: 2 })
  // What is only prepared has told nobody anything.
  expect(await database.read.$count(calendarEntries)).toBe(0)
  expect(await go()).toEqual({ ok: true, queued: 2 })
  expect(await told(database, 'office@ministry.example')).toEqual([null])

  await moves(database, event, 1)
  expect(await readOutdatedCalendars(database.read, event.scope)).toMatchObject([{ count: 1 }])
  await submitChanges(database, event.scope, { site, now: later(2) })
  const [, change] = await database.read.select().from(messages).orderBy(messages.kind, messages.createdAt)
  await submitAnswer(database, guest.scope, {
    given: anAnswer(event.meeting.id, 'accepted'),
    site,
    now: later(3),
  })
  const uid = `${guest.attendeeId}.${event.meeting.id}@majlis.example`
  const [kept, moved, confirmed, ...others] = await told(database, 'ali@guest.example')
  expect([kept, moved, confirmed, others]).toEqual([
    { uid, method: 'REQUEST', status: 'TENTATIVE', sequence: 0, asked: 'NEEDS-ACTION TRUE' },
    { uid, method: 'REQUEST', status: 'TENTATIVE', sequence: 1, asked: 'NEEDS-ACTION TRUE' },
    { uid, method: 'REQUEST', status: 'CONFIRMED', sequence: 2, asked: 'ACCEPTED FALSE' },
    [],
  ])
  // Whoever is only to keep the date free is not invited by the way.
  expect(change?.text).not.toContain('/r/')
})

test('a calendar that answers the date kept free is the guest’s answer, and hears that it is certain', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { state: 'draft' })
  await (await sends(database, event)).go()
  const entry = await entryOf(database, guest)
  await receive(database, gmailReply({ ...entry, headers: [vouchedFor()] }))
  expect(await inboxOf(database)).toEqual(['reply recorded recorded'])
  const [standing] = await database.read.select().from(attendances)
  expect([standing?.status, standing?.answeredVia]).toEqual(['accepted', 'calendar'])
  expect(await told(database, 'ali@guest.example')).toMatchObject([
    { status: 'TENTATIVE', sequence: 0 },
    { status: 'CONFIRMED', sequence: 1 },
  ])
})

test('whoever is taken off before they have answered has the date taken out again', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [guest, other] = [
    await aGuest(database, event, { state: 'draft' }),
    await aGuest(database, event, { state: 'draft', email: 'other@guest.example' }),
  ]
  const { go } = await sends(database, event)
  const withdraw = (invitationId: string) =>
    submitWithdrawal(database, event.scope, { invitationId, site, now: later(1) })
  // Nothing was released to this one, and nothing is to be taken back.
  await withdraw(other.id)
  await go()
  await sendAll({ database, sink: await aSink(), at: now })
  await withdraw(guest.id)
  expect(await told(database, 'ali@guest.example')).toMatchObject([
    { method: 'REQUEST', status: 'TENTATIVE', sequence: 0 },
    { method: 'CANCEL', status: 'CANCELLED', sequence: 1 },
  ])
  expect(await told(database, 'other@guest.example')).toEqual([])
})

test('each part comes in a mail of its own; who has answered meanwhile is not asked again', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const dinner = { ...event.meeting, id: newId(), name: { en: 'Dinner' }, position: 2 }
  await database.write((tx) => tx.insert(parts).values(dinner))
  const invited = [event.meeting.id, dinner.id, event.exhibition.id]
  const guest = await aGuest(database, event, { parts: invited })
  const { id, prepared, go } = await sends(database, event, {
    ...aSaveTheDate,
    subject: { en: 'Keep it free' },
  })
  expect(prepared).toEqual({ ok: true, prepared: 2 })
  const given = anAnswer(event.meeting.id, 'declined')
  await submitAnswer(database, guest.scope, { given, site, now: later(1) })
  await go()
  const rows = await database.read.select().from(messages).orderBy(messages.createdAt, messages.subject)
  const ofMailing = rows.filter(({ mailingId }) => mailingId === id)
  expect(ofMailing.map(({ subject, calendar }) => [subject, calendar && entryIn(calendar).uid])).toEqual([
    ['Dinner – Keep it free', `${guest.attendeeId}.${dinner.id}@majlis.example`],
    ['Keep it free', null],
  ])
})

test('a date is refused where there is nobody to answer, and beside a letter', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'draft' })
  await aGuest(database, event)
  const { id, go } = await sends(database, event)
  expect(await go()).toEqual({ ok: false, reason: 'notPublished' })
  await database.write((tx) => discardPrepared(tx, event.scope, { mailingId: id, now }))
  const enclosing = { batch: null, form: 'issued', without: 'send' } as const
  const content = aLetter({ audience: { who: 'all' }, withCalendar: true, enclosing })
  const edit = { mailingId: id, content, seen: ['en'] as const, now }
  expect(await database.write((tx) => editMailing(tx, event.scope, edit))).toEqual({
    ok: false,
    reason: 'dateAndLetter',
  })
  // An invitation asks before it fills a calendar.
  const invitation = await sends(database, event, { ...aSaveTheDate, kind: 'invitation' })
  expect(invitation.prepared).toEqual({ ok: true, prepared: 1 })
  expect(await database.read.select({ file: messages.calendar }).from(messages)).toEqual([{ file: null }])
})

test('the mail shows the date as something to answer, as mail readers want it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGuest(database, event, { name: 'علي حسن', language: 'ar' })
  await (
    await sends(database, event, {
      ...aSaveTheDate,
      subject: { ar: 'احجزوا الموعد' },
      body: { ar: 'احجزوا الموعد {{ event.date }}' },
    })
  ).go()
  const sink = await aSink()
  await sendAll({ database, sink, at: later(1) })
  const mail = await sink.parsed()
  const files = mail.attachments.map(({ content, contentType }) => [
    contentType,
    entryIn(content.toString()).status,
  ])
  expect(files).toEqual([
    ['text/calendar', 'TENTATIVE'],
    ['application/ics', 'TENTATIVE'],
  ])
  expect(sink.received[0]?.raw).toContain('text/calendar; charset=utf-8; method=REQUEST')
})
