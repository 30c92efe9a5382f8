import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { changeGuests, planBulk } from '#app/answers/bulk.server.ts'
import { guestFilter } from '#app/answers/guest-filter.ts'
import { countGuests, readGuests } from '#app/answers/guest-list.server.ts'
import { addNote } from '#app/answers/notes.server.ts'
import { selectionOf } from '#app/answers/selection.server.ts'
import { tellDeeds, tellNotes } from '#app/answers/story.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { undoChange } from '#app/answers/undo.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { attendees, invitations } from '#db/schema/invitations.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

const start = { cursor: null, backwards: false }

/** The names a table shows for a query. */
async function shown(database: Database, event: Event, query: string): Promise<string[]> {
  const filter = { ...guestFilter(new URLSearchParams(query)), part: event.meeting.id }
  const { guests } = await readGuests(database.read, event.scope, filter, start)
  const { value } = await countGuests(database.read, event.scope, filter)
  expect(value).toBe(guests.length)
  return guests.map(({ names, organisationName }) => names.latin?.full ?? organisationName.en ?? '')
}

test('a row for each person and each silent institution, found by state, need, kind, word and address', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 2 })
  const ali = await aGuest(database, event, { name: 'Ali Hassan', email: 'ali@guest.example' })
  await aGuest(database, event, { name: 'Zaid Omar', email: 'zaid@elsewhere.example', language: 'ar' })
  await aGuest(database, event, { name: 'Gone Away', state: 'revoked' })
  const silent = await anInstitution(database, event, { name: 'Ministry of Silence' })
  const speaking = await anInstitution(database, event, { name: 'Ministry of Words' })
  const needs = { access: 'Wheelchair' }
  const given = anAnswer(event.meeting.id, 'accepted', { needs })
  await submitAnswer(database, ali.scope, { given, site, now })
  const names = [aDelegate('Sara Karim'), aDelegate('Huda Salih', { seat: 'alternate' })]
  const answer = anAnswer(event.meeting.id, 'accepted', { names })
  await submitAnswer(database, speaking.scope, { given: answer, site, now })
  const of = (query: string) => shown(database, event, query)
  expect(await of('')).toEqual(['Ministry of Silence', 'Ali Hassan', 'Huda Salih', 'Sara Karim', 'Zaid Omar'])
  expect(await of('status=accepted')).toEqual(['Ali Hassan', 'Sara Karim'])
  expect(await of('state=unanswered')).toEqual(['Ministry of Silence', 'Zaid Omar'])
  expect(await of('state=withdrawn')).toEqual(['Gone Away'])
  expect(await of('needs=yes')).toEqual(['Ali Hassan'])
  expect(await of('kind=ministry')).toEqual(['Ministry of Silence', 'Huda Salih', 'Sara Karim'])
  expect(await of('seat=institution')).toEqual(['Ministry of Silence'])
  expect(await of('seat=alternate')).toEqual(['Huda Salih'])
  expect(await of('language=ar')).toEqual(['Zaid Omar'])
  expect(await of('search=HASS')).toEqual(['Ali Hassan'])
  expect(await of('search=elsewhere')).toEqual(['Zaid Omar'])
  expect(await of('search=words')).toEqual(['Huda Salih', 'Sara Karim'])
  expect(await of('search=nobody')).toEqual([])
  expect((await of('sort=answered')).slice(-2)).toEqual(['Zaid Omar', 'Ministry of Silence'])
  expect(await of(`organisation=${silent.organisationId}`)).toEqual(['Ministry of Silence'])
})

test('every row is met once, forwards and back, in every order', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  for (let n = 0; n < 120; n++)
    await aGuest(database, event, { name: `Guest ${String(n % 40).padStart(3, '0')}`, email: null })
  for (const sort of ['name', 'organisation', 'state', 'answered']) {
    const filter = { ...guestFilter(new URLSearchParams({ sort })), part: event.meeting.id }
    const forwards: string[] = []
    let place: { cursor: string | null; backwards: boolean } = start
    let last = await readGuests(database.read, event.scope, filter, place)
    for (;;) {
      forwards.push(...last.guests.map(({ id }) => id))
      if (!last.after) break
      place = { cursor: last.after, backwards: false }
      last = await readGuests(database.read, event.scope, filter, place)
    }
    expect(new Set(forwards).size).toBe(120)
    const back = await readGuests(database.read, event.scope, filter, {
      cursor: last.before,
      backwards: true,
    })
    expect(back.guests.map(({ id }) => id)).toEqual(forwards.slice(50, 100))
  }
})

