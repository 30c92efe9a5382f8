import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { readOutdatedCalendars, submitChanges } from '#app/answers/changes.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { editPart } from '#app/events/parts.server.ts'
import { cancelEvent } from '#app/events/publish.server.ts'
import { addVenue, editVenue } from '#app/events/venues.server.ts'
import { readMailboxAddress } from '#app/mail/envelope.ts'
import type { Database } from '#db/client.server.ts'
import { calendarEntries } from '#db/schema/calendar.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { partContent, venueContent } from '#tests/support/events.ts'
import { aGuest, anAnswer, site as linksOnly } from '#tests/support/guests.ts'
import { aSink, later, sendAll } from '#tests/support/mail.ts'

const site = { ...linksOnly, mailbox: 'rsvp@majlis.example' }
type Event = Awaited<ReturnType<typeof anEvent>>
type Guest = Awaited<ReturnType<typeof aGuest>>

/** What the last mail to an address tells its calendar. */
async function lastTold(database: Database, address: string) {
  const rows = await database.read.select().from(messages).orderBy(messages.createdAt, messages.id)
  const mail = rows.findLast(({ to, calendar }) => to.address === address && calendar)
  const calendar = new ICAL.Component(ICAL.parse(mail?.calendar ?? 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'))
  const event = calendar.getFirstSubcomponent('vevent')
  const told = (name: string) => event?.getFirstPropertyValue(name)?.toString()
  return {
    method: mail?.calendarMethod,
    sequence: Number(told('sequence')),
    location: told('location'),
    partstat: event?.getFirstProperty('attendee')?.getParameter('partstat'),
    organizer: told('organizer')?.replace(/^mailto:/i, ''),
  }
}

function answers(database: Database, event: Event, guest: Guest, reply: 'accepted' | 'declined', at = now) {
  const given = anAnswer(event.meeting.id, reply)
  return submitAnswer(database, guest.scope, { given, site, now: at })
}

function changes(database: Database, event: Event, given: Parameters<typeof partContent>[0], at = now) {
  const { name, capacity, answerBy } = event.meeting
  const content = partContent({ name, capacity, answerBy, ...given })
  return database.write((tx) => editPart(tx, event.scope, { partId: event.meeting.id, content, now: at }))
}

test('a changed place reaches every calendar once, with a higher SEQUENCE; who comes later gets the present one', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const venue = await database.write((tx) => addVenue(tx, event.scope, { content: venueContent(), now }))
  const venueId = venue.ok ? venue.id : ''
  await changes(database, event, { venueId })
  const [coming, declining, late] = [
    await aGuest(database, event, { email: 'coming@guest.example' }),
    await aGuest(database, event, { email: 'declining@guest.example' }),
    await aGuest(database, event, { email: 'late@guest.example', language: 'ar' }),
  ]
  await answers(database, event, coming, 'accepted')
  await answers(database, event, declining, 'declined')
  const before = await lastTold(database, 'coming@guest.example')
  expect(before).toMatchObject({ method: 'REQUEST', location: 'Hall A, 60 Metre Street, Erbil' })
  expect(await readOutdatedCalendars(database.read, event.scope)).toEqual([])

  const content = venueContent({ name: { en: 'Hall B' } })
  await database.write((tx) => editVenue(tx, event.scope, { venueId, content, now: later(1) }))
  expect(await readOutdatedCalendars(database.read, event.scope)).toEqual([
    { partId: event.meeting.id, name: event.meeting.name, count: 1, isCancelled: false },
  ])
  const clicks = await Promise.all(
    [1, 2].map(() => submitChanges(database, event.scope, { site, now: later(2) })),
  )
  expect(clicks.map((click) => click.ok && click.count).sort()).toEqual([0, 1])
  expect(await submitChanges(database, event.scope, { site, now: later(3) })).toEqual({ ok: true, count: 0 })
  const after = await lastTold(database, 'coming@guest.example')
  expect(after).toEqual({
    ...before,
    sequence: before.sequence + 1,
    location: 'Hall B, 60 Metre Street, Erbil',
    partstat: 'ACCEPTED',
  })
  const [mail] = (await database.read.select().from(messages)).filter(({ kind }) => kind === 'change')
  expect([mail?.subject, mail?.to.address, mail?.text]).toEqual([
    'Changed: CRP partner meeting',
    'coming@guest.example',
    expect.stringMatching(/Hall B[\s\S]*Until now[\s\S]*Hall A/),
  ])

  await answers(database, event, late, 'accepted', later(4))
  expect(await lastTold(database, 'late@guest.example')).toMatchObject({
    sequence: after.sequence,
    location: 'Hall B, 60 Metre Street, Erbil',
  })
  expect(await readOutdatedCalendars(database.read, event.scope)).toEqual([])
})

test('a guest who is taken off and comes back has a higher SEQUENCE each time, and the same address to reply to', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const told = []
  for (const [minute, reply] of (['accepted', 'declined', 'accepted'] as const).entries()) {
    await answers(database, event, guest, reply, later(minute))
    told.push(await lastTold(database, 'ali@guest.example'))
  }
  expect(told.map(({ method, sequence }) => [method, sequence])).toEqual([
    ['REQUEST', 0],
    ['CANCEL', 1],
    ['REQUEST', 2],
  ])
  const [entry] = await database.read.select().from(calendarEntries)
  expect(new Set(told.map(({ organizer }) => organizer)).size).toBe(1)
  expect(readMailboxAddress(told[0]?.organizer ?? '', site.secret)).toEqual({
    purpose: 'answer',
    id: entry?.replyId,
  })
})

test('a cancelled event is taken out of every calendar that holds it, once', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  await answers(database, event, guest, 'accepted')
  await database.write((tx) =>
    cancelEvent(tx, event.scope, { note: { en: 'The *road* is closed.' }, now: later(1) }),
  )
  for (const count of [1, 0])
    expect(await submitChanges(database, event.scope, { site, now: later(2) })).toEqual({ ok: true, count })
  expect(await lastTold(database, 'ali@guest.example')).toMatchObject({ method: 'CANCEL', sequence: 1 })
  const mails = await database.read.select().from(messages)
  expect(mails.find(({ kind }) => kind === 'change')?.text).toContain('The *road* is closed.')
})

test('the mail is built as mail readers want an invitation', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { name: 'علي حسن', language: 'ar' })
  await answers(database, event, guest, 'accepted')
  const sink = await aSink()
  await sendAll({ database, sink, at: later(1) })
  const raw = sink.received[0]?.raw ?? ''
  const parts = [...raw.matchAll(/^(Content-Type|Content-Disposition): ((?:.|\r\n[ \t])*)/gim)].map(
    ([, , value = '']) => value.replace(/\r\n[ \t]+/g, ' ').replace(/boundary="[^"]*"/, 'boundary'),
  )
  expect(parts).toEqual([
    'multipart/mixed; boundary',
    'multipart/alternative; boundary',
    'text/plain; charset=utf-8',
    'text/html; charset=utf-8',
    'text/calendar; charset=utf-8; method=REQUEST',
    'application/ics; name=invite.ics',
    'attachment; filename=invite.ics',
  ])
  expect(raw).not.toMatch(/\r\r\n|[^\r]\n/)
  const mail = await sink.parsed()
  const files = mail.attachments.map(({ content }) => content.toString())
  expect(files).toHaveLength(2)
  for (const file of files) expect(file).toMatch(/^METHOD:REQUEST\r$/m)
})
