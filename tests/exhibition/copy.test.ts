import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { assignRole } from '#app/events/roles.server.ts'
import { withBlock, withHead } from '#app/exhibition/content/change.ts'
import { saveDraft } from '#app/exhibition/content/draft.server.ts'
import { publishExhibit } from '#app/exhibition/content/publish.server.ts'
import { discardExhibit, uploadDocument, uploadPicture } from '#app/exhibition/content/upload.server.ts'
import { copyExhibits } from '#app/exhibition/copy/copy.server.ts'
import { eventsToCopyTo } from '#app/exhibition/copy/targets.server.ts'
import { readShownMedia } from '#app/exhibition/exhibit-page.server.ts'
import { readExhibit, readExhibits } from '#app/exhibition/read.server.ts'
import { action } from '#app/routes/desk.event.exhibition-copy/route.tsx'
import { newId } from '#db/id.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibitPictures } from '#db/schema/exhibition.server.ts'
import { files } from '#db/schema/files.server.ts'
import { asked, placeOf, statusOf } from '#tests/support/asked.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { contentsOf } from '#tests/support/contents.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aPdf } from '#tests/support/documents.ts'
import { aUser, revisionOf } from '#tests/support/events.ts'
import {
  aMemberOfTeam,
  anExhibit,
  aPhoto,
  aStore,
  figuresBlock,
  pictureTexts,
  someBooths,
} from '#tests/support/exhibition.ts'

/** Two events of one office: in the first a published exhibit with everything, a newer draft of it, and a plain one. */
async function twoEvents() {
  const database = await testDatabase()
  const stores = { database, files: aStore() }
  const from = await anEvent(database, { slug: 'first' })
  const to = await anEvent(database, { slug: 'next', officeId: from.officeId })
  const [boothId] = await someBooths(database, from, ['A1'])
  const exhibitId = await anExhibit(database, from, {
    ...{ slug: 'seeds', boothId, title: { en: 'Seeds', ar: 'بذور' }, sectors: ['livelihoods'] },
    ...{ governorates: ['IQG15'], organisationName: { en: 'NGO' } },
    blocks: [figuresBlock(), { id: 'came', kind: 'programme', programme: 'a-programme' }],
  })
  const which = { exhibitId, now }
  const bytes = new Uint8Array(await aPhoto())
  const picture = { ...which, bytes, texts: pictureTexts(), seen: ['en'] as const }
  const uploaded = await uploadPicture(stores, from.scope, picture)
  if (!uploaded.ok) throw new Error(uploaded.reason)
  const offered = (document: string) =>
    withBlock({ id: 'sheet', kind: 'document', heading: {}, about: {}, document }, [])
  await uploadDocument(stores, from.scope, { ...which, name: 'sheet.pdf', bytes: aPdf, change: offered })
  await database.write((tx) => publishExhibit(tx, from.scope, which))
  const change = withHead({ summary: { en: 'As it is being written' } }, ['en'])
  await database.write((tx) => saveDraft(tx, from.scope, { ...which, change }))
  await aMemberOfTeam(database, from, exhibitId)
  const other = await anExhibit(database, from, { slug: 'street' })
  return { database, stores, from, to, exhibitId, other, pictureId: uploaded.id }
}

test('what is being written goes to the next event as a draft, with pictures of its own, and nothing about people', async () => {
  const { database, stores, from, to, exhibitId, other, pictureId } = await twoEvents()
  await anExhibit(database, to, { slug: 'street', title: { en: 'There before' } })
  const before = await revisionOf(database, to.id)
  const id = newId()
  const given = { from: from.scope, exhibitIds: [other, exhibitId], id, now }
  const copied = await copyExhibits(stores, to.scope, given)
  expect(copied).toMatchObject({ ok: true, ids: [id, expect.any(String)] })
  expect(await revisionOf(database, to.id)).toBeGreaterThan(before)
  const listed = await readExhibits(database.read, to.scope, {})
  expect(listed.exhibits.map(({ slug, state, booth }) => [slug, state, booth])).toEqual([
    ['street', 'draft', null],
    ['seeds', 'draft', null],
    // Its address was taken there.
    ['a-street-repaired-together', 'draft', null],
  ])
  const copy = await readExhibit(database.read, to.scope, id)
  const original = await readExhibit(database.read, from.scope, exhibitId)
  if (!copy || !original) throw new Error('no exhibit')
  const { pictures, coverPicture, blocks, ...said } = copy.content
  const { pictures: _, coverPicture: __, blocks: theirs, ...saidThere } = original.content
  expect(said).toEqual(saidThere)
  expect(said.summary).toEqual({ en: 'As it is being written' })
  expect(blocks.map(({ id, kind }) => [id, kind])).toEqual(theirs.map(({ id, kind }) => [id, kind]))
  expect(blocks[1]).toEqual(theirs[1])
  expect([coverPicture === pictures[0]?.id, coverPicture === pictureId]).toEqual([true, false])
  expect(pictures[0]?.alt).toEqual({ en: 'A street with new lamps' })
  const media = await readShownMedia(database.read, id, copy.content)
  expect([Object.values(media.pictures).length, Object.values(media.documents)[0]?.bytes]).toEqual([
    1,
    aPdf.length,
  ])
  expect(await database.read.$count(exhibitPictures, eq(exhibitPictures.exhibitId, id))).toBe(1)
  const contents = await contentsOf(database)
  const ofCopies = (table: string) => contents[table]?.filter(({ exhibitId }) => exhibitId === id)
  expect([ofCopies('exhibit_teams'), ofCopies('exhibit_versions')]).toEqual([[], []])
})

