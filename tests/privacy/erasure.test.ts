import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { readPartCounts } from '#app/answers/overview.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { enqueue } from '#app/mail/outbox.server.ts'
import { readStopped } from '#app/mail/suppression.server.ts'
import { eraseByRequest } from '#app/privacy/decide.server.ts'
import { previewErasure } from '#app/privacy/erase.server.ts'
import { decisionMail } from '#app/privacy/notice.server.ts'
import { purgeWhatIsDue } from '#app/privacy/purge.server.ts'
import { readRequest } from '#app/privacy/read.server.ts'
import { askForRights } from '#app/privacy/requests.server.ts'
import { personEmails } from '#db/schema/directory.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aStore } from '#tests/support/exhibition.ts'
import { aDelegate, anAnswer, anInstitution, site } from '#tests/support/guests.ts'
import { aKnownGuest, tracesLeft } from '#tests/support/known-guest.ts'
import { aMessage } from '#tests/support/mail.ts'

const afterwards = new Date('2027-01-10T09:00:00Z')

type Known = Awaited<ReturnType<typeof aKnownGuest>>

async function anErasure({ database, stores, event, guest }: Known, reach: 'event' | 'office', at: Date) {
  const asked = await database.write((tx) =>
    askForRights(tx, guest.scope, { kind: 'erasure', reason: 'Because of my grandmother', now }),
  )
  if (!asked.ok) throw new Error(asked.reason)
  const erased = await eraseByRequest(stores, event.scope, {
    ...{ requestId: asked.id, reach, answer: '', mail: null, now: at },
  })
  return { requestId: asked.id, erased }
}

const without = (contents: Awaited<ReturnType<typeof contentsOf>>, id: string) =>
  Object.values(contents).flatMap((rows) =>
    rows.map((row) => JSON.stringify(row)).filter((row) => row.includes(id)),
  )

test('after an erasure no table holds a word of the person, figures stay, and nobody else is touched', async () => {
  const known = await aKnownGuest()
  const { database, event, neighbour } = known
  expect((await tracesLeft(database)).length).toBeGreaterThan(10)
  const figures = await readPartCounts(database.read, event.scope)
  const theirs = without(await contentsOf(database), neighbour.attendeeId)
  const { erased, requestId } = await anErasure(known, 'office', afterwards)
  expect(erased.ok && erased.counts).toMatchObject({
    ...{
      names: 1,
      seats: 0,
      said: 2,
      files: 1,
      roles: 4,
      directory: 1,
      imports: 4,
      inbox: 2,
      suppression: 2,
      letters: 1,
      clearance: 1,
    },
  })
  expect(await tracesLeft(database)).toEqual([])
  expect(await readPartCounts(database.read, event.scope)).toEqual(figures)
  expect(without(await contentsOf(database), neighbour.attendeeId)).toEqual(theirs)
  const stopped = { officeId: event.officeId, kind: 'announcement', addresses: ['zainab.qasim@moh.example'] }
  expect([...(await readStopped(database.read, stopped)).values()]).toEqual(['unsubscribed'])
  const request = await readRequest(database.read, event.scope, requestId)
  expect(request).toMatchObject({ state: 'granted', reach: 'office', reason: '' })
  expect(
    await eraseByRequest(known.stores, event.scope, {
      ...{ requestId, reach: 'office', answer: '', mail: null, now: afterwards },
    }),
  ).toEqual({ ok: false, reason: 'isDecided' })
})

test('what an erasure will touch is told exactly beforehand, and changes nothing', async () => {
  const known = await aKnownGuest()
  const { database, event, guest } = known
  const before = await contentsOf(database)
  const whose = { officeId: event.officeId, eventId: event.id, attendeeId: guest.attendeeId }
  const preview = await previewErasure(database, whose, { reach: 'event', now: afterwards })
  expect(await contentsOf(database)).toEqual(before)
  const { erased } = await anErasure(known, 'event', afterwards)
  // The request itself has come into the history meanwhile.
  expect(erased.ok && { ...erased.counts, history: 0, requests: 0 }).toEqual({
    ...preview,
    history: 0,
    requests: 0,
  })
  const emails = await database.read
    .select()
    .from(personEmails)
    .where(eq(personEmails.personId, guest.personId))
  expect(emails.length).toBe(1)
})