test('a change to many is shown first, made once, and taken back where nobody changed it since', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const [ali, sara] = [await aGuest(database, event), await aGuest(database, event, { language: 'ar' })]
  const zaid = await aGuest(database, event, { name: 'Zaid' })
  const foreign = await aGuest(database, other)
  const query = new URLSearchParams([
    ...[ali, sara, zaid, foreign].map(({ attendeeId }) => ['pick', `p.${attendeeId}`]),
  ])
  const selection = await selectionOf(database.read, event.scope, query)
  const change = { act: 'language' as const, value: 'ar' }
  expect(await planBulk(database.read, event.scope, selection, change)).toEqual({
    ...{ people: 3, institutions: 0, changed: 2, answered: 0 },
  })
  const id = newId()
  const make = () => database.write((tx) => changeGuests(tx, event.scope, { id, selection, change, now }))
  expect([await make(), await make()]).toEqual([
    { ok: true, changed: 2 },
    { ok: true, changed: 2 },
  ])
  const languages = async () =>
    Object.fromEntries(
      (await database.read.select().from(attendees)).map(({ id, language }) => [id, language]),
    )
  expect(await languages()).toEqual({
    ...{
      [ali.attendeeId]: 'ar',
      [sara.attendeeId]: 'ar',
      [zaid.attendeeId]: 'ar',
      [foreign.attendeeId]: 'en',
    },
  })
  expect(await tellDeeds(database.read, event.scope, ali.id)).toMatchObject([{ from: 'en', to: 'ar' }])
  await database.write(async (tx) => {
    await tx.update(attendees).set({ language: 'fr' }).where(eq(attendees.id, zaid.attendeeId))
    await tx.update(invitations).set({ language: 'fr' }).where(eq(invitations.id, zaid.id))
  })
  const undo = (scope: Event['scope'], at = now) =>
    database.write((tx) => undoChange(tx, scope, { id, now: at }))
  expect(await undo(other.scope)).toEqual({ ok: false, reason: 'tooLate' })
  expect(await undo(event.scope, new Date(now.getTime() + 3_600_000))).toMatchObject({ ok: false })
  expect(await undo(event.scope)).toEqual({ ok: true, restored: 2, left: 2 })
  expect(await undo(event.scope)).toEqual({ ok: false, reason: 'tooLate' })
  expect(await languages()).toMatchObject({
    ...{ [ali.attendeeId]: 'en', [sara.attendeeId]: 'ar', [zaid.attendeeId]: 'fr' },
  })
})

test('guests are invited to a further part and let go of it again, and a note stands in the story once', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const ali = await aGuest(database, event)
  const selection = await selectionOf(database.read, event.scope, new URLSearchParams('everybody=yes'))
  const id = newId()
  const invite = (value: string) => {
    const change = { act: 'invite' as const, value }
    return database.write((tx) => changeGuests(tx, event.scope, { id, selection, change, now }))
  }
  expect(await invite(other.meeting.id)).toEqual({ ok: false, reason: 'notFound' })
  expect(await invite(event.exhibition.id)).toEqual({ ok: true, changed: 1 })
  expect(await database.write((tx) => undoChange(tx, event.scope, { id, now }))).toEqual({
    ...{ ok: true, restored: 1, left: 0 },
  })
  const note = { id: newId(), invitationId: ali.id, content: { what: 'called' as const, text: 'Busy' }, now }
  for (const _ of [1, 2]) await database.write((tx) => addNote(tx, event.scope, note))
  expect(await tellNotes(database.read, event.scope, ali.id)).toMatchObject([
    { what: 'called', text: 'Busy' },
  ])
  expect(await database.write((tx) => addNote(tx, other.scope, { ...note, id: newId() }))).toEqual({
    ...{ ok: false, reason: 'notFound' },
  })
})
