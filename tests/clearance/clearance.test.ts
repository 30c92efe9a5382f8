import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { openDataKey, rotateKeys } from '#app/clearance/data-key.server.ts'
import { submitClearance, viewClearance, withdrawClearance } from '#app/clearance/fill.server.ts'
import { readGateNotice, readGuestForm } from '#app/clearance/filler.server.ts'
import { makeList, readLists, takeList } from '#app/clearance/list.server.ts'
import { countExpected, readExpected } from '#app/clearance/read.server.ts'
import { remindMissing } from '#app/clearance/remind.server.ts'
import { openKeyring } from '#app/clearance/seal.server.ts'
import { readGate, saveClearanceSettings } from '#app/clearance/settings.server.ts'
import { queueMessages } from '#app/mail/outbox.server.ts'
import type { Database } from '#db/client.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { clearanceForms, clearanceKeys } from '#db/schema/clearance.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import {
  aClearedGuest,
  aComingGuest,
  aGate,
  clearanceContent,
  clearanceKey,
  fill,
  keyring,
  otherKey,
  settingsContent,
} from '#tests/support/clearance.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'
import { aSink, later, sendAll } from '#tests/support/mail.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

async function listed(database: Database, event: Event, number: number) {
  const lists = await readLists(database.read, event.scope)
  const listId = lists.find((list) => list.number === number)?.id ?? ''
  const taken = await takeList(database, keyring, event.scope, { listId, format: 'pdf', now })
  if (!taken.ok) throw new Error(taken.reason)
  return taken.snapshot
}

async function make(database: Database, event: Event) {
  const made = await makeList(database, keyring, event.scope, { now })
  if (!made.ok) throw new Error(made.reason)
}

async function settingsOf(database: Database, event: Event) {
  const { settings } = await readGate(database.read, event.id)
  if (!settings) throw new Error('No settings')
  return settings
}

test('what a guest writes is nowhere but under the seal, and the officer’s look is on record', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  const guest = await aClearedGuest(database, event)
  const { attendeeId } = guest
  const viewed = await viewClearance(database, keyring, event.scope, { attendeeId, now })
  expect(viewed).toEqual({ ok: true, content: clearanceContent() })
  await make(database, event)
  await listed(database, event, 1)

  const everything = JSON.stringify(await contentsOf(database))
  for (const value of Object.values(clearanceContent({ arrivesOn: '' })).filter(
    (text) => text.length > 5 && text !== 'national_id',
  ))
    expect([value, everything.includes(value)]).toEqual([value, false])
  const told = await database.read.select().from(auditEntries).orderBy(asc(auditEntries.id))
  const ours = told.filter(({ action }) => action.startsWith('clearance.'))
  expect(ours.map(({ action, actorKind, after }) => [action, actorKind, after])).toEqual([
    ['clearance.settings', 'system', expect.anything()],
    ['clearance.fill', 'token', { via: 'link' }],
    ['clearance.view', 'system', null],
    ['clearance.list', 'system', { number: 1, people: 1, added: 1, removed: 0, changed: 0 }],
    ['clearance.listed', 'system', { number: 1 }],
    ['clearance.download', 'system', { number: 1, format: 'pdf' }],
  ])
})

test('only whoever comes is asked, until the event is over, and they see no more than the end of a number', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  const silent = await aGuest(database, event)
  expect(await readGateNotice(database.read, silent.scope, now)).toBeNull()
  const given = { attendeeId: silent.attendeeId, content: clearanceContent(), now }
  const refused = { ok: false, reason: 'notFound' }
  expect(await submitClearance(database, keyring, silent.scope, given)).toEqual(refused)

  const guest = await aClearedGuest(database, event)
  const page = (at: Date) => readGuestForm(database.read, keyring, guest.scope, { attendeeId: null, now: at })
  expect(await page(now)).toMatchObject({
    takesForms: true,
    kept: { kind: 'national_id', number: '••••678' },
    person: { state: 'complete' },
  })
  expect(JSON.stringify(await page(now))).not.toMatch(/19901234|Karwan|48213/)
  const after = new Date('2026-12-16T00:00:00Z')
  expect(await page(after)).toMatchObject({ takesForms: false })
  const late = { attendeeId: guest.attendeeId, content: clearanceContent(), now: after }
  expect(await submitClearance(database, keyring, guest.scope, late)).toEqual({ ok: false, reason: 'closed' })
  expect(await page(new Date('2026-12-23T00:00:00Z'))).toBeNull()
})

