import { expect, test } from 'vitest'
import { toBlocks } from '#app/documents/blocks.ts'
import { renderPdf } from '#app/documents/pdf.server.ts'
import { pdfFacts, pdfText } from '../support/pdf.ts'

test('markdown becomes paragraphs, lists and quotations of plain text', () => {
  expect(
    toBlocks(
      'Dear **all**,\nsee [the site](https://x.org) <b>&\n\n3. one *two*\n4. - inner\n\n> said\n\n---\n\n# End',
    ),
  ).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { text: 'Dear ' },
        { text: 'all', strong: true },
        { text: ',\nsee ' },
        { text: 'the site' },
        { text: ' (https://x.org)' },
        { text: ' <b>&' },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [
        [{ kind: 'paragraph', runs: [{ text: 'one ' }, { text: 'two', emphasis: true }] }],
        [
          {
            kind: 'list',
            ordered: false,
            start: 1,
            items: [[{ kind: 'paragraph', runs: [{ text: 'inner' }] }]],
          },
        ],
      ],
    },
    { kind: 'quote', blocks: [{ kind: 'paragraph', runs: [{ text: 'said' }] }] },
    { kind: 'rule' },
    { kind: 'heading', runs: [{ text: 'End' }] },
  ])
})

test('a template sees data as values, and shows nothing of them as markup', async () => {
  const hostile = '#eval("1") *b* $x$ @a <label> \\u{41} // c /* d */ #read("/etc/passwd") [e] = f `g` ~ --'
  const pdf = await renderPdf({
    template: 'documents/typst/list.typ',
    data: {
      ...{ language: 'en', title: `ێ ڵ ڕ ${hostile}`, notes: [hostile], columns: [{ heading: hostile }] },
      rows: Array.from({ length: 80 }, (_, row) => [`${row} ${hostile}`]),
    },
  })
  const pages = pdfText(pdf)
  expect(pages.length).toBeGreaterThan(1)
  const literal = hostile.replaceAll(' ', '')
  // In the title, the note and the heading; and the heading again on every page.
  expect(pages[0]?.split(literal).length).toBeGreaterThan(20)
  expect(pages.every((page) => page.includes(literal))).toBe(true)
  expect(pages.join('')).toContain(`79${literal}`)
  expect(pages.at(-1)).toMatch(/\d\/\d$/)
  expect(pdfFacts(pdf)).toMatchObject({ language: 'en', title: expect.stringContaining('ێ ڵ ڕ #eval') })
})

test('a fault in a template is told to the caller, and the next document is made', async () => {
  await expect(renderPdf({ template: 'documents/typst/list.typ', data: {} })).rejects.toThrow('list.typ')
  await expect(renderPdf({ template: 'nowhere.typ', data: {} })).rejects.toThrow('nowhere.typ')
  const pdf = await renderPdf({
    template: 'documents/typst/list.typ',
    data: { language: 'en', title: 'List', notes: [], columns: [{ heading: 'Name' }], rows: [] },
  })
  expect(pdfText(pdf)).toEqual([expect.stringContaining('ListName')])
})
