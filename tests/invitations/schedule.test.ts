import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { editPart } from '#app/events/parts.server.ts'
import { editMailing } from '#app/invitations/mailing.server.ts'
import { prepareMailing, releaseMailing } from '#app/invitations/prepare.server.ts'
import { readMailing } from '#app/invitations/read.server.ts'
import { approveSchedule, proposeReminders, unschedule } from '#app/invitations/schedule.server.ts'
import { dueAtOf } from '#app/invitations/schedule.ts'
import { sendDueMailings } from '#app/invitations/scheduler.server.ts'
import type { Database } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { invitations } from '#db/schema/invitations.server.ts'
import { type MailingSchedule, mailings, messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'
import { aLetter, aMailing } from '#tests/support/invitations.ts'

type Event = Awaited<ReturnType<typeof anEvent>>
const at = (time: string) => new Date(time)
/** Three days before the deadline of the meeting (7 December), at nine in Baghdad. */
const due = at('2026-12-04T06:00:00Z')

function threeDaysBefore(event: Event): MailingSchedule {
  return { from: 'partDeadline', partId: event.meeting.id, days: -3, time: '09:00' }
}

/** An event with two guests who were written to, and a reminder to those who have not answered, three days before. */
async function scheduled() {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { name: 'Ali Hassan', email: 'ali@guest.example' })
  await aGuest(database, event, { name: 'Noor Karim', email: 'noor@guest.example' })
  const reminder = { kind: 'reminder' as const, audience: { who: 'unanswered' as const } }
  const { id } = await aMailing(database, event, { ...reminder, schedule: threeDaysBefore(event) })
  return { database, event, guest, id }
}

const approve = (database: Database, event: Event, mailingId: string, when = now) =>
  database.write((tx) => approveSchedule(tx, event.scope, { mailingId, now: when }))
const look = (database: Database, when: Date, worker = 'one') =>
  sendDueMailings(database, { worker, site, now: when })

async function queued(database: Database) {
  const rows = await database.read
    .select({ to: messages.to, kind: messages.kind })
    .from(messages)
    .where(eq(messages.state, 'queued'))
    .orderBy(asc(messages.id))
  return rows.filter(({ kind }) => kind !== 'confirmation').map(({ to }) => to.address)
}

