import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readPartCounts } from '#app/answers/overview.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { changeAttendees } from '#app/invitations/attendees.server.ts'
import { countDue, purgeOffice, purgeWhatIsDue } from '#app/privacy/purge.server.ts'
import { readRetention, setRetention } from '#app/privacy/retention.server.ts'
import type { Retention } from '#app/privacy/rules.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { guestWords } from '#db/schema/desk.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { purgeRuns } from '#db/schema/privacy.server.ts'
import { uploads } from '#db/schema/uploads.server.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aStore } from '#tests/support/exhibition.ts'
import { aGuest, anAnswer, site } from '#tests/support/guests.ts'
import { isTrace } from '#tests/support/known-guest.ts'

const off: Retention = { texts: null, messages: null, identities: null, history: null, imports: null }
/** The events of the builders end on 15 December 2026 at 13:00. */
const daysAfter = (days: number) => new Date(Date.parse('2026-12-15T13:00:00Z') + days * 86_400_000 + 60_000)

async function anOfficeWithAPast() {
  const database = await testDatabase()
  const office = await anOffice(database)
  const event = await anEvent(database, { officeId: office.id })
  const guest = await aGuest(database, event, { name: 'Zainab Qasim', email: 'zainab@moh.example' })
  const ranked = { which: eq(attendees.id, guest.attendeeId), set: { rank: 0 } }
  await database.write((tx) => changeAttendees(tx, ranked))
  const given = anAnswer(event.meeting.id, 'accepted', {
    needs: { diet: 'No sesame' },
    message: 'Grandmother',
  })
  await submitAnswer(database, guest.scope, { given, site, now })
  await database.write((tx) =>
    tx.insert(uploads).values({
      ...{ id: 'import', officeId: office.id, kind: 'guests', fileName: 'g.csv', state: 'done' },
      ...{ head: {}, choices: {}, createdAt: now },
    }),
  )
  const set = (retention: Partial<Retention>) =>
    database.write((tx) => setRetention(tx, office.scope, { retention: { ...off, ...retention }, now }))
  const hold = async (word: string) => JSON.stringify(await contentsOf(database)).includes(word)
  return { database, stores: { database, files: aStore() }, office, event, guest, set, hold }
}

test('nothing is let go until an office says so, and nothing before its time', async () => {
  const { database, stores, office, set } = await anOfficeWithAPast()
  const before = await contentsOf(database)
  expect(await purgeWhatIsDue(stores, () => daysAfter(9999))).toBe(0)
  expect(await contentsOf(database)).toEqual(before)
  await set({ texts: 90 })
  const due = (at: Date, retention: Retention) =>
    countDue(database.read, { officeId: office.id, retention, now: at })
  const retention = await readRetention(database.read, office.id)
  expect(retention).toEqual({ ...off, texts: 90 })
  expect((await due(daysAfter(89), retention)).texts).toBe(0)
  expect((await due(daysAfter(90), retention)).texts).toBe(2)
})

test('a run lets go by the clock, once a day, keeps figures, and writes down what it did', async () => {
  const { database, stores, office, event, guest, set, hold } = await anOfficeWithAPast()
  const figures = await readPartCounts(database.read, event.scope)
  await set({ texts: 90, messages: 180, identities: 730, history: 1095, imports: 30 })
  const run = (days: number) => purgeWhatIsDue(stores, () => daysAfter(days))
  expect([await run(90), await run(90)]).toEqual([1, 0])
  const [attendee] = await database.read.select().from(attendees).where(eq(attendees.id, guest.attendeeId))
  expect([attendee?.needs, attendee?.names]).toEqual([{}, { latin: { full: 'Zainab Qasim' } }])
  expect(await database.read.$count(uploads)).toBe(0)
  await run(181)
  const mails = await database.read.select().from(messages)
  expect(mails.length).toBeGreaterThan(0)
  expect(mails.every(({ text, state }) => text === '' && state === 'withdrawn')).toBe(true)
  await run(731)
  const [nobody] = await database.read.select().from(attendees).where(eq(attendees.id, guest.attendeeId))
  expect([nobody?.names, nobody?.email, nobody?.sortKey]).toEqual([{ latin: { full: '—' } }, null, ''])
  // Nor does the key of their place spell their name, nor a word of it find them.
  expect([nobody && isTrace(nobody), await database.read.$count(guestWords)]).toEqual([false, 0])
  await run(1096)
  expect(await readPartCounts(database.read, event.scope)).toEqual(figures)
  const contents = await database.read.select().from(auditEntries).where(eq(auditEntries.eventId, event.id))
  expect(contents.every(({ before, after }) => before === null && after === null)).toBe(true)
  // The directory is the office's, and is not an event's guest list.
  expect([await hold('No sesame'), await hold('zainab@moh.example'), await hold('Zainab Qasim')]).toEqual([
    ...[false, false, true],
  ])
  const runs = await database.read.select().from(purgeRuns).where(eq(purgeRuns.officeId, office.id))
  expect(runs.every(({ finishedAt }) => finishedAt !== null)).toBe(true)
  expect(runs.map(({ counts }) => counts).find(({ imports }) => imports)).toMatchObject({
    imports: 1,
    texts: 2,
  })
})

test('a run that died is taken up when its lease is over, and not before', async () => {
  const { database, stores, office, set } = await anOfficeWithAPast()
  await set({ texts: 90 })
  const at = daysAfter(100)
  const run = { id: 'dead', officeId: office.id, key: 'day', counts: { texts: 1 }, startedAt: at }
  const leasedUntil = new Date(at.getTime() + 60_000)
  await database.write((tx) => tx.insert(purgeRuns).values({ ...run, leasedUntil }))
  const take = (now: Date) => purgeOffice(stores, { officeId: office.id, key: 'day', now: () => now })
  expect(await take(at)).toBe(null)
  expect(await take(new Date(at.getTime() + 120_000))).toEqual({ texts: 3 })
  expect(await take(new Date(at.getTime() + 900_000))).toBe(null)
})

test('two runs at once let go each row once', async () => {
  const { stores, office, set } = await anOfficeWithAPast()
  await set({ texts: 90 })
  const run = (key: string) => purgeOffice(stores, { officeId: office.id, key, now: () => daysAfter(100) })
  const [one, two] = await Promise.all([run('one'), run('two')])
  expect((one?.texts ?? 0) + (two?.texts ?? 0)).toBe(2)
})
