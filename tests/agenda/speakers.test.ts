import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findSpeakerByToken } from '#app/accounts/speaker-scope.server.ts'
import { setContact } from '#app/agenda/enrol.server.ts'
import { orderByPrecedence } from '#app/agenda/order-roles.server.ts'
import { describeYourself, showYourself } from '#app/agenda/presenting.server.ts'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import { findReleasedItem, lastRelease } from '#app/agenda/released.server.ts'
import { addAttendee, addWrittenName } from '#app/agenda/roles.server.ts'
import { readSpeakers } from '#app/agenda/speakers.server.ts'
import { replaceSpeakerLink, submitSpeakerRequests } from '#app/answers/ask-speakers.server.ts'
import { submitSpeakerAnswer } from '#app/answers/speaking.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { addPart } from '#app/events/parts.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anItem, aRelease } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { partContent } from '#tests/support/events.ts'
import { aPhoto, aStore } from '#tests/support/exhibition.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, rowFor, site } from '#tests/support/guests.ts'
import { answerAs, aPersonSpeaking, speakerScope, speakerToken } from '#tests/support/speakers.ts'

type Event = Awaited<ReturnType<typeof anEvent>>
const ask = { kind: 'ask', word: { en: 'Ten minutes, please.' }, site, now } as const

const standing = async (database: Database, event: Event) =>
  (await readSpeakers(database.read, event.id)).map(({ state }) => state)

test('a speaker is asked once by mail, confirms, and becomes a guest who comes', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 0 })
  const itemId = await anItem(database, event)
  const personId = await aPersonSpeaking(database, event, itemId)
  expect(await standing(database, event)).toEqual(['notAsked'])

  const both = await Promise.all([1, 2].map(() => submitSpeakerRequests(database, event.scope, ask)))
  expect(both.map((one) => (one.ok ? one.asked : one.reason)).sort()).toEqual(expect.arrayContaining([1]))
  const [mail, ...more] = await database.read.select().from(messages)
  expect([mail?.to.address, more]).toEqual(['noor@moh.example', []])
  const link = await speakerToken(database, event)
  expect(mail?.text).toContain(`${site.appUrl}/s/${link}`)
  expect(mail?.text).toContain('Ten minutes, please.')
  expect(await standing(database, event)).toEqual(['asked'])
  const again = await submitSpeakerRequests(database, event.scope, ask)
  expect(again).toEqual({ ok: false, reason: 'nobody' })
  const remind = { ...ask, kind: 'remind' as const }
  const reminded = [
    await submitSpeakerRequests(database, event.scope, remind),
    await submitSpeakerRequests(database, event.scope, remind),
  ]
  expect(reminded.map((one) => one.ok && one.mailed)).toEqual([1, 0])

  // Also where the part has no seat left, and once however often the form comes.
  await Promise.all([1, 2].map(() => answerAs(database, event, 'confirmed')))
  expect(await standing(database, event)).toEqual(['confirmed'])
  const guests = await database.read.select().from(attendees).where(eq(attendees.eventId, event.id))
  expect(guests.map((guest) => [guest.personId, guest.source])).toEqual([[personId, 'invitation']])
  const [attendance] = await database.read.select().from(attendances)
  expect([attendance?.partId, attendance?.status]).toEqual([event.meeting.id, 'accepted'])
  const [invitation] = await database.read.select().from(invitations)
  expect(invitation?.state).toBe('sent')
  const confirmations = await database.read
    .select({ calendar: messages.calendar })
    .from(messages)
    .where(eq(messages.kind, 'confirmation'))
  expect(confirmations.map(({ calendar }) => calendar?.includes('METHOD:REQUEST'))).toEqual([true])
  const item = await findAgendaItem(database.read, event.id, itemId)
  expect(item?.roles[0]?.contribution).toEqual({ en: 'Ten years of data' })
})

