import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contentOf } from '#app/exhibition/content/content.ts'
import { readNamed } from '#app/exhibition/content/named.server.ts'
import { publishingNeeds } from '#app/exhibition/content/needs.ts'
import { byComponent, byPhase, byPlace, headlines } from '#app/exhibition/programmes/compare.ts'
import {
  addProgramme,
  chooseProgrammes,
  editProgramme,
  removeProgramme,
} from '#app/exhibition/programmes/programmes.server.ts'
import { readProgramme, readShownProgrammes } from '#app/exhibition/programmes/read.server.ts'
import { addResult, editResult, removeResult } from '#app/exhibition/programmes/results.server.ts'
import type { ResultContent } from '#app/exhibition/programmes/rules.ts'
import { addPiece, movePiece, removePiece } from '#app/exhibition/programmes/structure.server.ts'
import { action as indicatorAction } from '#app/routes/desk.programme-indicator/route.tsx'
import { loader as page } from '#app/routes/site.programme/route.tsx'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { auditEntries } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'
import { aMember } from '#tests/support/accounts.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent, anOffice, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aProgramme } from '#tests/support/programmes.ts'

const told: ResultContent = {
  ...{ phaseId: null, pcode: null, value: 2200, qualifier: 'more_than', target: null, groups: {} },
  ...{ asOf: '2015', source: { en: 'News release' }, sourceUrl: null },
}

test('a programme holds its pieces in order, and a form that comes again makes nothing twice', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const { scope } = await aMember(database, office.id, { role: 'organiser' })
  const content = {
    name: { en: 'Community Revitalization' },
    acronym: { en: 'CRP' },
    description: {},
    donors: {},
    since: '2007',
  }
  const id = newId()
  const add = (given = {}) => database.write((tx) => addProgramme(tx, scope, { content, now, ...given }))
  expect([await add({ id }), await add({ id })]).toEqual([
    { ok: true, id },
    { ok: true, id },
  ])
  const second = await add()
  if (!second.ok) throw new Error(second.reason)
  expect((await readProgramme(database.read, office.id, second.id))?.slug).toBe('crp-2')
  const of = { programmeId: id, now }
  const component = (name: string) =>
    database.write((tx) => addPiece(tx, scope, { ...of, kind: 'component', content: { name: { en: name } } }))
  const [first, other] = [await component('Livelihoods'), await component('Psychosocial')]
  if (!first.ok || !other.ok) throw new Error('refused')
  await database.write((tx) =>
    movePiece(tx, scope, { ...of, kind: 'component', id: other.id, direction: 'up' }),
  )
  const read = await readProgramme(database.read, office.id, id)
  expect(read?.components.map(({ name }) => name.en)).toEqual(['Psychosocial', 'Livelihoods'])

  // A component of another programme is none of this one's.
  const indicator = { name: { en: 'families' }, unit: {}, componentId: first.id }
  const foreign = { programmeId: second.id, now, kind: 'indicator' as const, content: indicator }
  expect(await database.write((tx) => addPiece(tx, scope, foreign))).toEqual({
    ok: false,
    reason: 'notFound',
  })
  const ours = await database.write((tx) => addPiece(tx, scope, { ...foreign, programmeId: id }))
  await database.write((tx) => removePiece(tx, scope, { ...of, kind: 'component', id: first.id }))
  const after = await readProgramme(database.read, office.id, id)
  expect(after?.indicators.map(({ id, componentId }) => [id, componentId])).toEqual([
    [ours.ok && ours.id, null],
  ])
  const actions = await database.read.select({ action: auditEntries.action }).from(auditEntries)
  expect(actions.map(({ action }) => action).filter((action) => action.startsWith('programme.'))).toEqual([
    ...['programme.add', 'programme.add', 'programme.component.add', 'programme.component.add'],
    ...['programme.component.move', 'programme.indicator.add', 'programme.component.remove'],
  ])
})

test('no result stands without a date that exists, a source, and numbers that can be', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const { scope, programmeId, indicatorId, phaseIds } = await aProgramme(database, office.id)
  const add = (given: Partial<ResultContent>) =>
    database.write((tx) =>
      addResult(tx, scope, { programmeId, indicatorId, content: { ...told, ...given }, now }),
    )
  const refused = async (given: Partial<ResultContent>) => {
    const answer = await add(given)
    return answer.ok ? 'taken in' : answer.reason
  }
  expect(await refused({ asOf: '2015-13' })).toBe('asOf')
  expect(await refused({ source: { en: ' ' } })).toBe('sourceNeeded')
  expect(await refused({ qualifier: 'exactly', groups: { female: 1200, male: 1001 } })).toBe(
    'tooManyInGroups',
  )
  expect(await refused({ pcode: 'IRQ-G15' })).toBe('notFound')
  expect(await refused({ phaseId: newId() })).toBe('notFound')
  const phaseId = phaseIds[1] ?? ''
  const added = await add({ phaseId, groups: { female: 1300, male: 1000 }, target: 2500 })
  expect(await refused({ phaseId })).toBe('taken')
  expect(await refused({ phaseId, pcode: 'IQG15' })).toBe('taken in')
  if (!added.ok) throw new Error(added.reason)
  const which = { programmeId, indicatorId, resultId: added.id, now }
  const edit = (content: ResultContent) =>
    database.write((tx) => editResult(tx, scope, { ...which, content }))
  expect(await edit({ ...told, phaseId, value: 2300 })).toEqual({ ok: true, id: added.id })
  const stranger = (await aProgramme(database, (await anOffice(database)).id)).scope
  expect(await database.write((tx) => removeResult(tx, stranger, which))).toEqual({
    ok: false,
    reason: 'notFound',
  })
  const read = await readProgramme(database.read, office.id, programmeId)
  expect(read?.indicators[0]?.results.map(({ value, pcode }) => [value, pcode])).toEqual([
    [2300, null],
    [2200, 'IQG15'],
  ])
})

