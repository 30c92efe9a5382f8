import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { setContact } from '#app/agenda/enrol.server.ts'
import { addPaper } from '#app/agenda/papers.server.ts'
import { describeYourself, showYourself } from '#app/agenda/presenting.server.ts'
import { submitSpeakerRequests } from '#app/answers/ask-speakers.server.ts'
import { eraseByRequest } from '#app/privacy/decide.server.ts'
import { readHeld } from '#app/privacy/held.server.ts'
import { recordRightsRequest } from '#app/privacy/requests.server.ts'
import { eraseSpeaker, readSpeakerSubject } from '#app/privacy/speakers.server.ts'
import { readSubject } from '#app/privacy/subject.server.ts'
import { speakers } from '#db/schema/agenda.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { anItem, aRelease } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aPhoto, aStore } from '#tests/support/exhibition.ts'
import { aGuest, site } from '#tests/support/guests.ts'
import { tracesLeft } from '#tests/support/known-guest.ts'
import { answerAs, aWrittenSpeaker, speakerScope } from '#tests/support/speakers.ts'

const address = 'zainab.qasim@moh.example'

/** Somebody whose name and address alone are known, who was asked, sent everything, declined and stands in a version. */
async function aWrittenIn(name = 'Zainab Qasim') {
  const database = await testDatabase()
  const stores = { database, files: aStore() }
  const event = await anEvent(database)
  await aMember(database, event.officeId, { hasPassword: false })
  const itemId = await anItem(database, event)
  const roleId = await aWrittenSpeaker(database, event, { itemId, name })
  const contact = { roleId, email: address, language: 'en' as const, secret: site.secret, now }
  await database.write((tx) => setContact(tx, event.scope, contact))
  const asked = await submitSpeakerRequests(database, event.scope, { kind: 'ask', word: {}, site, now })
  expect(asked).toMatchObject({ ok: true, mailed: 1 })
  const scope = await speakerScope(database, event)
  const biography = { en: 'Registrar since 1990' }
  await database.write((tx) => describeYourself(tx, scope, { biography, now }))
  await showYourself(stores, scope, { bytes: await aPhoto(), now })
  const content = { title: { en: 'My grandmother' }, kind: 'slides', audience: 'staff' } as const
  const file = { bytes: aPdf, name: 'visa-letter.pdf' }
  await addPaper(stores, scope, { itemId, content, file, language: null, now })
  await aRelease(database, event)
  await answerAs(database, event, 'declined')
  return { database, stores, event, scope }
}

test('a speaker who is only written in gets a copy of everything, and nothing of them stays when they are erased', async () => {
  const { database, stores, event, scope } = await aWrittenIn()
  const { speakerId } = scope
  const subject = await readSpeakerSubject(database.read, event.scope, speakerId)
  if (!subject) throw new Error('nobody')
  const held = await readHeld(database.read, subject, 'identified')
  const labels = held.flatMap(({ name, facts }) => facts.map(({ label }) => `${name}.${String(label)}`))
  for (const label of ['biography', 'email', 'picture', 'paper', 'role'])
    expect(labels).toContain(`speaking.${label}`)
  expect(labels).toEqual(expect.arrayContaining(['agenda.role', 'messages.mail']))
  expect((await tracesLeft(database)).length).toBeGreaterThan(5)
  const other = await anEvent(database)
  expect(await readSpeakerSubject(database.read, other.scope, speakerId)).toBeNull()

  const both = await Promise.all([1, 2].map(() => eraseSpeaker(stores, event.scope, { speakerId, now })))
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await tracesLeft(database)).toEqual([])
  expect(stores.files.names()).toEqual([])
})

test('a name of one word, which history may keep, goes with its speaker, also out of versions that are out', async () => {
  const { database, stores, event, scope } = await aWrittenIn('Qasim')
  expect((await eraseSpeaker(stores, event.scope, { speakerId: scope.speakerId, now })).ok).toBe(true)
  const left = await tracesLeft(database)
  expect(left.filter((row) => !row.startsWith('audit_entries'))).toEqual([])
})

test('a guest with the same address is the same speaker, unless somebody else has that address too', async () => {
  const { database, stores, event, scope } = await aWrittenIn()
  const zainab = await aGuest(database, event, { name: 'Zainab Qasim', email: address.toUpperCase() })
  const subjectOf = (attendeeId: string) =>
    readSubject(database.read, { officeId: event.officeId, eventId: event.id, attendeeId }, 'event')
  expect((await subjectOf(zainab.attendeeId))?.speakerIds).toEqual([scope.speakerId])
  // A ministry's mailbox: now the name decides.
  const neighbour = await aGuest(database, event, { name: 'Omar Hassan', email: address })
  expect((await subjectOf(neighbour.attendeeId))?.speakerIds).toEqual([])
  expect((await subjectOf(zainab.attendeeId))?.speakerIds).toEqual([scope.speakerId])

  const asking = { attendeeId: neighbour.attendeeId, kind: 'erasure' as const, reason: '', now }
  const erase = async (attendeeId: string) => {
    const asked = await database.write((tx) =>
      recordRightsRequest(tx, event.scope, { ...asking, attendeeId }),
    )
    if (!asked.ok) throw new Error(asked.reason)
    const given = { requestId: asked.id, reach: 'event' as const, answer: '', mail: null, now }
    return eraseByRequest(stores, event.scope, given)
  }
  await erase(neighbour.attendeeId)
  expect(await database.read.$count(speakers)).toBe(1)
  await erase(zainab.attendeeId)
  expect(await database.read.$count(speakers)).toBe(0)
  const notices = await database.read.select().from(messages).where(eq(messages.kind, 'notice'))
  expect(notices.map(({ subject }) => subject.includes('Zainab'))).toEqual([false])
})