test('whatever becomes of one event, the other keeps its pictures and documents', async () => {
  const { database, stores, from, to, exhibitId } = await twoEvents()
  const names = stores.files.names()
  const id = newId()
  await copyExhibits(stores, to.scope, { from: from.scope, exhibitIds: [exhibitId], id, now })
  const copies = stores.files.names().filter((name) => !names.includes(name))
  expect(copies).toHaveLength(names.length)
  await discardExhibit(stores, from.scope, { exhibitId, now })
  expect(stores.files.names()).toEqual(copies)
  await discardExhibit(stores, to.scope, { exhibitId: id, now })
  expect([stores.files.names(), await database.read.$count(files)]).toEqual([[], 0])
})

test('a form sent twice, even at once, copies once, and leaves nothing behind', async () => {
  const { database, stores, from, to, exhibitId, other } = await twoEvents()
  const names = stores.files.names()
  const given = { from: from.scope, exhibitIds: [exhibitId, other], id: newId(), now }
  const send = () => copyExhibits(stores, to.scope, given)
  expect((await Promise.all([send(), send()])).map(({ ok }) => ok)).toEqual([true, true])
  expect(await send()).toMatchObject({ ok: true })
  expect((await readExhibits(database.read, to.scope, {})).total).toBe(2)
  expect(stores.files.names()).toHaveLength(names.length * 2)
  const again = await copyExhibits(stores, to.scope, { ...given, id: newId() })
  expect([again.ok, (await readExhibits(database.read, to.scope, {})).total]).toEqual([true, 4])
})

test('copied is only to where one may write, within the office, and what is there; else nothing happens', async () => {
  const { database, stores, from, to, exhibitId } = await twoEvents()
  const theirs = await anEvent(database, { slug: 'theirs' })
  const ours = await anExhibit(database, to)
  const email = 'e@majlis.example'
  const userId = await aUser(database, { email })
  await database.write((tx) => assignRole(tx, from.scope, { email, role: 'exhibition_editor', now }))
  const member = await aUser(database, { email: 'o@majlis.example', officeId: from.officeId })
  const names = async (user: string) =>
    (await eventsToCopyTo(database.read, from.scope, user)).map(({ slug }) => slug)
  expect([await names(userId), await names(member)]).toEqual([[], ['next']])

  const before = await contentsOf(database)
  const send = (user: string, form: [string, string][]) => {
    const { context, ...rest } = asked(database, '/', { params: { event: 'first' }, userId: user, form })
    return action({ ...rest, context: Object.assign(context, { files: stores.files }) })
  }
  const refused = async (user: string, toSlug: string, ids: string[]) => {
    const answer = await send(user, [
      ['to', toSlug],
      ...ids.map((id): [string, string] => ['exhibits', id]),
    ]).catch((reason: unknown) => reason)
    return answer instanceof Response ? answer.status : (answer as { init?: ResponseInit }).init?.status
  }
  expect(await refused(userId, 'next', [exhibitId])).toBe(404)
  expect(await refused(member, 'theirs', [exhibitId])).toBe(404)
  expect(await refused(member, 'first', [exhibitId])).toBe(404)
  expect(await refused(member, 'next', [exhibitId, ours])).toBe(404)
  expect(await refused(member, 'next', [])).toBe(400)
  expect(await refused(member, '', [exhibitId])).toBe(400)
  expect(
    await refused(
      member,
      'next',
      Array.from({ length: 51 }, () => newId()),
    ),
  ).toBe(400)
  await database.write((tx) => tx.update(events).set({ state: 'cancelled' }).where(eq(events.id, to.id)))
  expect(await refused(member, 'next', [exhibitId])).toBe(404)
  await database.write((tx) => tx.update(events).set({ state: 'published' }).where(eq(events.id, to.id)))
  const foreign = await copyExhibits(stores, theirs.scope, { from: from.scope, exhibitIds: [exhibitId], now })
  expect(foreign).toEqual({ ok: false, reason: 'notFound' })
  expect(await contentsOf(database)).toEqual(before)
  const place = send(member, [
    ['to', 'next'],
    ['exhibits', exhibitId],
  ])
  expect(await placeOf(place)).toBe('/desk/events/first/exhibition/copy?to=next&copied=1')
  expect(await statusOf(place)).toBe(303)
})
