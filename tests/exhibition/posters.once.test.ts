import { expect, test } from 'vitest'
import { renderDrawing, renderPdf } from '#app/documents/pdf.server.ts'
import {
  type LabelSheet,
  labelSheets,
  labelsOn,
  type PosterPaper,
  posterPapers,
  readsFrom,
} from '#app/exhibition/paper/choice.ts'
import {
  exhibitionPoster,
  exhibitPosters,
  labelDocument,
  type PosterPrint,
} from '#app/exhibition/paper/posters.ts'
import { qrOutline } from '#app/exhibition/qr.ts'
import { loader as file } from '#app/routes/desk.event.exhibition-posters/route.tsx'
import { loader as page } from '#app/routes/desk.event.exhibition-qr/route.tsx'
import type { Database } from '#db/client.server.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent, anOffice } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { pdfFacts, pdfText } from '#tests/support/pdf.ts'
import { codesIn, pictureOf } from '#tests/support/qr.ts'
import { anExhibit } from '#tests/support/visitors.ts'

const hostile = `#eval("x") *b* $x$ @ref <b> #r \\u{41} ${'W'.repeat(120)}`

function aPrint(given: Partial<PosterPrint['choice']> = {}, appUrl = 'https://majlis.example'): PosterPrint {
  const days = { startsAt: new Date('2026-12-14T06:00Z'), endsAt: new Date('2026-12-15T14:00Z') }
  return {
    ...{ appUrl, logo: null },
    choice: { paper: 'a4', sheet: '21', languages: ['en', 'fr', 'ar', 'ckb'], ...given },
    frame: {
      host: { en: 'IOM Iraq', ar: 'المنظمة الدولية للهجرة' },
      name: { en: 'Improving Lives', fr: 'Améliorer la vie', ar: 'تحسين الحياة' },
      ...{ languages: ['en', 'fr', 'ar', 'ckb'], zone: 'Asia/Baghdad', slug: 'lives', state: 'published' },
      exhibitions: [{ name: { en: 'Exhibition' }, ...days }],
    },
  }
}

function aPoster(given: { qrCode: string; booth?: string | null; title?: Record<string, string> }) {
  return {
    ...{ id: given.qrCode, state: 'published' as const, booth: 'A1', organisationName: { en: 'IOM Iraq' } },
    title: {
      en: 'A street repaired',
      fr: 'Une rue réparée',
      ar: 'شارع أُصلح معاً',
      ckb: 'شەقامێک چاک کرایەوە',
    },
    ...given,
  }
}

const three = [
  aPoster({ qrCode: 'k7m2pabcde' }),
  aPoster({
    qrCode: '2222222222',
    booth: 'Hall2-B-1234',
    title: { en: hostile, ar: 'عنوان طويل '.repeat(14) },
  }),
  aPoster({ qrCode: 'zzzzzzzzzz', booth: null }),
]

/** As a phone's camera sees it from as far as we say that it reads, and not quite sharp. */
const seen = (drawing: string, distance: number) => codesIn(pictureOf(drawing, 1.08 / distance).blur(1))

const long = 'https://exhibitions.partner-meetings.ministry.example.org'

test('every poster’s code reads from where it says and from an arm’s length, on every paper', async () => {
  const sizes = Object.keys(posterPapers) as PosterPaper[]
  const ways = [...sizes.map((paper) => [paper, 'https://majlis.example'] as const), ['a5', long] as const]
  for (const [paper, appUrl] of ways) {
    const drawing = await renderDrawing(exhibitPosters(aPrint({ paper }, appUrl), three))
    const distance = readsFrom(posterPapers[paper].code, qrOutline(`${appUrl}/q/k7m2pabcde`).size)
    const all = three.map(({ qrCode }) => `${appUrl}/q/${qrCode}`)
    expect([paper, await seen(drawing, distance)]).toEqual([paper, all])
    // An arm is 70 cm long; the longest address on the smallest paper asks for a little less.
    expect(distance).toBeGreaterThan(appUrl === long ? 0.6 : 0.7)
  }
})

test('a whole sheet of labels reads, each where its place is, from a hand’s distance', async () => {
  for (const sheet of Object.keys(labelSheets) as LabelSheet[]) {
    const codes = Array.from({ length: labelsOn(sheet) - 1 }, (_, at) => `code${100 + at}`)
    const labels = [null, ...codes.map((qrCode) => aPoster({ qrCode, title: { en: hostile } }))]
    const drawing = await renderDrawing(labelDocument(aPrint({ sheet }), labels))
    const distance = readsFrom(
      labelSheets[sheet].code,
      qrOutline('https://majlis.example/q/code100', 'M').size,
    )
    const found = await seen(drawing, distance)
    expect([sheet, found.toSorted()]).toEqual([
      sheet,
      codes.map((code) => `https://majlis.example/q/${code}`),
    ])
    expect(distance).toBeGreaterThan(0.25)
  }
})

