import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'

function vevent(file: string | null) {
  const calendar = new ICAL.Component(ICAL.parse(file ?? ''))
  const event = calendar.getFirstSubcomponent('vevent')
  const start = event?.getFirstPropertyValue('dtstart')
  const attendee = event?.getAllProperties('attendee') ?? []
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event?.getFirstPropertyValue('uid'),
    sequence: event?.getFirstPropertyValue('sequence'),
    status: event?.getFirstPropertyValue('status'),
    start: start instanceof ICAL.Time ? start.toJSDate() : null,
    organizer: event?.getFirstPropertyValue('organizer')?.toString().toLowerCase(),
    attendees: attendee.map((one) => [
      one.getFirstValue(),
      one.getParameter('partstat'),
      one.getParameter('rsvp'),
    ]),
  }
}

test('the confirmation bears a calendar entry for its one guest, and a no takes it back', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { name: 'علي "حسن"\r\nATTENDEE:mailto:evil@x', language: 'ar' })
  const later = new Date(now.getTime() + 60_000)
  const yes = anAnswer(event.meeting.id, 'accepted')
  await submitAnswer(database, guest.scope, { given: yes, site, now })
  await database.write((tx) => tx.update(parts).set({ sequence: 3 }).where(eq(parts.id, event.meeting.id)))
  const no = anAnswer(event.meeting.id, 'declined')
  await submitAnswer(database, guest.scope, { given: no, site, now: later })
  const [confirmation, withdrawal] = await database.read.select().from(messages).orderBy(messages.createdAt)
  const shared = {
    uid: `${guest.attendeeId}.${event.meeting.id}@majlis.example`,
    start: event.meeting.startsAt,
    organizer: 'mailto:events@majlis.example',
  }
  expect(vevent(confirmation?.calendar ?? null)).toEqual({
    ...shared,
    method: 'REQUEST',
    sequence: 0,
    status: 'CONFIRMED',
    attendees: [['mailto:ali@guest.example', 'ACCEPTED', 'FALSE']],
  })
  expect(vevent(withdrawal?.calendar ?? null)).toEqual({
    ...shared,
    method: 'CANCEL',
    sequence: 3,
    status: 'CANCELLED',
    attendees: [['mailto:ali@guest.example', 'DECLINED', 'FALSE']],
  })
  for (const mail of [confirmation, withdrawal]) {
    const lines = (mail?.calendar ?? '').split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    // A calendar is shared with a whole office; the guest's link is not.
    expect(mail?.calendar).not.toContain(guest.token)
    expect(mail?.text).toContain(`https://majlis.example/r/${guest.token}`)
  }
  expect(confirmation).toMatchObject({
    language: 'ar',
    priority: 10,
    subject: 'حضوركم مؤكد: اجتماع شركاء برنامج إنعاش المجتمع',
  })
})

test('several parts: one mail says all, and each invited part comes with its own calendar entry', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await database.write((tx) =>
    tx.update(parts).set({ audience: 'invited' }).where(eq(parts.id, event.exhibition.id)),
  )
  const guest = await aGuest(database, event, { parts: [event.meeting.id, event.exhibition.id] })
  const replies = [event.meeting, event.exhibition].map(({ id }) => ({
    partId: id,
    reply: 'accepted' as const,
    reason: '',
  }))
  const given = { ...anAnswer(event.meeting.id, 'accepted'), replies }
  await submitAnswer(database, guest.scope, { given, site, now })
  const mails = await database.read.select().from(messages)
  expect(mails.map(({ calendar }) => vevent(calendar).uid?.toString().split(/[.@]/)[1]).sort()).toEqual(
    [event.meeting.id, event.exhibition.id].sort(),
  )
  const together = mails.filter(({ text }) => text.includes('Partner meeting') && text.includes('Exhibition'))
  expect(together).toHaveLength(1)
})

test('whoever has no address gets no mail, and hostile words do nothing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const silent = await aGuest(database, event, { email: null })
  await submitAnswer(database, silent.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  expect(await database.read.$count(messages)).toBe(0)

  const name = '<a href="//evil.example">x</a> [y](http://evil.example) {{ answer.link }}'
  const hostile = await aGuest(database, event, { name })
  await submitAnswer(database, hostile.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  const [mail] = await database.read.select().from(messages)
  expect(mail?.html).not.toMatch(/href="[^"]*evil/)
  expect(mail?.html).toContain('{{ answer.link }}')
})