test('an approved letter goes at its time, to those who fit then and not before', async () => {
  const { database, event, guest, id } = await scheduled()
  expect(await look(database, due)).toBe(0)
  expect(await approve(database, event, id)).toEqual({ ok: true, dueAt: due })
  expect(await look(database, new Date(due.getTime() - 1))).toBe(0)
  // Who answers before its time is not in it.
  await submitAnswer(database, guest.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  expect(await look(database, due)).toBe(1)
  expect(await queued(database)).toEqual(['noor@guest.example'])
  expect(await readMailing(database.read, event.scope, id)).toMatchObject({ state: 'sent', sentAt: due })
  expect(await look(database, due)).toBe(0)
})

test('it moves with its event, and one that a move puts into the past waits for a person', async () => {
  const { database, event, id } = await scheduled()
  await approve(database, event, id)
  const moved = async (answerBy: Date, when: Date) => {
    const { id: partId, eventId: _, position: __, ...content } = event.meeting
    const part = { ...content, answerBy, venueId: null }
    const given = { partId, content: part, now: when }
    expect(await database.write((tx) => editPart(tx, event.scope, given))).toMatchObject({ ok: true })
  }
  await moved(at('2026-12-11T20:59:59Z'), now)
  expect(await look(database, due)).toBe(0)
  const later = at('2026-12-08T06:00:00Z')
  expect(await readMailing(database.read, event.scope, id)).toMatchObject({
    state: 'scheduled',
    dueAt: later,
  })
  await moved(at('2026-12-05T20:59:59Z'), due)
  expect(await look(database, due)).toBe(0)
  expect(await readMailing(database.read, event.scope, id)).toMatchObject({
    state: 'missed',
    trouble: 'late',
  })
  expect(await queued(database)).toEqual([])
  expect(await approve(database, event, id, due)).toEqual({ ok: false, reason: 'past' })
})

test('several workers and a crash at any moment: every reader gets it once', async () => {
  const { database, event, id } = await scheduled()
  await approve(database, event, id)
  const found = await Promise.all(['one', 'two', 'three'].map((worker) => look(database, due, worker)))
  expect(found.toSorted()).toEqual([0, 0, 1])
  expect(await queued(database)).toHaveLength(2)

  // A worker that died with the letter in hand: it is left to it until its lease is over.
  const second = await aMailing(database, event, { kind: 'announcement', audience: { who: 'all' } })
  await database.write((tx) =>
    tx
      .update(mailings)
      .set({
        state: 'scheduled',
        schedule: threeDaysBefore(event),
        dueAt: due,
        leasedBy: 'dead',
        leasedUntil: new Date(due.getTime() + 60_000),
      })
      .where(eq(mailings.id, second.id)),
  )
  expect(await look(database, due)).toBe(0)
  const after = new Date(due.getTime() + 61_000)
  expect(await look(database, after)).toBe(1)
  expect(await queued(database)).toHaveLength(4)
  // A worker believed dead comes back with what it had written: it is sent already.
  expect(await releaseMailing(database, event.scope, { mailingId: second.id, site, now: after })).toEqual({
    ok: false,
    reason: 'changed',
  })
  expect(await queued(database)).toHaveLength(4)
})

test('an approval is of the text: a change takes it back, looking does not', async () => {
  const { database, event, id } = await scheduled()
  await approve(database, event, id)
  const mailing = await readMailing(database.read, event.scope, id)
  const edit = (given: Parameters<typeof aLetter>[0]) => {
    const content = aLetter({
      ...{ name: mailing?.name, audience: mailing?.audience, schedule: mailing?.schedule },
      ...given,
    })
    return database.write((tx) => editMailing(tx, event.scope, { mailingId: id, content, seen: ['en'], now }))
  }
  expect(await edit({})).toEqual({ ok: true })
  expect(await readMailing(database.read, event.scope, id)).toMatchObject({ state: 'scheduled' })
  expect(await prepareMailing(database, event.scope, { mailingId: id, site, now })).toEqual({
    ok: false,
    reason: 'scheduled',
  })
  expect(await edit({ subject: { en: 'Another' } })).toEqual({ ok: true })
  expect(await readMailing(database.read, event.scope, id)).toMatchObject({
    state: 'draft',
    approvedAt: null,
  })
  expect(await look(database, due)).toBe(0)
  await approve(database, event, id)
  expect(await database.write((tx) => unschedule(tx, event.scope, { mailingId: id, now }))).toEqual({
    ok: true,
  })
  expect(await look(database, due)).toBe(0)
  expect(await queued(database)).toEqual([])
})

test('what cannot go says why: a time that is over, a draft event, a cancelled one, a night too late', async () => {
  const { database, event, id } = await scheduled()
  const past = { from: 'clock' as const, at: '2026-11-23T11:59' }
  const content = aLetter({ schedule: past })
  expect(
    await database.write((tx) => editMailing(tx, event.scope, { mailingId: id, content, seen: ['en'], now })),
  ).toEqual({ ok: false, reason: 'past' })
  const troubleAt = async (when: Date, state: 'draft' | 'published' | 'cancelled') => {
    await database.write(async (tx) => {
      await tx.update(events).set({ state: 'published' }).where(eq(events.id, event.id))
      await tx.update(mailings).set({ state: 'draft' }).where(eq(mailings.id, id))
    })
    expect(await approve(database, event, id)).toMatchObject({ ok: true })
    await database.write((tx) => tx.update(events).set({ state }).where(eq(events.id, event.id)))
    await look(database, when)
    return (await readMailing(database.read, event.scope, id))?.trouble
  }
  expect(await troubleAt(due, 'draft')).toBe('notPublished')
  expect(await troubleAt(due, 'cancelled')).toBe('cancelled')
  expect(await troubleAt(new Date(due.getTime() + 13 * 3_600_000), 'published')).toBe('late')
  expect(await queued(database)).toEqual([])
})

test('nine o’clock is nine o’clock on both sides of a change of clocks', () => {
  const zoned = (zone: string, startsAt: string): Parameters<typeof dueAtOf>[1] => ({
    zone,
    parts: [{ id: 'p', startsAt: at(startsAt), endsAt: at('2027-04-01T10:00:00Z'), answerBy: null }],
  })
  const before = (days: number, time = '09:00') => ({
    from: 'partStart' as const,
    partId: 'p',
    days: -days,
    time,
  })
  // Geneva turns its clocks forward in the night to 28 March 2027.
  const geneva = zoned('Europe/Zurich', '2027-03-30T07:00:00Z')
  expect(dueAtOf(before(1), geneva)).toEqual(at('2027-03-29T07:00:00Z'))
  expect(dueAtOf(before(3), geneva)).toEqual(at('2027-03-27T08:00:00Z'))
  // Half past two does not exist that night, and becomes half past three.
  expect(dueAtOf(before(2, '02:30'), geneva)).toEqual(at('2027-03-28T01:30:00Z'))
  expect(dueAtOf({ from: 'eventEnd', days: 1, time: '10:00' }, geneva)).toEqual(at('2027-04-02T08:00:00Z'))
  expect(dueAtOf({ from: 'clock', at: '2027-03-28T09:00' }, geneva)).toEqual(at('2027-03-28T07:00:00Z'))
  expect(dueAtOf({ ...before(1), partId: 'gone' }, geneva)).toBeNull()
})

test('deadlines propose reminders once, and none goes before it is approved', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGuest(database, event)
  const propose = (when: Date) =>
    database.write((tx) =>
      proposeReminders(tx, event.scope, { name: (one) => ('days' in one ? `${one.days}` : ''), now: when }),
    )
  expect(await Promise.all([propose(now), propose(now)])).toEqual([2, 0])
  const planned = await database.read.select().from(mailings).orderBy(asc(mailings.name))
  expect(planned.map(({ name, state, kind }) => [name, state, kind])).toEqual([
    ['-3', 'draft', 'reminder'],
    ['-7', 'draft', 'reminder'],
  ])
  expect(await look(database, due)).toBe(0)
  await database.write((tx) => tx.delete(mailings))
  // A week before is over by then.
  expect(await propose(at('2026-12-02T06:00:00Z'))).toBe(1)
  await database.write((tx) => tx.update(parts).set({ answerBy: null }))
  await database.write((tx) => tx.delete(mailings))
  expect(await propose(now)).toBe(0)
})

test('an invitation counts as sent when its letter has gone, not for a date to be kept', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { state: 'draft' })
  await aGuest(database, event, { state: 'draft' })
  const clock = { from: 'clock' as const, at: '2026-11-24T09:00' }
  const letter = { kind: 'save_the_date' as const, audience: { who: 'untouched' as const }, schedule: clock }
  const { id } = await aMailing(database, event, letter)
  await approve(database, event, id)
  // Nothing in it leads to a page, so it may go before the event is public.
  expect(await look(database, at('2026-11-24T06:00:00Z'))).toBe(1)
  expect(await queued(database)).toHaveLength(1)
  const [message] = await database.read.select().from(messages)
  expect(message?.text).not.toContain('/r/')
  expect((await database.read.select().from(invitations)).map(({ state }) => state)).toEqual(['draft'])
})
