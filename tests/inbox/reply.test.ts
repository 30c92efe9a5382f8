import { generateKeyPairSync } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { editPart } from '#app/events/parts.server.ts'
import type { Database } from '#db/client.server.ts'
import { parts } from '#db/schema/events.server.ts'
import { answers, attendances } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { partContent } from '#tests/support/events.ts'
import { aGuest, anAnswer } from '#tests/support/guests.ts'
import { entryOf, inboxOf, receive, site, vouchedFor, withEntry } from '#tests/support/inbox.ts'
import { later } from '#tests/support/mail.ts'
import { appleReply, gmailReply, outlookReply } from '#tests/support/mime.ts'

async function aHolder(database: Database, given: { capacity?: number; email?: string } = {}) {
  const { email = 'ali@guest.example', ...rest } = given
  const event = await anEvent(database, rest)
  const guest = await aGuest(database, event, { email })
  return { event, guest, entry: await withEntry(database, event, guest) }
}

async function standing(database: Database, attendeeId: string) {
  const [row] = await database.read.select().from(attendances).where(eq(attendances.attendeeId, attendeeId))
  return [row?.status, row?.answeredVia]
}

const headers = [vouchedFor()]

test.each([
  ['Outlook, which names no organiser', outlookReply, 'ACCEPTED', 'accepted'],
  ['Gmail', gmailReply, 'ACCEPTED', 'accepted'],
  ['Apple', appleReply, 'DECLINED', 'declined'],
])('an answer of %s is recorded once, as given by calendar', async (_, shape, partstat, status) => {
  const database = await testDatabase()
  const { guest, entry } = await aHolder(database)
  const raw = shape({ ...entry, partstat, headers })
  expect(await receive(database, raw)).toBe('reply')
  expect(await receive(database, raw)).toBe('known')
  expect(await standing(database, guest.attendeeId)).toEqual([status, 'calendar'])
  expect(await inboxOf(database)).toEqual(['reply recorded recorded'])
  expect(await database.read.$count(answers, eq(answers.via, 'calendar'))).toBe(1)
  const mails = await database.read.select().from(messages).orderBy(messages.createdAt)
  // The guest's own calendar has it already: the confirmation needs no file.
  expect(mails.map(({ kind, calendarMethod }) => [kind, calendarMethod])).toEqual([
    ['confirmation', 'REQUEST'],
    ['confirmation', null],
  ])
})

test('a comment is kept: as the reason of a no, as a note otherwise', async () => {
  const database = await testDatabase()
  const { guest, entry } = await aHolder(database)
  await receive(database, gmailReply({ ...entry, headers, comment: 'I arrive at ten' }))
  const no = { partstat: 'DECLINED', stampedAt: '20261123T094000Z', comment: 'I am ill' }
  await receive(database, gmailReply({ ...entry, headers, ...no }), { receivedAt: later(60) })
  const rows = await database.read
    .select()
    .from(answers)
    .where(eq(answers.via, 'calendar'))
    .orderBy(answers.at, answers.id)
  expect(rows.map(({ status, note, reason }) => [status, note, reason])).toEqual([
    ['accepted', 'I arrive at ten', ''],
    ['declined', '', 'I am ill'],
  ])
  expect(await standing(database, guest.attendeeId)).toEqual(['declined', 'calendar'])
})

test('seats are given as on the web: who is too late waits, and is told so', async () => {
  const database = await testDatabase()
  const { event, guest, entry } = await aHolder(database, { capacity: 1 })
  const first = await aGuest(database, event, { email: 'first@guest.example' })
  await submitAnswer(database, first.scope, {
    given: anAnswer(event.meeting.id, 'accepted'),
    site,
    now: later(1),
  })
  await receive(database, outlookReply({ ...entry, headers }))
  expect(await standing(database, guest.attendeeId)).toEqual(['waitlisted', 'calendar'])
  const mails = await database.read.select().from(messages).where(eq(messages.attendeeId, guest.attendeeId))
  expect(mails.at(-1)?.subject).toBe('You are on the waiting list: CRP partner meeting')
})

test('a seat that is offered is taken by the calendar’s button', async () => {
  const database = await testDatabase()
  const { guest, entry } = await aHolder(database)
  const offer = { status: 'offered' as const, waitingSince: later(0), offerUntil: later(60) }
  await database.write((tx) =>
    tx.update(attendances).set(offer).where(eq(attendances.attendeeId, guest.attendeeId)),
  )
  await receive(database, outlookReply({ ...entry, headers }))
  expect(await standing(database, guest.attendeeId)).toEqual(['accepted', 'calendar'])
})