test('a poster says in each language what is there and how to read it; what teams write is never markup', async () => {
  const pdf = await renderPdf(exhibitPosters(aPrint(), three))
  expect(pdfFacts(pdf)).toEqual({ language: 'en', title: 'Improving Lives' })
  const [first = '', second = '', ...others] = pdfText(pdf)
  expect(others).toHaveLength(1)
  for (const said of ['A1', 'Astreetrepaired', 'Uneruerépar', 'IOMIraq', 'majlis.example/q/k7m2pabcde'])
    expect(first).toContain(said)
  for (const scan of ['Scantoreadaboutthisbooth', 'Scannezpourd']) expect(first).toContain(scan)
  expect(second).toContain('Hall2-B-1234')
  expect(second).toContain('#eval("x")*b*$x$@ref<b>#r\\u{41}')
  const [entrance = ''] = pdfText(await renderPdf(exhibitionPoster(aPrint({ languages: ['fr'] }))))
  expect(entrance).toContain('majlis.example/q/lives')
  expect(entrance).toContain('14–15décembre2026')
})

async function anExhibition(database: Database, count: number) {
  const event = await anEvent(database)
  for (let at = 0; at < count; at++)
    await anExhibit(database, event, { slug: `s${at}`, booth: `A${at}`, qrCode: `${event.slug}c${at}` })
  const userId = await aUser(database, { email: `${event.slug}@majlis.example`, officeId: event.officeId })
  const params = { event: event.slug }
  const print = async (poster: string, query = '') => {
    const answer = await file(asked(database, `/x${query}`, { params: { ...params, poster }, userId }))
    return new Uint8Array(await answer.arrayBuffer())
  }
  return { event, userId, params, print }
}

test('all posters come as one file in walking order, labels on as many sheets as they need', async () => {
  const database = await testDatabase()
  const { event, params, userId, print } = await anExhibition(database, 24)
  const pages = pdfText(await print('booths.pdf', '?paper=a5'))
  const codeOn = (text: string) => /\/q\/\w*?c(\d+)/.exec(text.replaceAll(event.slug, ''))?.[1]
  expect(pages.map(codeOn)).toEqual(Array.from({ length: 24 }, (_, at) => String(at)))
  const sheets = pdfText(await print('labels.pdf', '?sheet=21&used=20'))
  expect(sheets.map((text) => text.split('/q/').length - 1)).toEqual([1, 21, 2])
  const draft = await anExhibit(database, event, { slug: 'draft', state: 'draft', booth: 'Z9' })
  expect(pdfText(await print('booths.pdf'))).toHaveLength(24)
  expect(pdfText(await print('booths.pdf', '?which=all'))).toHaveLength(25)
  const one = `?exhibit=${draft}&sheet=8&used=3`
  expect(pdfText(await print('labels.pdf', one)).map((text) => text.split('Z9').length - 1)).toEqual([5])
  expect(new TextDecoder().decode(await print('preview.svg', one))).toMatch(/^<svg/)
  const shown = await page(asked(database, '/', { params: { ...params, exhibit: draft }, userId }))
  expect(shown).toMatchObject({ title: 'Poster of booth Z9', exhibit: { isPublished: false } })
})

test('posters are for those who work on the event, and only of its own exhibits', async () => {
  const database = await testDatabase()
  const { params, userId, event } = await anExhibition(database, 0)
  const other = await anEvent(database, { officeId: event.officeId })
  const theirs = await anExhibit(database, other, { slug: 'theirs' })
  const officeId = (await anOffice(database)).id
  const stranger = await aUser(database, { email: 'stranger@majlis.example', officeId })
  const get = (poster: string, who: string, query = '') =>
    statusOf(file(asked(database, `/x${query}`, { params: { ...params, poster }, userId: who })))
  expect(await get('entrance.pdf', userId)).toBe(200)
  for (const [poster, who, query] of [
    ['booths.pdf', userId, ''],
    ['booths.pdf', userId, `?exhibit=${theirs}`],
    ['labels.pdf', userId, `?exhibit=${theirs}`],
    ['constructor', userId, ''],
    ['entrance.pdf', stranger, ''],
  ] as const)
    expect([poster, query, await get(poster, who, query)]).toEqual([poster, query, 404])
  expect(await statusOf(page(asked(database, '/', { params: { ...params, exhibit: theirs }, userId })))).toBe(
    404,
  )
})
