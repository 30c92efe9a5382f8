import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findEventScope } from '#app/accounts/scope.server.ts'
import { planAnswers, submitAnswers } from '#app/answers/answer-many.server.ts'
import { changeGuests } from '#app/answers/bulk.server.ts'
import { guestFilter } from '#app/answers/guest-filter.ts'
import { readGuests } from '#app/answers/guest-list.server.ts'
import { planLeavings, submitLeavings } from '#app/answers/leave-part.server.ts'
import { changeView, readSavedViews, removeView, saveView } from '#app/answers/saved-views.server.ts'
import { selectionOf } from '#app/answers/selection.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { undoChange } from '#app/answers/undo.server.ts'
import { keepPrecedence } from '#app/directory/precedence-keys.server.ts'
import { countAudience, readRecipients } from '#app/invitations/audience.server.ts'
import { editMailing } from '#app/invitations/mailing.server.ts'
import { createMailingTo } from '#app/invitations/picks.server.ts'
import { readMailing } from '#app/invitations/read.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { attendances, attendees, invitations } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aDelegate, aGuest, anAnswer, anInstitution, site } from '#tests/support/guests.ts'

type Event = Awaited<ReturnType<typeof anEvent>>

const chosen = (database: Database, event: Event, query: string | [string, string][]) =>
  selectionOf(database.read, event.scope, new URLSearchParams(query))

async function statuses(database: Database, partId: string) {
  const rows = await database.read
    .select({ name: attendees.sortKey, status: attendances.status })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(eq(attendances.partId, partId))
    .orderBy(asc(attendees.sortKey))
  return Object.fromEntries(rows.map(({ name, status }) => [name, status]))
}

const mailsOf = async (database: Database) =>
  (await database.read.select().from(messages)).map(({ to }) => to.address).sort()

test('one answer for many gives the seats there are, tells how many wait, and is the same sent twice', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 2 })
  for (const name of ['Ali', 'Badr', 'Dina'])
    await aGuest(database, event, { name, email: `${name}@un.example` })
  const silent = await anInstitution(database, event)
  const elsewhere = await aGuest(database, event, { name: 'Zaid', parts: [event.exhibition.id] })
  await aGuest(database, await anEvent(database), { name: 'Foreign' })
  const selection = await chosen(database, event, 'everybody=yes')
  const asked = { partIds: [event.meeting.id], reply: 'accepted' as const }
  expect(await planAnswers(database.read, event.scope, selection, { ...asked, now })).toEqual({
    ...{ answered: 4, institutions: 1, leftOut: 1 },
    parts: [{ partId: event.meeting.id, answers: 4, seated: 2, waiting: 1, already: 0 }],
  })
  const id = newId()
  const submit = (isQuiet: boolean) =>
    submitAnswers(database, event.scope, {
      ...{ id, selection, site, now },
      answer: { ...asked, via: 'letter', note: 'IN/2026/004', isQuiet },
    })
  expect(await submit(true)).toEqual({ answered: 4, seated: 2, waiting: 1, refused: 0 })
  expect(await mailsOf(database)).toEqual([])
  expect(await submit(true)).toEqual({ answered: 4, seated: 0, waiting: 0, refused: 0 })
  expect(await statuses(database, event.meeting.id)).toEqual({
    ...{ ali: 'accepted', badr: 'accepted', dina: 'waitlisted' },
  })
  expect(await statuses(database, event.exhibition.id)).toEqual({ [elsewhere.id && 'zaid']: 'invited' })
  const [institution] = await database.read.select().from(invitations).where(eq(invitations.id, silent.id))
  expect(institution?.answeredAt).toEqual(now)
  const told = await database.read.select().from(auditEntries).where(eq(auditEntries.action, 'guests.answer'))
  expect(told.map(({ after }) => after)).toMatchObject([
    { answered: 4, seated: 2 },
    { answered: 4, seated: 0 },
  ])
  // A seat given up quietly still tells whoever moves up.
  const no = {
    partIds: [event.meeting.id],
    reply: 'declined' as const,
    via: 'phone' as const,
    note: '',
    isQuiet: true,
  }
  const ali = (await database.read.select().from(attendees).where(eq(attendees.sortKey, 'ali')))[0]
  await submitAnswers(database, event.scope, {
    ...{
      id: newId(),
      selection: await chosen(database, event, [['pick', `p.${ali?.id}`]]),
      answer: no,
      site,
      now,
    },
  })
  expect(await statuses(database, event.meeting.id)).toMatchObject({ ali: 'declined', dina: 'accepted' })
  expect(await mailsOf(database)).toEqual(['Dina@un.example'])
})