type Sent = Parameters<typeof gmailReply>[0]
test.each<[string, string, (entry: Sent) => Sent]>([
  ['nobody vouches for', 'unauthenticated', (entry) => ({ ...entry, headers: [] })],
  [
    'another host of that name vouches for, further down',
    'unauthenticated',
    (entry) => ({ ...entry, headers: ['Authentication-Results: mx.majlis.example; dkim=fail', ...headers] }),
  ],
  [
    'another domain vouches for',
    'unauthenticated',
    (entry) => ({ ...entry, headers: [vouchedFor('evil.example')] }),
  ],
  [
    'somebody else sends in the guest’s name',
    'otherSender',
    (entry) => ({
      ...entry,
      from: 'x@evil.example',
      attendee: 'ali@guest.example',
      headers: [vouchedFor('evil.example')],
    }),
  ],
  [
    'a colleague sends without the guest’s own address',
    'otherSender',
    (entry) => ({
      ...entry,
      to: 'events@majlis.example',
      from: 'sara@guest.example',
      attendee: 'ali@guest.example',
      headers,
    }),
  ],
  [
    'somebody not invited sends, to whom it was forwarded',
    'unknownAttendee',
    (entry) => ({ ...entry, from: 'sara@guest.example', headers }),
  ],
  [
    'went to an address that is not the guest’s',
    'mismatch',
    (entry) => ({
      ...entry,
      to: entry.to.replace(/\+r\.(.)/, (_, letter) => `+r.${letter === 'a' ? 'b' : 'a'}`),
      headers,
    }),
  ],
  ['delegates', 'delegated', (entry) => ({ ...entry, partstat: 'DELEGATED', headers })],
  ['says nothing', 'unclear', (entry) => ({ ...entry, partstat: 'NEEDS-ACTION', headers })],
  [
    'names a date of nobody',
    'unknownEntry',
    (entry) => ({ ...entry, to: 'events@majlis.example', uid: 'x@google.com', headers }),
  ],
])('an answer that %s waits for a person', async (_, reason, sent) => {
  const database = await testDatabase()
  const { guest, entry } = await aHolder(database)
  await receive(database, gmailReply(sent(entry)))
  expect(await inboxOf(database)).toEqual([`reply waiting ${reason}`])
  expect(await standing(database, guest.attendeeId)).toEqual(['tentative', 'link'])
})

test('one guest’s address with another’s date agree on nobody', async () => {
  const database = await testDatabase()
  const { event, entry } = await aHolder(database)
  const other = await aGuest(database, event, { email: 'sara@guest.example' })
  const theirs = await withEntry(database, event, other)
  await receive(database, gmailReply({ ...entry, uid: theirs.uid, headers }))
  expect(await inboxOf(database)).toEqual(['reply waiting mismatch'])
})

test('an assistant’s answer from the guest’s own address counts, and says whose it is', async () => {
  const database = await testDatabase()
  const { guest, entry } = await aHolder(database)
  const assistant = { from: 'sara@guest.example', attendee: 'ali@guest.example', headers }
  await receive(database, outlookReply({ ...entry, ...assistant }))
  const [answer] = await database.read.select().from(answers).where(eq(answers.via, 'calendar'))
  expect([answer?.status, answer?.note]).toEqual(['accepted', 'Ali Hassan <sara@guest.example>'])
  expect(await standing(database, guest.attendeeId)).toEqual(['accepted', 'calendar'])
})

