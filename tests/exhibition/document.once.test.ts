import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, type BlockKind, blockForms, blockKinds } from '#app/exhibition/content/blocks.ts'
import { contentOf, type ExhibitContent, exhibitContent } from '#app/exhibition/content/content.ts'
import { flatten, unflatten } from '#app/exhibition/content/flat.ts'
import { merge } from '#app/exhibition/content/merge.ts'
import { missingTexts, publishingNeeds } from '#app/exhibition/content/needs.ts'
import { textsOf, withWordings } from '#app/exhibition/content/texts.ts'
import { type Localized, languages } from '#app/i18n/languages.ts'
import { hostileText } from '#tests/support/hostile.ts'

const words = hostileText.map((text) => text.slice(0, 50).trim() || 'x')
const localized = fc.record(Object.fromEntries(languages.map((language) => [language, words])), {
  requiredKeys: [],
})
const id = fc.uuid({ version: 4 })
const asOf = fc.constantFrom('', '2015', '2015-10', '2015-10-03')
const url = fc.constantFrom('', 'https://iraqdtm.iom.int/?a=b&c=%22')
const picture = fc.option(id)
const rowsOf = <Row>(row: fc.Arbitrary<Row>) =>
  fc.uniqueArray(row, { maxLength: 4, selector: (one) => (one as { id: string }).id })

const figure = fc.record({
  ...{ id, label: localized, unit: localized, asOf, source: localized, sourceUrl: url },
  value: fc.option(fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => value + 0)),
  qualifier: fc.constantFrom('exactly', 'about', 'nearly', 'more_than'),
})
const head = { id, heading: localized }
const kinds: Record<BlockKind, fc.Arbitrary<object>> = {
  text: fc.record({ ...head, text: localized }),
  figures: fc.record({ ...head, items: rowsOf(figure) }),
  gallery: fc.record({ ...head, items: rowsOf(fc.record({ id, picture: id })) }),
  beforeAfter: fc.record({
    ...{ ...head, beforePicture: picture, beforeOn: asOf, beforeCaption: localized },
    ...{ afterPicture: picture, afterOn: asOf, afterCaption: localized },
  }),
  video: fc.record({ ...head, url, about: localized, posterPicture: picture }),
  document: fc.record({ ...head, document: picture, about: localized }),
  quotation: fc.record({ id, text: localized, name: localized, role: localized, portraitPicture: picture }),
  timeline: fc.record({
    ...head,
    items: rowsOf(fc.record({ id, on: asOf, title: localized, text: localized })),
  }),
  partners: fc.record({
    ...head,
    items: rowsOf(
      fc.record({
        id,
        name: localized,
        role: fc.constantFrom('donor', 'partner'),
        url,
        logoPicture: picture,
      }),
    ),
  }),
  contact: fc.record({
    ...head,
    about: localized,
    name: words,
    email: fc.constant(''),
    phone: words.map((one) => one.slice(0, 40).trim()),
  }),
  programme: fc.record({ ...head, programme: picture }),
}
const block = fc.oneof(
  ...blockKinds.map((kind) => kinds[kind].map((fields) => ({ ...fields, kind }) as Block)),
)

/** Any document that can be kept. */
const content: fc.Arbitrary<ExhibitContent> = fc
  .record({
    ...{ title: localized, summary: localized, organisationName: localized, coverPicture: picture },
    sectors: fc.uniqueArray(fc.constantFrom('health', 'shelter', 'livelihoods')),
    governorates: fc.uniqueArray(fc.constantFrom('IQG01', 'IQG15')),
    links: rowsOf(fc.record({ id, url: fc.constant('https://iom.int'), label: localized })),
    pictures: rowsOf(fc.record({ id, alt: localized, caption: localized, credit: words })),
    blocks: rowsOf(block),
  })
  .map((given) => contentOf(given as never))