test('many leave one part: seats pass on, their other parts and links stay, and a last part is left alone', async () => {
  const database = await testDatabase()
  const event = await anEvent(database, { capacity: 1 })
  const both = [event.meeting.id, event.exhibition.id]
  const ali = await aGuest(database, event, { name: 'Ali', email: 'ali@un.example', parts: both })
  const dina = await aGuest(database, event, { name: 'Dina', email: 'dina@un.example' })
  for (const guest of [ali, dina])
    await submitAnswer(database, guest.scope, { given: anAnswer(event.meeting.id, 'accepted'), site, now })
  const silent = await anInstitution(database, event)
  const before = await mailsOf(database)
  const selection = await chosen(database, event, 'everybody=yes')
  expect(await planLeavings(database.read, event.scope, selection, event.meeting.id)).toEqual({
    ...{ leaving: 1, seats: 1, notIn: 0, lastPart: 2 },
  })
  const given = { id: newId(), selection, partId: event.meeting.id, site, now }
  expect([
    await submitLeavings(database, event.scope, given),
    await submitLeavings(database, event.scope, given),
  ]).toEqual([1, 0])
  expect(await statuses(database, event.meeting.id)).toEqual({ ali: 'cancelled', dina: 'accepted' })
  expect(await statuses(database, event.exhibition.id)).toEqual({ ali: 'invited' })
  expect(await mailsOf(database)).toEqual([...before, 'ali@un.example', 'dina@un.example'].sort())
  const live = await database.read.select().from(invitations)
  expect(live.map(({ id, state }) => [id, state])).toContainEqual([silent.id, 'sent'])
  expect(live.every(({ state }) => state === 'sent')).toBe(true)
})

test('reminders stop for many at once, an institution counted once, and start again as they were', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event)
  const names = [aDelegate('Sara Karim'), aDelegate('Huda Salih')]
  const given = anAnswer(event.meeting.id, 'accepted', { names })
  await submitAnswer(database, ministry.scope, { given, site, now })
  await aGuest(database, event)
  const selection = await chosen(database, event, 'everybody=yes')
  const stop = { act: 'stopReminders' as const, value: now.toISOString() }
  const id = newId()
  expect(
    await database.write((tx) => changeGuests(tx, event.scope, { id, selection, change: stop, now })),
  ).toEqual({ ok: true, changed: 3 })
  const stopped = async () =>
    (await database.read.select().from(invitations)).map(({ remindersStoppedAt }) => remindersStoppedAt)
  expect(await stopped()).toEqual([now, now])
  expect(await database.write((tx) => undoChange(tx, event.scope, { id, now }))).toMatchObject({
    restored: 2,
  })
  expect(await stopped()).toEqual([null, null])
})

test('a letter begun for those chosen goes to exactly them, each by their own address, however it is changed', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ministry = await anInstitution(database, event, { name: 'Ministry of Words' })
  const names = [aDelegate('Sara Karim', { email: 'sara@ministry.example' }), aDelegate('Huda Salih')]
  await submitAnswer(database, ministry.scope, {
    given: anAnswer(event.meeting.id, 'accepted', { names }),
    ...{ site, now },
  })
  const silent = await anInstitution(database, event, { name: 'Silent', email: 'silent@ministry.example' })
  const ali = await aGuest(database, event, { name: 'Ali', email: 'ali@un.example' })
  await aGuest(database, event, { name: 'Not chosen', email: 'other@un.example' })
  const gone = await aGuest(database, event, { name: 'Gone', email: 'gone@un.example', state: 'revoked' })
  const named = names.map(({ spareId }) => spareId)
  const readerIds = [...named, silent.id, ali.attendeeId, gone.attendeeId]
  const content = {
    name: 'To some',
    subject: { en: 'News' },
    body: { en: 'Text' },
    audience: { who: 'all' as const },
  }
  const begin = { id: newId(), kind: 'announcement' as const, content, readerIds, now }
  for (const _ of [1, 2]) await database.write((tx) => createMailingTo(tx, event.scope, begin))
  const readers = async () => {
    const mailing = await readMailing(database.read, event.scope, begin.id)
    if (!mailing) throw new Error('No mailing')
    const found = await readRecipients(database.read, event.scope, mailing)
    const { total, reachable } = await countAudience(database.read, event.scope, mailing)
    expect([total, reachable]).toEqual([found.length, found.filter(({ leftOut }) => !leftOut).length])
    return Object.fromEntries(
      found.map(({ attendeeId, invitationId, email }) => [attendeeId ?? invitationId, email]),
    )
  }
  const all = {
    [named[0] ?? '']: 'sara@ministry.example',
    [named[1] ?? '']: null,
    [silent.id]: 'silent@ministry.example',
    [ali.attendeeId]: 'ali@un.example',
  }
  expect(await readers()).toEqual(all)
  const narrowed = {
    ...content,
    audience: { who: 'all' as const, side: 'persons' as const, kind: 'ministry' as const },
  }
  const edit = { mailingId: begin.id, content: narrowed, seen: ['en' as const], now }
  expect(await database.write((tx) => editMailing(tx, event.scope, edit))).toEqual({ ok: true })
  const { [ali.attendeeId]: _, ...ministries } = all
  expect(await readers()).toEqual(ministries)
})