test('results are compared where they can be: over phases, places, and components of one unit', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const programme = await aProgramme(database, office.id)
  const { scope, programmeId, phaseIds, indicatorIds, indicatorId } = programme
  const put = (indicatorId: string, given: Partial<ResultContent>) =>
    database.write((tx) =>
      addResult(tx, scope, { programmeId, indicatorId, content: { ...told, ...given }, now }),
    )
  const [earlier = '', later = ''] = phaseIds
  await put(indicatorId, { phaseId: later, value: 40 })
  await put(indicatorId, { phaseId: earlier, value: 30 })
  await put(indicatorId, { value: 70 })
  for (const [pcode, value] of [
    ['IQG01', 3],
    ['IQG15', 9],
  ] as const)
    await put(indicatorId, { phaseId: later, pcode, value })
  await put(indicatorIds[1] ?? '', { phaseId: later, value: 5 })
  const read = await readProgramme(database.read, office.id, programmeId)
  const [first] = read?.indicators ?? []
  if (!read || !first) throw new Error('nothing read')
  const values = (some: { result: { value: number } }[]) => some.map(({ result }) => result.value)
  expect(headlines(first).map(({ value }) => value)).toEqual([70, 30, 40])
  expect(values(byPhase(first))).toEqual([30, 40])
  expect(byPlace(first).map(values)).toEqual([[9, 3]])
  expect(byComponent(read).map(values)).toEqual([[40, 5]])
})

async function revisionOf(database: Database, id: string) {
  const [event] = await database.read.select({ at: events.revision }).from(events).where(eq(events.id, id))
  return event?.at ?? 0
}

test('an event shows the programmes it has chosen, and no cached page outlives a change to one', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const [ours, theirs] = [
    await aProgramme(database, event.officeId),
    await aProgramme(database, (await anOffice(database)).id),
  ]
  const choose = (ids: string[]) => database.write((tx) => chooseProgrammes(tx, event.scope, { ids, now }))
  const show = (programme: string) =>
    page(asked(database, '/x', { params: { lang: 'en', event: event.slug, programme } }))
  expect(await statusOf(show('crp'))).toBe(404)
  await choose([ours.programmeId, theirs.programmeId])
  expect((await readShownProgrammes(database.read, event.id)).map(({ id }) => id)).toEqual([ours.programmeId])
  expect((await show('crp')).data.programme.name).toEqual({ en: 'Community Revitalization Programme' })

  const before = await revisionOf(database, event.id)
  const { programmeId, indicatorId, scope } = ours
  await database.write((tx) => addResult(tx, scope, { programmeId, indicatorId, content: told, now }))
  expect(await revisionOf(database, event.id)).toBeGreaterThan(before)
  const content = { name: { en: 'CRP' }, acronym: {}, description: {}, donors: {}, since: null }
  const foreign = { programmeId: theirs.programmeId, content, now }
  expect(await database.write((tx) => editProgramme(tx, scope, foreign))).toEqual({
    ok: false,
    reason: 'notFound',
  })
  await database.write((tx) => removeProgramme(tx, scope, { programmeId, now }))
  expect(await statusOf(show('crp'))).toBe(404)
})

test('an exhibit shows the results as they are now, and only of a programme of its own office', async () => {
  const database = await testDatabase()
  const { officeId } = await anEvent(database)
  const ours = await aProgramme(database, officeId)
  const theirs = await aProgramme(database, (await anOffice(database)).id)
  const blocks = [ours.programmeId, theirs.programmeId, null].map((programme) => ({
    ...{ kind: 'programme' as const, programme },
  }))
  const content = contentOf({ title: { en: 'Four phases' }, summary: { en: 'Since 2007' }, blocks })
  const { programmeId, indicatorId, scope } = ours
  await database.write((tx) => addResult(tx, scope, { programmeId, indicatorId, content: told, now }))
  const { programmes } = await readNamed(database.read, officeId, content)
  expect(Object.keys(programmes)).toEqual([programmeId])
  expect(programmes[programmeId]?.indicators[0]?.results.map(({ value }) => value)).toEqual([2200])
  expect(publishingNeeds(content, ['en']).map(({ need }) => need)).toEqual(['programme'])
})

test('a result that cannot be comes back with its fault beside the field and all that was typed', async () => {
  const database = await testDatabase()
  const office = await anOffice(database)
  const { programmeId, indicatorId, userId } = await aProgramme(database, office.id)
  const form = {
    ...{ intent: 'save', value: '10', qualifier: 'exactly', 'groups.female': '11', asOf: '2015' },
    'source.en': 'Report',
  }
  const params = { programme: programmeId, indicator: indicatorId }
  const answer = (given: Record<string, string>) =>
    indicatorAction(asked(database, '/x', { params, userId, form: { ...form, ...given } }))
  const refused = await answer({})
  expect(refused).toMatchObject({
    data: {
      result: { error: { groups: ['programmes:refused.tooManyInGroups'] }, initialValue: { value: '10' } },
    },
    init: { status: 409 },
  })
  expect(await answer({ sourceUrl: 'javascript:alert(1)' })).toMatchObject({ init: { status: 400 } })
  expect(await statusOf(answer({ 'groups.female': '' }))).toBe(303)
})