test('who is invited already, under whatever invitation, is never made a second guest', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const guest = await aGuest(database, event, { name: 'Ali Hassan', email: 'ali@guest.example' })
  await database.write((tx) =>
    addAttendee(tx, event.scope, { itemId, attendeeId: guest.attendeeId, role: 'chair', now }),
  )
  const holder = {
    names: { latin: { full: 'Ali Hassan' } },
    honorific: {},
    position: {},
    organisationName: {},
  }
  const written = await database.write((tx) =>
    addWrittenName(tx, event.scope, { itemId, role: 'speaker', holder, now }),
  )
  const roleId = written.ok ? written.id : ''
  const contact = { roleId, email: 'ali@guest.example', language: 'en', secret: site.secret, now } as const
  await database.write((tx) => setContact(tx, event.scope, contact))
  await submitSpeakerRequests(database, event.scope, ask)
  await answerAs(database, event, 'confirmed')
  await answerAs(database, event, 'confirmed', { at: 1 }).catch(() => null)
  expect(await database.read.$count(attendees, eq(attendees.eventId, event.id))).toBe(1)
  const [attendance] = await database.read
    .select()
    .from(attendances)
    .where(and(eq(attendances.attendeeId, guest.attendeeId), eq(attendances.partId, event.meeting.id)))
  expect(attendance?.status).toBe('accepted')
})

test('somebody only written in comes into the directory by confirming; by declining, into nothing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const written = (full: string) =>
    database.write((tx) =>
      addWrittenName(tx, event.scope, {
        ...{ itemId, role: 'speaker', now },
        holder: {
          ...{ names: { latin: { full } }, honorific: {}, position: { en: 'Professor' } },
          organisationName: { en: 'University of Duhok' },
        },
      }),
    )
  await written('Dilshad Omar')
  await written('Lana Aziz')
  const asked = await submitSpeakerRequests(database, event.scope, ask)
  expect(asked).toEqual({ ok: true, asked: 2, mailed: 0, withoutAddress: 2 })
  await answerAs(database, event, 'confirmed')
  await answerAs(database, event, 'declined', { at: 1 })
  const [guest, ...others] = await database.read.select().from(attendees)
  expect([guest?.names.latin?.full, guest?.organisationName, others]).toEqual([
    ...['Dilshad Omar', { en: 'University of Duhok' }],
    [],
  ])
  const people = await readSpeakers(database.read, event.id)
  expect(people.map(({ state, roles }) => [state, roles[0]?.reason])).toEqual([
    ['confirmed', ''],
    ['declined', 'On mission'],
  ])
})

test('a delegate who confirms comes to a part that their institution was not invited to; nobody else of it does', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const closing = { ...partContent({ name: { en: 'Dinner' } }), kind: 'reception' as const }
  const dinner = await database.write((tx) => addPart(tx, event.scope, { content: closing, now }))
  const partId = dinner.ok ? dinner.id : ''
  const ministry = await anInstitution(database, event, { seats: 2 })
  const salwa = aDelegate('Salwa Karim', { email: 'salwa@ministry.example' })
  const omar = aDelegate('Omar Hassan')
  const accepted = anAnswer(event.meeting.id, 'accepted')
  const name = (names: (typeof salwa)[]) =>
    submitAnswer(database, ministry.scope, { given: { ...accepted, requestId: newId(), names }, site, now })
  expect(await name([salwa, omar])).toMatchObject({ ok: true })
  const itemId = await anItem(database, event, { partId })
  const attendeeId = salwa.spareId
  await database.write((tx) => addAttendee(tx, event.scope, { itemId, attendeeId, role: 'speaker', now }))
  await submitSpeakerRequests(database, event.scope, ask)
  await answerAs(database, event, 'confirmed')
  const standings = async () => {
    const rows = await database.read
      .select({ attendeeId: attendances.attendeeId, partId: attendances.partId, status: attendances.status })
      .from(attendances)
    return rows
      .map((row) => [
        row.attendeeId === attendeeId ? 'Salwa' : 'Omar',
        row.partId === partId ? 'dinner' : 'meeting',
        row.status,
      ])
      .sort()
  }
  const everybody = [
    ['Omar', 'meeting', 'accepted'],
    ['Salwa', 'dinner', 'accepted'],
    ['Salwa', 'meeting', 'accepted'],
  ]
  expect(await standings()).toEqual(everybody)
  const told = (await database.read.select().from(messages)).filter(({ attendeeId: of }) => of === attendeeId)
  expect(told.some(({ calendar, text }) => calendar && text.includes('Dinner'))).toBe(true)

  // What the institution says later leaves the part alone, until it takes them off its list.
  await name([rowFor(salwa, { position: 'Minister' }), rowFor(omar)])
  expect(await standings()).toEqual(everybody)
  await name([rowFor({ ...salwa, position: 'Minister' }, { isRemoved: true }), rowFor(omar)])
  expect((await standings()).filter(([who]) => who === 'Salwa')).toEqual([
    ['Salwa', 'dinner', 'cancelled'],
    ['Salwa', 'meeting', 'cancelled'],
  ])
})

