import { expect, test } from 'vitest'
import { addOutcome, moveOutcome, readOutcomes, writeOutcome } from '#app/agenda/outcomes.server.ts'
import { addPaper, addVersion, discardPaper } from '#app/agenda/papers.server.ts'
import {
  countDownload,
  findPaperFile,
  readPapers,
  readPapersOfAgenda,
  readPapersOfItem,
  readPapersOfParts,
} from '#app/agenda/read-papers.server.ts'
import { removeItem } from '#app/agenda/schedule.server.ts'
import { clearDocuments } from '#app/files/document.server.ts'
import { newId } from '#db/id.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { anItem } from '#tests/support/agenda.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aStore } from '#tests/support/exhibition.ts'

const content = { title: { en: 'Concept note' }, kind: 'concept_note', audience: 'invited' } as const
const file = { bytes: aPdf, name: 'note.pdf' }

test('a paper keeps its old versions for staff, and no file outlives it', async () => {
  const database = await testDatabase()
  const stores = { database, files: aStore() }
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const id = newId()
  const paper = { id, itemId, content, file, language: 'en' as const, now }
  expect(await addPaper(stores, event.scope, paper)).toEqual({ ok: true, id })
  // The same form once more brings nothing twice.
  expect((await addPaper(stores, event.scope, paper)).ok).toBe(false)
  const version = { itemId, paperId: id, file, now }
  await addVersion(stores, event.scope, { ...version, language: 'en' })
  await addVersion(stores, event.scope, { ...version, language: 'ar' })
  const [all] = await readPapersOfItem(database.read, event.id, itemId)
  expect(all?.files.map(({ language, number, isLast }) => [language, number, isLast])).toEqual([
    ['en', 2, true],
    ['ar', 1, true],
    ['en', 1, false],
  ])
  const seen = (audiences: ('public' | 'invited')[]) =>
    readPapers(database.read, event.id, { itemIds: [itemId], audiences })
  expect(await seen(['public'])).toEqual([])
  expect((await seen(['public', 'invited']))[0]?.files.map(({ number }) => number)).toEqual([2, 1])
  const old = await findPaperFile(database.read, event.id, all?.files[2]?.id)
  expect(old?.hasNewer).toBe(true)
  const other = await anEvent(database)
  expect(await findPaperFile(database.read, other.id, old?.id)).toBeNull()
  await countDownload(database, old?.id ?? '')
  const [counted] = await readPapersOfItem(database.read, event.id, itemId)
  expect(counted?.files.map(({ downloads }) => downloads)).toEqual([0, 0, 1])

  const wrong = { bytes: new TextEncoder().encode('<html>'), name: 'note.pdf' }
  const refused = await addPaper(stores, event.scope, { ...paper, id: newId(), file: wrong })
  expect(refused).toEqual({ ok: false, reason: 'notADocument' })
  expect(stores.files.names()).toHaveLength(3)
  const foreign = { itemId, paperId: id, now }
  expect(await discardPaper(stores, other.scope, foreign)).toEqual({ ok: false, reason: 'notFound' })
  await discardPaper(stores, event.scope, foreign)
  expect([stores.files.names(), await database.read.$count(documents)]).toEqual([[], 0])

  await addPaper(stores, event.scope, { ...paper, id: newId() })
  const removed = await database.write((tx) => removeItem(tx, event.scope, { itemId, now }))
  await clearDocuments(stores, event.scope, { ids: removed.ok ? removed.files : [], now })
  expect([stores.files.names(), await database.read.$count(documents)]).toEqual([[], 0])
})

test('papers of the whole agenda stand apart from those of items, and guests see them whatever part they are invited to', async () => {
  const database = await testDatabase()
  const stores = { database, files: aStore() }
  const event = await anEvent(database)
  const other = await anEvent(database)
  const itemId = await anItem(database, event)
  const paper = (given: { itemId: string | null; audience: 'public' | 'invited' | 'staff' }) => {
    const { audience, ...owner } = given
    const one = { ...content, title: { en: audience }, audience }
    return addPaper(stores, event.scope, { ...owner, content: one, file, language: 'ar', now })
  }
  for (const audience of ['public', 'invited', 'staff'] as const) await paper({ itemId: null, audience })
  await paper({ itemId, audience: 'public' })
  const { read } = database
  const titles = (papers: readonly { title: { en?: string } }[]) => papers.map(({ title }) => title.en)
  const whole = await readPapersOfItem(read, event.id, null)
  expect(titles(whole)).toEqual(['public', 'invited', 'staff'])
  expect(titles(await readPapersOfItem(read, event.id, itemId))).toEqual(['public'])
  expect(await readPapersOfItem(read, other.id, null)).toEqual([])
  expect(titles(await readPapersOfAgenda(read, event.id, ['public']))).toEqual(['public'])
  const ofGuests = async (partIds: string[]) =>
    (await readPapersOfParts(read, event.id, partIds)).map(({ itemId: of, title }) => [of, title.en])
  expect(await ofGuests([event.exhibition.id])).toEqual([
    [null, 'public'],
    [null, 'invited'],
  ])
  expect(await ofGuests([event.meeting.id])).toContainEqual([itemId, 'public'])
  expect(await ofGuests([])).toEqual([])

  const [, invited] = whole
  const found = await findPaperFile(read, event.id, invited?.files[0]?.id)
  expect([found?.itemId, found?.partId, found?.audience]).toEqual([null, null, 'invited'])
  // An item's page has no power over the agenda's papers.
  const paperId = invited?.id ?? ''
  expect(await discardPaper(stores, event.scope, { itemId, paperId, now })).toMatchObject({ ok: false })
  expect(await discardPaper(stores, other.scope, { itemId: null, paperId, now })).toMatchObject({ ok: false })
  await addVersion(stores, event.scope, { itemId: null, paperId, file, language: 'ar', now })
  const old = await findPaperFile(read, event.id, found?.id)
  expect(old?.hasNewer).toBe(true)
  expect(await discardPaper(stores, event.scope, { itemId: null, paperId, now })).toMatchObject({ ok: true })
})

test('minutes carry a text, and decisions and actions in an order of their own', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const itemId = await anItem(database, event)
  const outcome = { en: 'All agreed.' }
  await database.write((tx) => writeOutcome(tx, event.scope, { itemId, outcome, now }))
  const base = { ownerId: null, ownerName: { en: 'Ministry' }, dueOn: '2027-01-31', state: 'open' } as const
  const add = (kind: 'decision' | 'action', text: string, id = newId()) =>
    database.write((tx) =>
      addOutcome(tx, event.scope, { id, itemId, content: { ...base, kind, text: { en: text } }, now }),
    )
  await add('decision', 'Share figures')
  const id = newId()
  await add('action', 'Send them', id)
  await add('action', 'Send them', id)
  const moving = { itemId, outcomeId: id, direction: 'up', now } as const
  await database.write((tx) => moveOutcome(tx, event.scope, moving))
  const read = await readOutcomes(database.read, event.id, itemId)
  expect(read?.text).toEqual(outcome)
  expect(read?.list.map(({ kind, text, owner, dueOn }) => [kind, text.en, owner, dueOn])).toEqual([
    ['action', 'Send them', { en: 'Ministry' }, '2027-01-31'],
    ['decision', 'Share figures', {}, null],
  ])
  const other = await anEvent(database)
  const foreign = await database.write((tx) => moveOutcome(tx, other.scope, moving))
  expect(foreign).toEqual({ ok: false, reason: 'notFound' })
})