test('what was said later on the web stands against an older calendar answer, whatever that one’s clock says', async () => {
  const database = await testDatabase()
  const { event, guest, entry } = await aHolder(database)
  const given = anAnswer(event.meeting.id, 'declined')
  await submitAnswer(database, guest.scope, { given, site, now: later(20) })
  const { sequence } = await entryOf(database, guest)
  expect(sequence).toBe(1)
  for (const stampedAt of ['20261123T091000Z', '20301123T091000Z'])
    await receive(database, gmailReply({ ...entry, stampedAt, headers }), { receivedAt: later(15) })
  expect(await standing(database, guest.attendeeId)).toEqual(['declined', 'link'])
  expect(new Set(await inboxOf(database))).toEqual(new Set(['reply waiting withdrawn']))

  const tentative = await aGuest(database, event, { email: 'sara@guest.example' })
  const hers = await withEntry(database, event, tentative)
  const yes = anAnswer(event.meeting.id, 'accepted')
  await submitAnswer(database, tentative.scope, { given: yes, site, now: later(20) })
  const no = { from: 'sara@guest.example', partstat: 'DECLINED', stampedAt: '20261123T091000Z', headers }
  await receive(database, gmailReply({ ...hers, ...no }), { receivedAt: later(15) })
  expect(await standing(database, tentative.attendeeId)).toEqual(['accepted', 'link'])
  expect(await inboxOf(database)).toContain('reply waiting laterAnswer')
})

test('of several calendar answers the last counts, in whatever order they arrive', async () => {
  const database = await testDatabase()
  const { guest, entry } = await aHolder(database)
  const last = gmailReply({ ...entry, partstat: 'DECLINED', stampedAt: '20261123T094000Z', headers })
  const first = gmailReply({ ...entry, partstat: 'ACCEPTED', stampedAt: '20261123T093000Z', headers })
  await receive(database, last, { receivedAt: later(50) })
  await receive(database, first, { receivedAt: later(51) })
  expect(await standing(database, guest.attendeeId)).toEqual(['declined', 'calendar'])
  expect(await inboxOf(database)).toEqual(['reply recorded recorded', 'reply ignored older'])
})

test('an answer to a former hour waits, one to a former place counts', async () => {
  const database = await testDatabase()
  const { event, guest, entry } = await aHolder(database)
  const { name, capacity, answerBy } = event.meeting
  const moved = partContent({ name, capacity, answerBy, startsAt: new Date('2026-12-14T08:00:00Z') })
  await database.write((tx) =>
    editPart(tx, event.scope, { partId: event.meeting.id, content: moved, now: later(1) }),
  )
  await submitAnswer(database, guest.scope, {
    given: anAnswer(event.meeting.id, 'declined'),
    site,
    now: later(2),
  })
  await submitAnswer(database, guest.scope, {
    given: anAnswer(event.meeting.id, 'tentative'),
    site,
    now: later(3),
  })
  await receive(database, gmailReply({ ...entry, headers }))
  expect(await inboxOf(database)).toEqual(['reply waiting outdated'])
  await receive(database, gmailReply({ ...entry, startsAt: '20261214T080000Z', headers }))
  expect(await standing(database, guest.attendeeId)).toEqual(['accepted', 'calendar'])
})

test('after the deadline, and to an event called off, an answer waits', async () => {
  const database = await testDatabase()
  const { event, guest, entry } = await aHolder(database)
  await database.write((tx) =>
    tx
      .update(parts)
      .set({ answerBy: later(1) })
      .where(eq(parts.id, event.meeting.id)),
  )
  await receive(database, gmailReply({ ...entry, headers }))
  expect(await inboxOf(database)).toEqual(['reply waiting deadlinePassed'])
  expect(await standing(database, guest.attendeeId)).toEqual(['tentative', 'link'])
})

test('without a trusted host the sender’s own signature is verified, and one that does not fit is none', async () => {
  const database = await testDatabase()
  const { guest, entry } = await aHolder(database)
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const resolver = async (name: string) => {
    if (name === 's1._domainkey.guest.example') return [[`v=DKIM1; k=rsa; p=${key}`]]
    throw Object.assign(new Error('No such name'), { code: 'ENOTFOUND' })
  }
  const signed = async (raw: string, signingDomain = 'guest.example') => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const key = { signingDomain, selector: 's1', privateKey: pem }
    const { signatures } = await dkimSign(raw, { ...key, ...{ signatureData: [key] } })
    return signatures + raw
  }
  const own = { resolver, authserv: undefined }
  const raw = outlookReply({ ...entry, headers: [] })
  await receive(database, (await signed(raw)).replace('Partner meeting', 'Another'), own)
  await receive(database, await signed(raw, 'evil.example'), own)
  expect(await inboxOf(database)).toEqual(['reply waiting unauthenticated', 'reply waiting unauthenticated'])
  await receive(database, await signed(raw), own)
  expect(await standing(database, guest.attendeeId)).toEqual(['accepted', 'calendar'])
})
