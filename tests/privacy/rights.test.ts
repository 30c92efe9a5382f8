import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { makeCopy } from '#app/privacy/copy.server.ts'
import { grantRequest, refuseRequest } from '#app/privacy/decide.server.ts'
import { readHeldByLink } from '#app/privacy/held.server.ts'
import { giveListing, giveListingOnBehalf, mayBeListed } from '#app/privacy/listing.server.ts'
import { countDataRequests, readOwnRequests, readRequests } from '#app/privacy/read.server.ts'
import { askForRights, withdrawRequest } from '#app/privacy/requests.server.ts'
import type { Database } from '#db/client.server.ts'
import { persons } from '#db/schema/directory.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'

test('a guest’s link shows what is held about them, without the office’s notes, and copies it', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event, { name: '=HYPERLINK("x")' })
  await database.write((tx) =>
    tx.update(persons).set({ notes: 'Difficult', phone: '+964 770 1' }).where(eq(persons.id, guest.personId)),
  )
  const given = anAnswer(event.meeting.id, 'accepted', { needs: { diet: 'Vegan' }, message: 'See you' })
  await submitAnswer(database, guest.scope, { given, site, now })
  const found = await readHeldByLink(database.read, guest.token)
  if (!found) throw new Error('The link leads nowhere')
  const copying = { ...found, language: 'en' as const, now }
  const json = new TextDecoder().decode((await makeCopy('json', copying)).bytes)
  expect(JSON.parse(json).chapters.map(({ chapter }: { chapter: string }) => chapter)).toEqual([
    ...['directory', 'invitation', 'messages'],
  ])
  for (const word of ['Vegan', 'See you', '+964 770 1', 'ali@guest.example']) expect(json).toContain(word)
  expect(json).not.toContain('Difficult')
  const sheet = await makeCopy('xlsx', copying)
  expect(sheet.name).toMatch(/^[\x20-\x7e]+$/)
  expect(Buffer.from(sheet.bytes).subarray(0, 2).toString()).toBe('PK')
  expect(await readHeldByLink(database.read, 'nothing')).toBe(null)
})

test('an institution sees itself and whom it named, and can ask nothing in their name', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const given = anAnswer(event.meeting.id, 'accepted', { names: [aDelegate('Salwa Karim')] })
  await submitAnswer(database, ministry.scope, { given, site, now })
  const found = await readHeldByLink(database.read, ministry.token)
  expect(found?.held.map(({ name }) => name)).toEqual(['institution', 'delegates'])
  const asking = { kind: 'erasure' as const, reason: '', now }
  expect(await database.write((tx) => askForRights(tx, ministry.scope, asking))).toEqual({
    ...{ ok: false, reason: 'notFound' },
  })
})

test('requests are asked once, due in thirty days, corrected, refused with a reason, withdrawn', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database, { officeId: event.officeId })
  const guest = await aGuest(database, event)
  const stranger = await aGuest(database, event, { name: 'Sara Aziz' })
  const wanted = { name: 'علي حسن', phone: '+964 770 2' }
  const ask = (kind: 'access' | 'correction' | 'erasure') =>
    database.write((tx) => askForRights(tx, guest.scope, { kind, reason: '', wanted, now }))
  const [correction, erasure, access] = [await ask('correction'), await ask('erasure'), await ask('access')]
  if (!correction.ok || !erasure.ok || !access.ok) throw new Error('Not asked')
  expect(await ask('erasure')).toEqual({ ok: false, reason: 'isOpen' })
  expect(await countDataRequests(database.read, event.scope)).toBe(3)
  expect((await readRequests(database.read, other.scope, { page: 1 })).rows).toEqual([])
  const deciding = (requestId: string) => ({ requestId, answer: 'As the law has it', mail: null, now })
  const foreign = await database.write((tx) => refuseRequest(tx, other.scope, deciding(erasure.id)))
  expect(foreign).toEqual({ ok: false, reason: 'notFound' })
  const theirs = await database.write((tx) =>
    withdrawRequest(tx, stranger.scope, { requestId: access.id, now }),
  )
  expect(theirs).toEqual({ ok: false, reason: 'notFound' })

  await database.write((tx) =>
    grantRequest(tx, event.scope, { ...deciding(correction.id), inDirectory: true }),
  )
  const [attendee] = await database.read.select().from(attendees).where(eq(attendees.id, guest.attendeeId))
  const [person] = await database.read.select().from(persons).where(eq(persons.id, guest.personId))
  const names = { latin: { full: 'Ali Hassan' }, arabic: { full: 'علي حسن' } }
  expect([attendee?.names, person?.names, attendee?.phone]).toEqual([names, names, '+964 770 2'])
  await database.write((tx) => refuseRequest(tx, event.scope, deciding(erasure.id)))
  await database.write((tx) => withdrawRequest(tx, guest.scope, { requestId: access.id, now }))
  const own = await readOwnRequests(database.read, guest.attendeeId)
  expect(Object.fromEntries(own.map(({ kind, state }) => [kind, state]))).toEqual({
    ...{ correction: 'granted', erasure: 'refused', access: 'withdrawn' },
  })
  expect(own.find(({ kind }) => kind === 'erasure')).toMatchObject({
    answer: 'As the law has it',
    dueAt: new Date(now.getTime() + 30 * 86_400_000),
  })
  expect(await countDataRequests(database.read, event.scope)).toBe(0)
})

/** The people of an invitation, in the order in which they were named. */
async function namedOn(database: Database, invitationId: string): Promise<string[]> {
  const rows = await database.read
    .select({ id: attendees.id })
    .from(attendees)
    .where(eq(attendees.invitationId, invitationId))
    .orderBy(attendees.rank)
  return rows.map(({ id }) => id)
}

async function listed(database: Database, eventId: string): Promise<string[]> {
  const rows = await database.read
    .select({ id: attendees.id })
    .from(attendees)
    .where(and(eq(attendees.eventId, eventId), mayBeListed(database.read, attendees.id)))
  return rows.map(({ id }) => id).sort()
}

test('nobody is listed by silence; a delegate’s own word stands above the ministry’s', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const guest = await aGuest(database, event)
  const ministry = await anInstitution(database, event)
  const names = [aDelegate('Salwa Karim'), aDelegate('Omar Hassan')]
  await submitAnswer(database, ministry.scope, {
    given: anAnswer(event.meeting.id, 'accepted', { names }),
    ...{ site, now },
  })
  const [salwa = '', omar = ''] = await namedOn(database, ministry.id)
  expect(await listed(database, event.id)).toEqual([])
  const say = (scope: typeof guest.scope, agrees: boolean) =>
    database.write((tx) => giveListing(tx, scope, { agrees, now }))
  await say(guest.scope, true)
  await say(ministry.scope, true)
  expect(await listed(database, event.id)).toEqual([guest.attendeeId, salwa, omar].sort())
  await say({ ...ministry.scope, isOrganisation: false, attendeeId: omar }, false)
  await say(ministry.scope, true)
  await say(guest.scope, false)
  expect(await listed(database, event.id)).toEqual([salwa])
  const desk = (attendeeId: string) =>
    database.write((tx) => giveListingOnBehalf(tx, event.scope, { attendeeId, agrees: true, now }))
  expect([await desk(guest.attendeeId), await desk('nobody')]).toEqual([
    { ok: true },
    { ok: false, reason: 'notFound' },
  ])
  expect(await listed(database, event.id)).toEqual([guest.attendeeId, salwa].sort())
})
