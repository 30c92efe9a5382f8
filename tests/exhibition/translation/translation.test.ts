import { expect, test } from 'vitest'
import { withBlock, withHead } from '#app/exhibition/content/change.ts'
import { readDraft, saveDraft } from '#app/exhibition/content/draft.server.ts'
import { textAt } from '#app/exhibition/content/texts.ts'
import { importTranslations } from '#app/exhibition/translation/import.server.ts'
import {
  everyTranslation,
  readProgress,
  readTotals,
  readTranslation,
} from '#app/exhibition/translation/read.server.ts'
import { readTranslated, writeSheet } from '#app/exhibition/translation/sheet.server.ts'
import { digestOf } from '#app/exhibition/translation/wordings.server.ts'
import {
  confirmTranslations,
  saveTranslations,
  writeTranslations,
} from '#app/exhibition/translation/write.server.ts'
import { type Sheet, writeXliff } from '#app/exhibition/translation/xliff.ts'
import { type Localized, languages } from '#app/i18n/languages.ts'
import type { Database } from '#db/client.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { anExhibit } from '#tests/support/exhibition.ts'
import { attacks } from '#tests/support/hostile.ts'

type Event = Awaited<ReturnType<typeof anEvent>>
const pair = { from: 'en', to: 'ar' } as const

async function states(database: Database, { scope }: Event, exhibitId: string) {
  const read = await readTranslation(database.read, scope, exhibitId, pair)
  return Object.fromEntries(read?.texts.map(({ path, state }) => [path, state]) ?? [])
}

function write(database: Database, { scope }: Event, exhibitId: string, title: Localized) {
  const change = withHead({ title }, languages)
  return database.write((tx) => saveDraft(tx, scope, { exhibitId, change, now }))
}

async function sheetsOf(database: Database, { scope }: Event) {
  const sheets: Sheet[] = []
  for await (const { id, version, texts } of everyTranslation(database.read, scope, pair)) {
    const named = texts.map((text) => ({ ...text, name: text.path }))
    sheets.push({ exhibitId: id, version, texts: named })
  }
  return sheets
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** The file as a tool gives it back: every source that `said` knows translated. */
function translated(xliff: string, said: Record<string, string>): string {
  return xliff.replaceAll(
    /<source>([^<]*)<\/source>\s*<target[^>]*>[^<]*<\/target>/g,
    (whole, source: string) =>
      said[source]
        ? `<source>${source}</source><target state="final"><mrk mtype="seg" mid="0">${said[source]}</mrk></target>`
        : whole,
  )
}

test('a translation is missing, done, and old once its source is rewritten, until somebody says it is right', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const { scope } = event
  const exhibitId = await anExhibit(database, event, { title: { en: 'Water', ar: 'ماء' } })
  expect(await states(database, event, exhibitId)).toEqual({ title: 'done', summary: 'missing' })
  // Written by the ordinary form, before anybody translated here.
  await write(database, event, exhibitId, { en: 'Clean water', ar: 'ماء' })
  expect(await states(database, event, exhibitId)).toMatchObject({ title: 'changed' })
  const [progress] = (await readProgress(database.read, scope, { from: 'en', languages, page: 1 })).exhibits
  const fresh = { all: 2, missing: 2, changed: 0 }
  expect(progress?.progress).toEqual([
    { ...fresh, language: 'fr' },
    { language: 'ar', all: 2, missing: 1, changed: 1 },
    { ...fresh, language: 'ckb' },
  ])
  await anExhibit(database, event)
  const totals = await readTotals(database.read, scope, { from: 'en', languages })
  expect(totals?.[1]).toEqual({ language: 'ar', all: 4, missing: 3, changed: 1 })
  const paths = ['title', 'summary', 'nowhere']
  await database.write((tx) => confirmTranslations(tx, scope, { exhibitId, paths, language: 'ar' }))
  expect(await states(database, event, exhibitId)).toEqual({ title: 'done', summary: 'missing' })
  await write(database, event, exhibitId, { en: 'Safe water', ar: 'ماء' })
  await write(database, event, exhibitId, { en: 'Safe water', ar: 'ماء آمن' })
  expect(await states(database, event, exhibitId)).toMatchObject({ title: 'done' })
  // Back to what it was translated from: nothing to do.
  await write(database, event, exhibitId, { en: 'Safer water', ar: 'ماء آمن' })
  await write(database, event, exhibitId, { en: 'Safe water', ar: 'ماء آمن' })
  expect(await states(database, event, exhibitId)).toMatchObject({ title: 'done' })
})