test('a link is dead once it is renewed, and with it the mails that bear it; drafts and begun parts are closed', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  await aPersonSpeaking(database, event, itemId)
  await submitSpeakerRequests(database, event.scope, ask)
  const old = await speakerToken(database, event)
  const [person] = await readSpeakers(database.read, event.id)
  const roleId = person?.roles[0]?.id ?? ''
  const renewal = { roleId, secret: site.secret, now }
  expect(await database.write((tx) => replaceSpeakerLink(tx, event.scope, renewal))).toEqual({ ok: true })
  expect(await findSpeakerByToken(database.read, old)).toBeNull()
  const [mail] = await database.read.select({ state: messages.state }).from(messages)
  expect(mail?.state).toBe('withdrawn')

  const scope = await speakerScope(database, event)
  const late = new Date('2026-12-14T08:00:00Z')
  const replies = [{ roleId, reply: 'confirmed' as const, reason: '', contribution: {} }]
  const refusal = (given: { replies: typeof replies; now: Date }) =>
    submitSpeakerAnswer(database, scope, { ...given, site })
  expect(await refusal({ replies, now: late })).toEqual({ ok: false, reason: 'closed' })
  const foreign = replies.map((reply) => ({ ...reply, roleId: itemId }))
  expect(await refusal({ replies: foreign, now })).toEqual({ ok: false, reason: 'notFound' })
  const draft = await anEvent(database, { state: 'draft' })
  const tooEarly = await submitSpeakerRequests(database, draft.scope, ask)
  expect(tooEarly).toEqual({ ok: false, reason: 'notPublished' })
})

test('what speakers say of themselves is public with the next version, and counts as a change', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  await aPersonSpeaking(database, event, itemId)
  await submitSpeakerRequests(database, event.scope, ask)
  await aRelease(database, event)
  const scope = await speakerScope(database, event)
  const stores = { database, files: aStore() }
  const biography = { en: 'Leads the **statistics** office.' }
  await database.write((tx) => describeYourself(tx, scope, { biography, now }))
  expect((await showYourself(stores, scope, { bytes: await aPhoto(), now })).ok).toBe(true)
  const shown = async () => {
    const release = await lastRelease(database.read, event.id)
    return (release && (await findReleasedItem(database.read, release, itemId)))?.roles[0]?.presented
  }
  expect(await shown()).toBeUndefined()
  await aRelease(database, event)
  expect(await shown()).toMatchObject({ biography, picture: { width: expect.any(Number) } })
})

test('one click puts the people of an item into the order of precedence, interpreters apart', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const add = (full: string, role: 'speaker' | 'interpreter' | 'chair', position: string) =>
    database.write((tx) =>
      addWrittenName(tx, event.scope, {
        ...{ itemId, role, now },
        holder: {
          names: { latin: { full } },
          honorific: {},
          position: { en: position },
          organisationName: { en: 'Government' },
        },
      }),
    )
  await add('Interpreter One', 'interpreter', 'Interpreter')
  await add('Adviser Two', 'speaker', 'Adviser')
  await add('Minister Three', 'speaker', 'Minister of Planning')
  await add('Chair Four', 'chair', 'Director')
  await database.write((tx) => orderByPrecedence(tx, event.scope, { itemId, now }))
  const item = await findAgendaItem(database.read, event.id, itemId)
  expect(item?.roles.map(({ names }) => names.latin?.full)).toEqual([
    'Chair Four',
    'Minister Three',
    'Adviser Two',
    'Interpreter One',
  ])
})
