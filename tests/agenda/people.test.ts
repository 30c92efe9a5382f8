import { expect, test } from 'vitest'
import { findCandidates } from '#app/agenda/candidates.server.ts'
import { agendaOfEvent, findAgendaItem } from '#app/agenda/read.server.ts'
import { addAttendee, addPerson, addWrittenName, editRole } from '#app/agenda/roles.server.ts'
import { checked, warningsOf } from '#app/agenda/warnings.ts'
import type { Database } from '#db/client.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { anItem, aSpeaker, onFirstDay } from '#tests/support/agenda.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest } from '#tests/support/guests.ts'

const later = new Date(now.getTime() + 60_000)
const missing = { ok: false, reason: 'notFound' }

async function rolesIn(database: Database, eventId: string, itemId: string) {
  return (await findAgendaItem(database.read, eventId, itemId))?.roles ?? []
}

test('a guest takes a role as their invitation names them, and once only', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const { attendeeId, personId } = await aGuest(database, event)
  const add = () =>
    database.write((tx) => addAttendee(tx, event.scope, { itemId, attendeeId, role: 'chair', now: later }))
  expect(await add()).toMatchObject({ ok: true })
  expect(await add()).toEqual({ ok: false, reason: 'duplicate' })
  const viaDirectory = await database.write((tx) =>
    addPerson(tx, event.scope, { itemId, personId, role: 'chair', now: later }),
  )
  expect(viaDirectory).toEqual({ ok: false, reason: 'duplicate' })
  expect(await rolesIn(database, event.id, itemId)).toMatchObject([
    {
      role: 'chair',
      attendeeId,
      personId,
      honorific: { en: 'H.E.' },
      names: { latin: { full: 'Ali Hassan' } },
      position: { en: 'Director General of Planning' },
      organisationName: { en: 'Ninewa Governorate' },
    },
  ])
})

test('calendars learn that somebody speaks: the item counts as changed, but has not moved', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const personId = await aSpeaker(database, event.officeId, 'Noor Hassan')
  await database.write((tx) => addPerson(tx, event.scope, { itemId, personId, role: 'speaker', now: later }))
  expect(await findAgendaItem(database.read, event.id, itemId)).toMatchObject({
    updatedAt: later,
    sequence: 0,
  })
})

test('how the programme names somebody can be changed, and texts of languages not shown stay', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const holder = {
    honorific: { en: 'Mr', fr: 'M.' },
    names: { latin: { full: 'Awat Rasull' } },
    position: { fr: 'Directeur' },
    organisationName: {},
  }
  const added = await database.write((tx) =>
    addWrittenName(tx, event.scope, { itemId, role: 'speaker', holder, now }),
  )
  const roleId = added.ok ? added.id : ''
  const mended = {
    ...holder,
    names: { latin: { full: 'Awat Rasul' } },
    honorific: { en: 'Dr' },
    position: {},
  }
  const edit = (given: { itemId: string }) =>
    database.write((tx) =>
      editRole(tx, event.scope, { ...given, roleId, role: 'chair', holder: mended, now: later }),
    )
  expect(await edit({ itemId: await anItem(database, event, { startsAt: onFirstDay('08:00') }) })).toEqual(
    missing,
  )
  expect(await edit({ itemId })).toEqual({ ok: true })
  expect(await rolesIn(database, event.id, itemId)).toMatchObject([
    {
      role: 'chair',
      names: { latin: { full: 'Awat Rasul' } },
      // The event is in English and Arabic: the French was not on the form.
      honorific: { en: 'Dr', fr: 'M.' },
      position: { fr: 'Directeur' },
    },
  ])
})