test('files go out and come back; what changed meanwhile, is unknown or too long is told and not written', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const other = await anEvent(database)
  const { scope } = event
  const ours = await anExhibit(database, event, { title: { en: 'Water' }, summary: { en: 'Pumps' } })
  const taken = await anExhibit(database, event, { title: { en: 'Roads' }, summary: { en: 'Bridges' } })
  const foreign = await anExhibit(database, other, { title: { en: 'Schools' }, summary: {} })
  const xliff = writeXliff([...(await sheetsOf(database, event)), ...(await sheetsOf(database, other))], pair)
  // Meanwhile one source is rewritten, and one text translated by somebody else.
  await write(database, event, taken, { en: 'Safe roads' })
  const wordings = [{ path: 'summary', language: 'ar', text: 'جسور آمنة' } as const]
  await database.write((tx) => writeTranslations(tx, scope, { exhibitId: taken, wordings, now }))
  const said = { Water: 'ماء', Pumps: 'م'.repeat(500), Roads: 'طرق', Bridges: 'جسور', Schools: 'مدارس' }
  const back = translated(xliff, said).replace(
    '</body>',
    '<trans-unit id="blocks/x/text"><source>x</source><target>y</target></trans-unit></body>',
  )
  const read = readTranslated(bytes(back), pair)
  if (!read.ok) throw new Error(read.reason)
  const given = { texts: read.texts, pair, isOverwriting: false, now }
  const report = await importTranslations(database, scope, given)
  expect(report.written).toBe(1)
  expect(report.leftOut.map(({ why, exhibitId, path }) => [why, exhibitId, path])).toEqual([
    ['unknownText', ours, 'blocks/x/text'],
    ['tooLong', ours, 'summary'],
    ['sourceChanged', taken, 'title'],
    ['changedMeanwhile', taken, 'summary'],
    ['unknownExhibit', foreign, 'title'],
  ])
  const textOf = async (id: string, path: string) => {
    const draft = await readDraft(database.read, scope, id)
    return draft && textAt(draft.content, path)?.ar
  }
  expect(await textOf(ours, 'title')).toBe('ماء')
  expect(await textOf(taken, 'summary')).toBe('جسور آمنة')
  const told = await importTranslations(database, scope, { ...given, isOverwriting: true })
  expect(told).toMatchObject({ written: 2, same: 1 })
  expect([await textOf(taken, 'title'), await textOf(taken, 'summary')]).toEqual(['طرق', 'جسور'])
})

test('hostile texts come back from both kinds of file as they went out, and as nothing but text', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const { scope } = event
  const texts = [...attacks, ']]><x/>', 'a\u0007b', 'two\r\nlines', '<!-- x -->', "'=1+1"]
  const said = attacks.map((attack) => `ترجمة ${attack}`)
  const exhibitId = await anExhibit(database, event)
  for (const [index, text] of texts.entries()) {
    const block = { id: `b${index}`, kind: 'text', heading: {}, text: { en: text } } as const
    await database.write((tx) =>
      saveDraft(tx, scope, { exhibitId, change: withBlock(block, languages), now }),
    )
  }
  const sheets = await sheetsOf(database, event)
  const filled = sheets.map((sheet) => ({
    ...sheet,
    texts: sheet.texts.map((text, index) => ({ ...text, target: said[index] ?? text.source })),
  }))
  for (const file of [bytes(writeXliff(filled, pair)), writeSheet(filled, pair)]) {
    const read = readTranslated(file, pair)
    if (!read.ok) throw new Error(read.reason)
    const report = await importTranslations(database, scope, {
      texts: read.texts,
      pair,
      isOverwriting: false,
      now,
    })
    expect(report.leftOut).toEqual([])
    expect(report.written + report.same).toBe(texts.length + 2)
  }
  const draft = await readDraft(database.read, scope, exhibitId)
  const first = textAt(draft?.content as never, 'title')?.ar
  expect(first).toBe(said[0])
})

test('beside the source, what others did meanwhile is neither written over nor taken for translated', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const { scope } = event
  const exhibitId = await anExhibit(database, event, { title: { en: 'Water' }, summary: { en: 'Pumps' } })
  const open = await readTranslation(database.read, scope, exhibitId, pair)
  const typed = (path: string, source: string, text: string) => ({ path, text, digest: digestOf(source) })
  const save = (texts: ReturnType<typeof typed>[], seen = open?.version ?? 0) =>
    database.write((tx) => saveTranslations(tx, scope, { exhibitId, seen, texts, pair, now }))
  // Another saves the summary first, and the title is rewritten.
  expect(await save([typed('summary', 'Pumps', 'مضخات')])).toEqual({ ok: true, left: [] })
  await write(database, event, exhibitId, { en: 'Clean water' })
  const mine = [typed('title', 'Water', 'ماء'), typed('summary', 'Pumps', 'مضخة')]
  expect(await save(mine)).toEqual({
    ok: true,
    left: [
      { path: 'title', text: 'ماء', why: 'sourceChanged' },
      { path: 'summary', text: 'مضخة', why: 'changedMeanwhile' },
    ],
  })
  const fresh = await readTranslation(database.read, scope, exhibitId, pair)
  const again = [typed('title', 'Clean water', 'ماء نظيف'), typed('summary', 'Pumps', 'مضخة')]
  expect(await save(again, fresh?.version)).toEqual({ ok: true, left: [] })
  expect(await states(database, event, exhibitId)).toEqual({ title: 'done', summary: 'done' })
})