test('a guest takes back what they wrote, and nobody takes back another’s', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  const guest = await aClearedGuest(database, event)
  const other = await aClearedGuest(database, event, { name: 'Sara Kovač' })
  const withdraw = (attendeeId: string) =>
    database.write((tx) => withdrawClearance(tx, guest.scope, { attendeeId, now }))
  expect(await withdraw(other.attendeeId)).toEqual({ ok: false, reason: 'notFound' })
  expect(await withdraw(guest.attendeeId)).toEqual({ ok: true })
  expect(await withdraw(guest.attendeeId)).toEqual({ ok: false, reason: 'notFound' })
  const counts = await countExpected(database.read, event.scope, await settingsOf(database, event))
  expect(counts).toEqual({ all: 2, missing: 1, incomplete: 0, complete: 1 })
})

test('an institution fills in for those it sends where it may; a seat given to another name has no form yet', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event, { institutionFills: false })
  const ministry = await anInstitution(database, event)
  const names = [aDelegate('Salwa Karim'), aDelegate('عمر حسن')]
  const send = (given: typeof names) =>
    submitAnswer(database, ministry.scope, {
      ...{ given: anAnswer(event.meeting.id, 'accepted', { names: given }), site, now },
    })
  await send(names)
  const notice = () => readGateNotice(database.read, ministry.scope, now)
  expect(await notice()).toBeNull()
  await aGate(database, event)
  expect((await notice())?.people.map(({ state, filler }) => [state, filler])).toEqual([
    ['missing', 'institution'],
    ['missing', 'institution'],
  ])
  const [first] = await database.read.select().from(attendees).where(eq(attendees.sortKey, 'salwa karim'))
  await fill(database, { scope: ministry.scope, attendeeId: first?.id ?? '' })
  expect((await notice())?.people.map(({ state }) => state)).toContain('complete')

  await database.write((tx) =>
    tx
      .update(attendees)
      .set({ sortKey: 'another person' })
      .where(eq(attendees.id, first?.id ?? '')),
  )
  expect((await notice())?.people.map(({ state }) => state)).toEqual(['missing', 'missing'])
})

test('a demand made later leaves earlier forms incomplete', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  await aClearedGuest(database, event, { latinName: '' })
  await aClearedGuest(database, event, { name: 'Sara Kovač' })
  await aGate(database, event, { asked: ['bothNames'] })
  const settings = await settingsOf(database, event)
  expect(await countExpected(database.read, event.scope, settings)).toMatchObject({
    incomplete: 1,
    complete: 1,
  })
  const shown = async (state: 'missing' | 'complete', search = '') => {
    const { people } = await readExpected(database.read, event.scope, settings, {
      filter: { state, search },
      page: 1,
    })
    return people.map((person) => [person.names.latin?.full, person.state])
  }
  expect(await shown('missing')).toEqual([['Ali Hassan', 'incomplete']])
  expect(await shown('complete')).toEqual([['Sara Kovač', 'complete']])
  expect(await shown('complete', 'hassan')).toEqual([])
})

