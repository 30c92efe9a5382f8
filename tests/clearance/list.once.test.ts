import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { listPdf } from '#app/clearance/list-pdf.server.ts'
import { listSheet } from '#app/clearance/list-sheet.server.ts'
import { compareLists, inOrder, type ListSnapshot } from '#app/clearance/list-snapshot.ts'
import { usualColumns } from '#app/clearance/rules.ts'
import { clearanceContent } from '#tests/support/clearance.ts'
import { pdfFacts, pdfText } from '#tests/support/pdf.ts'

function entry(attendeeId: string, given: Parameters<typeof clearanceContent>[0] = {}) {
  return {
    attendeeId,
    organisation: { en: `Office ${attendeeId}` },
    position: {},
    content: clearanceContent({ latinName: `Person ${attendeeId}`, ...given }),
  }
}

const hostile = '=HYPERLINK("http://evil.example")#eval("1")'
const before = [entry('a'), entry('b'), entry('c')]
const after = [entry('a'), entry('b', { plate: hostile }), entry('d', { documentNumber: '007' })]

function snapshot(given: Partial<ListSnapshot> = {}): ListSnapshot {
  const { marks, removed } = compareLists(after, before, usualColumns)
  return {
    ...{ number: 2, since: 1, madeAt: '2026-12-12T06:00:00Z', zone: 'Asia/Baghdad' },
    ...{ event: { en: 'CRP partner meeting' }, office: { en: 'IOM Iraq' }, purgeAt: '2026-12-22T13:00:00Z' },
    days: { from: '2026-12-14T06:00:00Z', to: '2026-12-14T12:30:00Z' },
    contact: { name: 'Gate office', email: 'gate@majlis.example', phone: '' },
    ...{ columns: [...usualColumns], languages: ['en', 'ar'], entries: after, marks, removed },
    ...given,
  }
}

const said = '3 people; 1 added, 1 removed, 1 changed since list 1'

test('the sheet has the guard’s columns, numbers as texts, and what has changed', async () => {
  const rows = await readSheet(Buffer.from(await listSheet(snapshot())))
  const [title, , , summary, headings, ...lines] = rows
  expect([title?.[0], summary?.[0]]).toEqual(['Access list 2 / قائمة الدخول ٢', said])
  expect(headings?.slice(0, 4)).toEqual([
    'Change\nالتغيير',
    'No.\nت',
    'Name (Arabic)\nالاسم بالعربية',
    'Name (Latin)\nالاسم باللاتينية',
  ])
  const plate = headings?.findIndex((heading) => String(heading).startsWith('Number plate')) ?? 0
  const told = lines.map((line) => [line[0], line[3], line[5], line[plate]])
  expect(told.slice(0, 6)).toEqual([
    [null, 'Person a', '199012345678', '22 أ 48213 أربيل'],
    ['Changed', 'Person b', '199012345678', `'${hostile}`],
    ['New', 'Person d', '007', '22 أ 48213 أربيل'],
    [null, null, null, null],
    ['Removed since list 1', null, null, null],
    ['Removed', 'Person c', '199012345678', '22 أ 48213 أربيل'],
  ])
})

test('the paper says the same, and shows what guests wrote as they wrote it', async () => {
  // The reader of tests follows one script and one weight; what is marked is looked at on the sheet above.
  const latin = (entries: ListSnapshot['entries']) =>
    entries.map(({ content, ...rest }) => ({
      ...rest,
      content: {
        ...content,
        arabicName: '',
        driverName: hostile,
        plate: content.plate.replace(/[^ -~]/g, 'A'),
      },
    }))
  const { entries, removed } = snapshot()
  const pdf = await listPdf(snapshot({ languages: ['en'], entries: latin(entries), removed: latin(removed) }))
  const text = pdfText(pdf).join('')
  for (const words of ['Accesslist2', said, 'Personb', 'Personc', hostile])
    expect([words, text.includes(words.replaceAll(' ', ''))]).toEqual([words, true])
  expect(pdfFacts(pdf).language).toBe('en')
})

test('a first list marks nobody', async () => {
  const first = snapshot({
    number: 1,
    since: null,
    marks: compareLists(after, null, usualColumns).marks,
    removed: [],
  })
  const rows = await readSheet(Buffer.from(await listSheet(first)))
  expect(rows[3]?.[0]).toBe('First list: 3 people')
  expect(rows[4]?.[0]).toBe('No.\nت')
  expect(JSON.stringify(rows)).not.toMatch(/"New"|"Changed"/)
})

test('a long list is on paper in every language, its headings on every page', async () => {
  const entries = Array.from({ length: 60 }, (_, index) => entry(String(index)))
  for (const language of ['ar', 'ckb', 'fr'] as const) {
    const pdf = await listPdf(snapshot({ languages: [language, 'en'], entries, marks: {}, removed: [] }))
    expect(pdfFacts(pdf).language).toBe(language)
    const pages = pdfText(pdf)
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.every((page) => page.includes('Documentnumber'))).toBe(true)
  }
})

test('people stand in the order of their names in the list’s own script', () => {
  const people = [
    entry('1', { arabicName: 'هدى', latinName: 'Aya' }),
    entry('2', { arabicName: 'أحمد', latinName: 'Zaid' }),
  ]
  expect(inOrder(people, 'ar').map(({ attendeeId }) => attendeeId)).toEqual(['2', '1'])
  expect(inOrder(people, 'en').map(({ attendeeId }) => attendeeId)).toEqual(['1', '2'])
})