test('views are kept for oneself or shared, under one name each, and changed by those who may', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const scopeOf = async (role: 'organiser' | 'viewer') => {
    const { userId } = await aMember(database, event.officeId, { role, hasPassword: false })
    const scope = await findEventScope(database.read, userId, event.scope.slug, 'guests.view')
    if (!scope) throw new Error('No scope')
    return scope
  }
  const [organiser, viewer] = [await scopeOf('organiser'), await scopeOf('viewer')]
  const query = new URLSearchParams('search=Zainab Qasim&sort=precedence')
  const view = (name: string, isShared = false) => ({ id: newId(), query, name, isShared, now })
  const shared = view('Ministries', true)
  const save = (scope: typeof viewer, one: ReturnType<typeof view>) =>
    database.write((tx) => saveView(tx, scope, one))
  expect([await save(organiser, shared), await save(organiser, shared)]).toEqual([
    ...[
      { ok: true, id: shared.id },
      { ok: true, id: shared.id },
    ],
  ])
  expect(await save(viewer, view('MINISTRIES'))).toEqual({ ok: false, reason: 'nameTaken' })
  expect(await save(viewer, view('Mine', true))).toEqual({ ok: false, reason: 'mayNotShare' })
  const own = view('Mine')
  expect(await save(viewer, own)).toEqual({ ok: true, id: own.id })
  expect(await save(organiser, view('Mine'))).toMatchObject({ ok: true })
  const names = async (scope: typeof viewer) =>
    (await readSavedViews(database.read, scope)).map(({ name, mayChange, query: kept }) => [
      name,
      mayChange,
      kept,
    ])
  const kept = 'search=Zainab+Qasim&sort=precedence'
  expect(await names(viewer)).toEqual([
    ['Mine', true, kept],
    ['Ministries', false, kept],
  ])
  const rename = { id: shared.id, name: 'All ministries', isShared: true, now }
  expect(await database.write((tx) => changeView(tx, viewer, rename))).toEqual({
    ok: false,
    reason: 'notFound',
  })
  expect(await database.write((tx) => changeView(tx, organiser, rename))).toEqual({ ok: true })
  expect(await database.write((tx) => removeView(tx, organiser, { id: own.id, now }))).toEqual({
    ...{ ok: false, reason: 'notFound' },
  })
  expect(await database.write((tx) => removeView(tx, viewer, { id: own.id, now }))).toEqual({ ok: true })
  expect(await names(viewer)).toEqual([['All ministries', false, kept]])
})

test('by precedence a silent institution stands where its head would, on every page and backwards', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const ids: string[] = []
  for (let n = 0; n < 60; n++) ids.push((await aGuest(database, event, { name: `Guest ${n}` })).attendeeId)
  const host = await anInstitution(database, event, { name: 'The host', kind: 'host' })
  const ministry = await anInstitution(database, event, { name: 'A ministry' })
  await database.write((tx) => keepPrecedence(tx, event.id, ids))
  const filter = { ...guestFilter(new URLSearchParams('sort=precedence')), part: event.meeting.id }
  const read = (cursor: string | null, backwards = false) =>
    readGuests(database.read, event.scope, filter, { cursor, backwards })
  const first = await read(null)
  const second = await read(first.after)
  const all = [...first.guests, ...second.guests].map(({ id }) => id)
  expect([all.length, new Set(all).size, second.after]).toEqual([62, 62, null])
  // Those of no institution are of kind “other”, which by usage goes before the host.
  expect([all[0], all.at(-1)]).toEqual([ministry.id, host.id])
  expect((await read(second.before, true)).guests.map(({ id }) => id)).toEqual(
    first.guests.map(({ id }) => id),
  )
})