test('a document taken apart and put together again is the same document, and reading it twice changes nothing', () => {
  fc.assert(
    fc.property(content, (document) => {
      expect(exhibitContent.parse(unflatten(flatten(document)))).toEqual(document)
      expect(exhibitContent.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
    }),
    { numRuns: 200 },
  )
})

test('every text has a path at which it can be read and written, and nothing else has', () => {
  fc.assert(
    fc.property(content, fc.constantFrom(...languages), (document, language) => {
      const texts = textsOf(document)
      expect(new Set(texts.map(({ path }) => path)).size).toBe(texts.length)
      const ofTexts = texts.flatMap(({ path, text }) => Object.keys(text).map((one) => `${path}/${one}`))
      const leaves = [...flatten(document).keys()].filter((path) => /\/(en|fr|ar|ckb)$/.test(path))
      expect(ofTexts.toSorted()).toEqual(leaves.toSorted())
      const written = withWordings(
        document,
        texts.map(({ path }) => ({ path, language, text: 'نص' })),
      )
      if (!written.ok) throw new Error(written.reason)
      expect(textsOf(written.content)).toEqual(
        texts.map(({ path, text }) => ({ path, text: { ...text, [language]: 'نص' } })),
      )
      expect(missingTexts(written.content, [language])).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('of two who start from one document, whoever changed nothing takes nothing away', () => {
  fc.assert(
    fc.property(content, content, (base, mine) => {
      const [was, is] = [flatten(base), flatten(mine)]
      expect(unflatten(merge(was, is, was).merged)).toEqual(unflatten(is))
      expect(unflatten(merge(was, was, is).merged)).toEqual(unflatten(is))
      expect(merge(was, is, is).conflicts).toEqual([])
      // What is no conflict is in what came of it: each of my changes, and each of theirs.
      const third = flatten(contentOf({ ...base, title: { en: 'Another' } }))
      const { merged, conflicts } = merge(was, is, third)
      if (!conflicts.some(({ path }) => path === 'title/en')) expect(merged.get('title/en')).toBe('Another')
    }),
    { numRuns: 100 },
  )
})

test('paths that no document has and wordings that are too long are refused', () => {
  const document = contentOf({ title: { en: 'Seeds' } })
  for (const path of ['title/en', '__proto__', 'constructor', 'blocks/one/text', 'contact'])
    expect(withWordings(document, [{ path, language: 'en', text: 'x' }])).toMatchObject({
      reason: 'unknownPath',
    })
  const long = { path: 'title', language: 'ar' as const, text: 'x'.repeat(161) }
  expect(withWordings(document, [long])).toEqual({ ok: false, reason: 'tooLong', path: 'title/ar' })
  const doubled = [1, 2].map(() => ({ id: 'one', kind: 'text' as const, text: { en: 'x' } }))
  expect(exhibitContent.safeParse({ blocks: doubled }).success).toBe(false)
  for (const id of ['a/b', 'a#', '', '__proto__'])
    expect(exhibitContent.safeParse({ blocks: [{ id, kind: 'text' }] }).success).toBe(false)
})

test('each kind of block says what it cannot be shown without', () => {
  const needs = blockKinds.map((kind) => {
    const empty = { ...blockForms[kind].parse({}), id: 'one', kind } as Block
    const document = contentOf({ title: { en: 'Seeds' }, summary: { en: 'Fields' }, blocks: [empty] })
    return [
      kind,
      publishingNeeds(document, ['en'])
        .map(({ need }) => need)
        .join(),
    ]
  })
  expect(Object.fromEntries(needs)).toEqual({
    ...{ text: 'text', figures: 'figure', gallery: 'picture', beforeAfter: 'picture', video: 'url' },
    ...{ document: 'document', quotation: 'text', timeline: 'text', partners: 'name', contact: 'name' },
  })
  const title: Localized = { ckb: 'تۆو' }
  expect(publishingNeeds(contentOf({ title, summary: { fr: 'Champs' } }), ['en'])).toEqual([])
})