test('list 2 says what has changed since list 1, and those who are gone leave nothing behind', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  const stays = await aClearedGuest(database, event, { arabicName: 'أحمد' })
  const changes = await aClearedGuest(database, event, { name: 'Berivan', arabicName: 'بيريفان' })
  const leaves = await aClearedGuest(database, event, { name: 'Chra', arabicName: 'جرا' })
  await aComingGuest(database, event, 'Nobody knows')
  await make(database, event)
  await fill(database, changes, { arabicName: 'بيريفان', plate: '11 ب 90210 دهوك', driverDocument: 'unseen' })
  const declined = anAnswer(event.meeting.id, 'declined')
  await submitAnswer(database, leaves.scope, { given: declined, site, now })
  const comes = await aClearedGuest(database, event, { name: 'Dana', arabicName: 'دانا' })
  await make(database, event)

  const counts = (await readLists(database.read, event.scope)).map(
    ({ number, people, added, removed, changed }) => ({ number, people, added, removed, changed }),
  )
  expect(counts).toEqual([
    { number: 2, people: 3, added: 1, removed: 1, changed: 1 },
    { number: 1, people: 3, added: 3, removed: 0, changed: 0 },
  ])
  const second = await listed(database, event, 2)
  expect(second.entries.map(({ attendeeId }) => attendeeId)).toEqual([
    stays.attendeeId,
    changes.attendeeId,
    comes.attendeeId,
  ])
  expect(second.marks).toEqual({ [changes.attendeeId]: ['plate'], [comes.attendeeId]: 'added' })
  expect(second.removed.map(({ attendeeId }) => attendeeId)).toEqual([leaves.attendeeId])
  // The first list stays as it was handed over.
  expect((await listed(database, event, 1)).entries).toHaveLength(3)
  const kept = await database.read.select({ id: clearanceForms.attendeeId }).from(clearanceForms)
  expect(kept.map(({ id }) => id)).not.toContain(leaves.attendeeId)
})

test('lists made at the same moment get two numbers; one form sent twice makes one', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  await aClearedGuest(database, event)
  await Promise.all([make(database, event), make(database, event)])
  const id = '01890000-0000-7000-8000-000000000001'
  const again = () => makeList(database, keyring, event.scope, { id, now })
  expect(await Promise.all([again(), again()])).toEqual([
    { ok: true, id },
    { ok: true, id },
  ])
  const lists = await readLists(database.read, event.scope)
  expect(lists.map(({ number, added, changed }) => [number, added, changed])).toEqual([
    [3, 0, 0],
    [2, 0, 0],
    [1, 1, 0],
  ])
})

test('without a key nothing is switched on, taken, listed or opened', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const content = settingsContent(event)
  const saved = await database.write((tx) =>
    saveClearanceSettings(tx, event.scope, { content, keyRow: null, now }),
  )
  expect(saved).toEqual({ ok: false, reason: 'noKey' })
  await aGate(database, event)
  const guest = await aClearedGuest(database, event)
  const noKey = { ok: false, reason: 'noKey' }
  const { attendeeId, scope } = guest
  for (const ring of [null, openKeyring({ CLEARANCE_KEY: otherKey })]) {
    const given = { attendeeId, content: clearanceContent(), now }
    expect(await submitClearance(database, ring, scope, given)).toEqual(noKey)
    expect(await makeList(database, ring, event.scope, { now })).toEqual(noKey)
    expect(await viewClearance(database, ring, event.scope, { attendeeId, now })).toEqual(noKey)
  }
})

test('a new CLEARANCE_KEY takes over, after which the old one opens nothing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  const { attendeeId } = await aClearedGuest(database, event)
  const both = openKeyring({ CLEARANCE_KEY: otherKey, CLEARANCE_KEY_OLD: clearanceKey })
  const fresh = openKeyring({ CLEARANCE_KEY: otherKey })
  if (!both || !fresh) throw new Error('No keyring')
  expect(await rotateKeys(database, fresh)).toEqual({ rotated: 0, lost: 1 })
  expect(await rotateKeys(database, both)).toEqual({ rotated: 1, lost: 0 })
  expect(await openDataKey(database.read, keyring, event.id)).toEqual({ ok: false, reason: 'lost' })
  const viewed = await viewClearance(database, fresh, event.scope, { attendeeId, now })
  expect(viewed).toEqual({ ok: true, content: clearanceContent() })
})

test('a form moved to another guest’s row, or a key to another event’s, opens no more', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  await aGate(database, event)
  await aGate(database, other)
  const guest = await aClearedGuest(database, event)
  const victim = await aClearedGuest(database, event, { name: 'Sara Kovač' })
  const [row] = await database.read
    .select()
    .from(clearanceForms)
    .where(eq(clearanceForms.attendeeId, guest.attendeeId))
  const stolen = { sealed: row?.sealed ?? '' }
  await database.write((tx) =>
    tx.update(clearanceForms).set(stolen).where(eq(clearanceForms.attendeeId, victim.attendeeId)),
  )
  const view = { attendeeId: victim.attendeeId, now }
  await expect(viewClearance(database, keyring, event.scope, view)).rejects.toThrow()
  const [key] = await database.read.select().from(clearanceKeys).where(eq(clearanceKeys.eventId, event.id))
  const moved = { sealed: key?.sealed ?? '' }
  await database.write((tx) => tx.update(clearanceKeys).set(moved).where(eq(clearanceKeys.eventId, other.id)))
  await expect(openDataKey(database.read, keyring, other.id)).rejects.toThrow()
})