test('a seat ahead is given up, waiting mails never leave, one in a worker’s hand is left alone', async () => {
  const known = await aKnownGuest()
  const { database, event, guest } = known
  const mail = aMessage({ officeId: event.officeId, eventId: event.id, state: 'queued' })
  const inHand = await database.write((tx) => enqueue(tx, { ...mail, attendeeId: guest.attendeeId }))
  await database.write((tx) =>
    tx
      .update(messages)
      .set({ state: 'sending', leasedBy: 'worker', leasedUntil: afterwards })
      .where(eq(messages.id, inHand?.id ?? '')),
  )
  const [before] = await readPartCounts(database.read, event.scope)
  const { erased } = await anErasure(known, 'event', now)
  expect(erased.ok && erased.counts.seats).toBe(1)
  const [after] = await readPartCounts(database.read, event.scope)
  expect([before?.accepted, after?.accepted]).toEqual([2, 1])
  const mails = await database.read
    .select({ state: messages.state, to: messages.to, text: messages.text, leasedBy: messages.leasedBy })
    .from(messages)
    .where(eq(messages.attendeeId, guest.attendeeId))
  expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['sent', 'withdrawn']))
  expect(mails.every(({ to, text, leasedBy }) => !to.address && !text && leasedBy === null)).toBe(true)
})

test('a delegate is taken out of the mails to the ministry, which still go', async () => {
  const database = await testDatabase()
  const stores = { database, files: aStore() }
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const names = [aDelegate('Zainab Qasim', { email: 'zainab.qasim@moh.example' }), aDelegate('Omar Nasser')]
  const given = anAnswer(event.meeting.id, 'accepted', {
    ...{ names, message: 'Write to zainab.qasim@moh.example' },
    focal: { name: 'Zainab Qasim', phone: '+964 770 1' },
    replies: [{ partId: event.meeting.id, reply: 'accepted', reason: 'Zainab Qasim leads' }],
  })
  await submitAnswer(database, ministry.scope, { given, site, now })
  const [zainab] = await database.read
    .select({ id: attendees.id })
    .from(attendees)
    .where(eq(attendees.email, 'zainab.qasim@moh.example'))
  const asked = await database.write((tx) =>
    askForRights(
      tx,
      { ...ministry.scope, isOrganisation: false, attendeeId: zainab?.id ?? '' },
      { kind: 'erasure', reason: '', now },
    ),
  )
  if (!asked.ok) throw new Error(asked.reason)
  const notice = await decisionMail(database.read, {
    ...{ attendeeId: zainab?.id ?? '', eventId: event.id, kind: 'erasure', state: 'granted', answer: '' },
    appUrl: site.appUrl,
  })
  await eraseByRequest(stores, event.scope, {
    ...{ requestId: asked.id, reach: 'event', answer: '', mail: notice, now },
  })
  const toMinistry = await database.read
    .select({ text: messages.text, state: messages.state, to: messages.to })
    .from(messages)
    .where(eq(messages.invitationId, ministry.id))
  const confirmation = toMinistry.find(({ to }) => to.address === 'office@ministry.example')
  expect(confirmation?.state).toBe('queued')
  expect(confirmation?.text).toContain('Omar Nasser')
  expect(confirmation?.text).not.toContain('Zainab')
  // Only the mail that tells her so still knows her, until it has left.
  expect((await tracesLeft(database)).map((row) => row.split(':')[0])).toEqual(['messages'])
  await database.write((tx) => tx.update(messages).set({ state: 'sent' }).where(eq(messages.state, 'queued')))
  await purgeWhatIsDue(stores, () => now)
  expect(await tracesLeft(database)).toEqual([])
  const rest = await database.read.select().from(attendees).where(eq(attendees.invitationId, ministry.id))
  expect(rest.map(({ seat }) => seat).sort()).toEqual(['delegate', 'removed'])
})
