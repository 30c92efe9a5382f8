import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Block } from '#app/exhibition/content/blocks.ts'
import {
  type Change,
  withBlock,
  withBlockMoved,
  withHead,
  withoutBlock,
  withTheirs,
} from '#app/exhibition/content/change.ts'
import { readDraft, saveDraft } from '#app/exhibition/content/draft.server.ts'
import {
  discardDraft,
  publishDueExhibits,
  publishExhibit,
  restoreVersion,
  scheduleExhibit,
  submitExhibit,
  unpublishExhibit,
} from '#app/exhibition/content/publish.server.ts'
import { readVersions } from '#app/exhibition/content/versions.server.ts'
import { findExhibit } from '#app/exhibition/exhibit-page.server.ts'
import { readExhibit } from '#app/exhibition/read.server.ts'
import type { Localized } from '#app/i18n/languages.ts'
import { exhibitEdits } from '#db/schema/exhibit-content.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { revisionOf } from '#tests/support/events.ts'
import { anExhibit } from '#tests/support/exhibition.ts'

const seen = ['en', 'ar'] as const

function textBlock(id: string, text: Localized): Block {
  return { id, kind: 'text', heading: {}, text }
}

/** An exhibit of two blocks, and what its editors do. */
async function anEditedExhibit() {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  const { scope } = event
  const blocks = [textBlock('one', { en: 'First' }), textBlock('two', { en: 'Second' })]
  const exhibitId = await anExhibit(database, event, { slug: 'seeds', blocks })
  const which = { exhibitId, now }
  const save = (change: Change, version?: number) =>
    database.write((tx) => saveDraft(tx, scope, { ...which, change, seen: version }))
  const draft = async () => {
    const found = await readDraft(database.read, scope, exhibitId)
    if (!found) throw new Error('no draft')
    return found
  }
  const publish = () => database.write((tx) => publishExhibit(tx, scope, which))
  const published = async () => (await findExhibit(database.read, event.id, 'seeds'))?.content
  const standing = async () => {
    const found = await readExhibit(database.read, scope, exhibitId)
    return [found?.state, found?.ahead]
  }
  return { database, event, scope, exhibitId, which, save, draft, publish, published, standing }
}

test('two who write in different places both keep what they wrote, blocks added and moved among it', async () => {
  const { save, draft } = await anEditedExhibit()
  await save(withBlock(textBlock('one', { en: 'First, by her' }), seen), 1)
  expect(await save(withBlock(textBlock('two', { en: 'Second, by him' }), seen), 1)).toMatchObject({
    ok: true,
  })
  expect(await save(withBlock(textBlock('three', { ar: 'ثالث' }), seen), 1)).toMatchObject({ ok: true })
  expect(await save(withBlockMoved('two', 'up'), 1)).toMatchObject({ ok: true })
  // Another language of the same text is another place.
  expect(await save(withBlock(textBlock('one', { en: 'First', ar: 'أول' }), seen), 1)).toMatchObject({
    ok: true,
    version: 6,
  })
  const { content } = await draft()
  expect(content.blocks).toEqual([
    textBlock('two', { en: 'Second, by him' }),
    textBlock('one', { en: 'First, by her', ar: 'أول' }),
    textBlock('three', { ar: 'ثالث' }),
  ])
})

test('where both changed the same text nothing is written, both are told, and either can be kept knowingly', async () => {
  const { save, draft } = await anEditedExhibit()
  await save(withBlock(textBlock('one', { en: 'Hers' }), seen), 1)
  const his = withBlock({ ...textBlock('one', { en: 'His', ar: 'له' }) }, seen)
  const clash = await save(his, 1)
  expect(clash).toMatchObject({
    ...{ ok: false, reason: 'conflict', version: 2, by: { kind: 'system', at: now } },
    conflicts: [{ path: 'blocks/one/text/en', mine: 'His', theirs: 'Hers' }],
    mine: { blocks: [{ text: { en: 'His', ar: 'له' } }, { text: { en: 'Second' } }] },
  })
  expect((await draft()).version).toBe(2)
  await save(withTheirs(his, ['blocks/one/text/en']), 2)
  expect((await draft()).content.blocks[0]).toEqual(textBlock('one', { en: 'Hers', ar: 'له' }))
  await save(his, 3)
  expect((await draft()).content.blocks[0]).toEqual(textBlock('one', { en: 'His', ar: 'له' }))
})

test('a block removed while another writes in it is not lost unasked, nor kept unasked', async () => {
  const { save, draft } = await anEditedExhibit()
  await save(withoutBlock('one'), 1)
  const mine = withBlock(textBlock('one', { en: 'First, longer' }), seen)
  expect(await save(mine, 1)).toMatchObject({
    conflicts: [{ path: 'blocks/one/text/en', mine: 'First, longer', theirs: undefined }],
  })
  expect(await save(mine, 2)).toMatchObject({ ok: true })
  expect((await draft()).content.blocks.map(({ id }) => id)).toEqual(['two', 'one'])
  await save(withBlock(textBlock('two', { en: 'Second, longer' }), seen), 3)
  expect(await save(withoutBlock('two'), 3)).toMatchObject({ ok: false, reason: 'conflict' })
})