test('another event’s guest and role are not there', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database, { officeId: event.officeId })
  const itemId = await anItem(database, event)
  const theirItem = await anItem(database, other)
  const { attendeeId } = await aGuest(database, other)
  const theirs = await database.write((tx) =>
    addAttendee(tx, other.scope, { itemId: theirItem, attendeeId, role: 'speaker', now }),
  )
  const holder = { honorific: {}, names: { latin: { full: 'X' } }, position: {}, organisationName: {} }
  const roleId = theirs.ok ? theirs.id : ''
  const tries = await Promise.all([
    database.write((tx) => addAttendee(tx, event.scope, { itemId, attendeeId, role: 'chair', now })),
    database.write((tx) => addAttendee(tx, other.scope, { itemId, attendeeId, role: 'chair', now })),
    database.write((tx) => editRole(tx, event.scope, { itemId, roleId, role: 'chair', holder, now })),
    database.write((tx) =>
      editRole(tx, event.scope, { itemId: theirItem, roleId, role: 'chair', holder, now }),
    ),
  ])
  expect(tries).toEqual(tries.map(() => missing))
  expect(await rolesIn(database, event.id, itemId)).toEqual([])
  expect(await rolesIn(database, other.id, theirItem)).toMatchObject([{ role: 'speaker' }])
})

test('a guest in two places at once is told, also one who stands in no directory', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const { attendeeId } = await aGuest(database, event)
  await database.write((tx) => tx.update(attendees).set({ personId: null }))
  for (const [title, from] of [
    ['Needs', '09:00'],
    ['Data', '09:30'],
  ] as const) {
    const itemId = await anItem(database, event, { title: { en: title }, startsAt: onFirstDay(from) })
    await database.write((tx) => addAttendee(tx, event.scope, { itemId, attendeeId, role: 'speaker', now }))
  }
  const items = await agendaOfEvent(database.read, event.id)
  const warnings = warningsOf(items.map((item) => checked(item, ['en'], new Set())))
  const clashes = warnings.filter(({ kind }) => kind !== 'chairMissing')
  expect(clashes.map(({ kind, item }) => [kind, item.title.en])).toEqual([['personTwice', 'Needs']])
})

test('a search finds guests first, then the directory, nobody twice and nobody of another office', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const elsewhere = await anOffice(database)
  const guest = await aGuest(database, event, { name: 'Ali Hassan' })
  await aGuest(database, event, { name: 'Ali Withdrawn', state: 'revoked' })
  await aGuest(database, await anEvent(database, { officeId: event.officeId }), { name: 'Omar Aliwi' })
  const known = await aSpeaker(database, event.officeId, 'Alicia Rossi')
  await aSpeaker(database, elsewhere.id, 'Ali Foreign')

  const found = await findCandidates(database.read, event.scope, ' ali ')
  expect(found?.guests.map(({ id }) => id)).toEqual([guest.attendeeId])
  expect(found?.persons.map(({ names }) => names.latin?.full)).toEqual([
    'Ali Withdrawn',
    'Alicia Rossi',
    'Omar Aliwi',
  ])
  expect(found?.persons.find(({ id }) => id === known)).toEqual({
    id: known,
    honorific: { en: 'Dr' },
    names: { latin: { full: 'Alicia Rossi' }, arabic: { full: 'نور حسن' } },
    position: { en: 'Director General' },
    organisationName: {},
  })
  expect(found?.hasMore).toBe(false)
  expect(await findCandidates(database.read, event.scope, '  ')).toBe(null)
})

test('who may not see guests finds the directory only', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGuest(database, event, { name: 'Ali Hassan' })
  const scope = { ...event.scope, can: new Set(['event.view', 'agenda.edit'] as const) }
  const found = await findCandidates(database.read, scope, 'ali')
  expect([found?.guests.length, found?.persons.length]).toEqual([0, 1])
})

test('of very many only some are shown, and that is said', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  for (let n = 0; n < 14; n++) await aSpeaker(database, event.officeId, `Ali Number ${n}`)
  const found = await findCandidates(database.read, event.scope, 'ali')
  expect([found?.persons.length, found?.hasMore]).toEqual([12, true])
})