test('who has not filled the form is reminded once a day, by a draft that holds nothing of anybody', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  await aClearedGuest(database, event)
  await aComingGuest(database, event, 'Sara Kovač')
  const ministry = await anInstitution(database, event)
  const names = [aDelegate('Salwa Karim'), aDelegate('عمر حسن')]
  const given = anAnswer(event.meeting.id, 'accepted', { names })
  await submitAnswer(database, ministry.scope, { given, site, now })
  const remind = () => remindMissing(database, event.scope, { site, now })
  expect([await remind(), await remind()]).toEqual([
    { ok: true, written: 2 },
    { ok: true, written: 0 },
  ])
  const written = await database.read.select().from(messages).where(eq(messages.kind, 'reminder'))
  expect(written.map(({ to, state }) => [to.name, state]).sort()).toEqual([
    ['Ministry of Migration', 'draft'],
    ['Sara Kovač', 'draft'],
  ])
  const links = written.map(({ text }) => /\/[or]\/[\w-]{22}\/clearance/.exec(text)?.[0].slice(0, 3))
  expect(links.sort()).toEqual(['/o/', '/r/'])
})

test('a reminder of the gate goes to whoever has answered, and stays for those who filled the form or come no more', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  const named = async (name: string) => {
    const email = `${name.toLowerCase()}@guest.example`
    const guest = await aGuest(database, event, { name, email })
    const given = anAnswer(event.meeting.id, 'accepted')
    await submitAnswer(database, guest.scope, { given, site, now })
    return guest
  }
  await named('Silent')
  const [filling, declining] = [await named('Filling'), await named('Declining')]
  const ministry = await anInstitution(database, event)
  const names = [aDelegate('Salwa Karim'), aDelegate('Omar Hassan')]
  const given = anAnswer(event.meeting.id, 'accepted', { names })
  await submitAnswer(database, ministry.scope, { given, site, now })
  await remindMissing(database, event.scope, { site, now })
  const chosen = { filter: { state: 'draft' as const } }
  expect(await database.write((tx) => queueMessages(tx, event.scope, { chosen, now }))).toBe(4)

  const fillFor = (name: { spareId: string }) =>
    fill(database, { scope: ministry.scope, attendeeId: name.spareId })
  const states = async () => {
    const rows = await database.read.select().from(messages).where(eq(messages.kind, 'reminder'))
    return Object.fromEntries(rows.map(({ to, state }) => [to.name, state]))
  }
  await fill(database, filling)
  await fillFor(names[0] as { spareId: string })
  // Of the ministry's two, one is still without a form.
  const waiting = { Silent: 'queued', Declining: 'queued', 'Ministry of Migration': 'queued' }
  expect(await states()).toEqual({ ...waiting, Filling: 'withdrawn' })
  await fillFor(names[1] as { spareId: string })
  const no = anAnswer(event.meeting.id, 'declined')
  await submitAnswer(database, declining.scope, { given: no, site, now })
  const sink = await aSink()
  await sendAll({ database, sink, at: later(1) })
  expect(await states()).toEqual({
    ...{ Silent: 'sent', Filling: 'withdrawn', Declining: 'withdrawn' },
    'Ministry of Migration': 'withdrawn',
  })
})

test('the confirmation points to the form while it is missing', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  await aGate(database, event)
  const guest = await aComingGuest(database, event)
  await fill(database, guest)
  for (const reply of ['tentative', 'accepted'] as const)
    await submitAnswer(database, guest.scope, { given: anAnswer(event.meeting.id, reply), site, now })
  const sent = await database.read
    .select()
    .from(messages)
    .where(eq(messages.kind, 'confirmation'))
    .orderBy(asc(messages.id))
  expect(sent.map(({ text }) => text.includes('identity document'))).toEqual([true, false, false])
})