test('four who save at once and again after a clash leave all four texts', async () => {
  const { save, draft } = await anEditedExhibit()
  const ids = ['a', 'b', 'c', 'd']
  const saved = await Promise.all(ids.map((id) => save(withBlock(textBlock(id, { en: id }), seen), 1)))
  expect(saved.every(({ ok }) => ok)).toBe(true)
  const { content, version } = await draft()
  expect(content.blocks.map(({ id }) => id).toSorted()).toEqual([...ids, 'one', 'two'])
  expect(version).toBe(5)
})

test('a copy older than the edits that are kept is shown beside what there is, and writes over nothing', async () => {
  const { database, exhibitId, save, draft } = await anEditedExhibit()
  await save(withHead({ title: { en: 'Fields' } }, seen), 1)
  await database.write((tx) => tx.delete(exhibitEdits).where(eq(exhibitEdits.exhibitId, exhibitId)))
  expect(await save(withHead({ title: { en: 'Gardens' } }, seen), 1)).toMatchObject({
    conflicts: [{ path: 'title/en', mine: 'Gardens', theirs: 'Fields' }],
  })
  expect((await draft()).content.title).toEqual({ en: 'Fields' })
  // A version that never was is no better.
  for (const version of [0, -1, 99])
    expect(await save(withHead({ title: { en: 'Gardens' } }, seen), version)).toMatchObject({ ok: false })
})

test('what is published stays as it is while the next is written, and every version can be taken back', async () => {
  const { database, event, scope, which, save, draft, publish, published, standing } = await anEditedExhibit()
  await publish()
  const first = await published()
  const revision = await revisionOf(database, event.id)
  await save(withHead({ title: { en: 'Fields' } }, seen))
  expect([await published(), await standing()]).toEqual([first, ['published', 'changed']])
  // Nothing that visitors see has changed, so nothing kept for them is let go.
  expect(await revisionOf(database, event.id)).toBe(revision)
  await database.write((tx) => submitExhibit(tx, scope, which))
  expect(await standing()).toEqual(['published', 'submitted'])
  await publish()
  expect([(await published())?.title, await standing()]).toEqual([{ en: 'Fields' }, ['published', 'no']])
  expect(await publish()).toEqual({ ok: false, reason: 'otherState' })

  await database.write((tx) => restoreVersion(tx, scope, { ...which, number: 1 }))
  expect([(await draft()).content, await standing()]).toEqual([first, ['published', 'changed']])
  await database.write((tx) => discardDraft(tx, scope, which))
  expect([(await draft()).content.title, await standing()]).toEqual([{ en: 'Fields' }, ['published', 'no']])
  expect(await database.write((tx) => restoreVersion(tx, scope, { ...which, number: 9 }))).toMatchObject({
    reason: 'notFound',
  })
  await database.write((tx) => unpublishExhibit(tx, scope, which))
  expect([await published(), await standing()]).toEqual([undefined, ['draft', 'no']])
  const versions = await readVersions(database.read, which.exhibitId)
  expect(versions.map(({ number, publishedAt }) => [number, publishedAt !== null])).toEqual([
    ...[[3, true] as const, [2, false] as const, [1, true] as const],
  ])
})

test('an exhibit is published at its time as it was then, once, and not when somebody thought better of it', async () => {
  const { database, scope, which, save, publish, published } = await anEditedExhibit()
  const publishAt = new Date(now.getTime() + 3_600_000)
  const schedule = (at: Date) =>
    database.write((tx) => scheduleExhibit(tx, scope, { ...which, publishAt: at }))
  const round = (minutes: number) =>
    publishDueExhibits(database, { now: new Date(now.getTime() + minutes * 60_000) })
  expect(await schedule(now)).toEqual({ ok: false, reason: 'past' })
  expect(await schedule(publishAt)).toEqual({ ok: true })
  await save(withHead({ title: { en: 'Half a sen' } }, seen))
  expect([await round(59), await published()]).toEqual([0, undefined])
  expect((await Promise.all([round(61), round(61)])).toSorted()).toEqual([0, 1])
  expect((await published())?.title).toEqual({ en: 'A street repaired together' })
  await save(withHead({ title: { en: 'A whole sentence' } }, seen))
  await schedule(publishAt)
  await publish()
  await save(withHead({ title: { en: 'Later' } }, seen))
  expect([await round(70), (await published())?.title]).toEqual([0, { en: 'A whole sentence' }])
})
