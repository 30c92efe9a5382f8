import { expect, test } from 'vitest'
import { lockEvent } from '#app/events/lock.server.ts'
import { loader as keptPdf } from '#app/routes/kept-pdf/route.tsx'
import { loader as offlineList } from '#app/routes/offline-list/route.tsx'
import { loader as listPage } from '#app/routes/site.exhibition/route.tsx'
import { loader as keptPage } from '#app/routes/site.kept/route.tsx'
import { asked, placeOf, statusOf } from '#tests/support/asked.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { pdfFacts, pdfText } from '#tests/support/pdf.ts'
import { anExhibit } from '#tests/support/visitors.ts'

const hostile = '#eval *b* $x$ @a'

async function anExhibition() {
  const database = await testDatabase()
  const event = await anEvent(database, { slug: 'lives' })
  await anExhibit(database, event, {
    ...{ slug: 'clinic', booth: 'A1', qrCode: 'aa11', title: { en: `Clinic ${hostile}` } },
    ...{ summary: { en: 'Help where there is no hospital' }, organisationName: { ar: 'المنظمة' } },
  })
  await anExhibit(database, event, { slug: 'loom', booth: 'A2', qrCode: 'bb22' })
  await anExhibit(database, event, { slug: 'draft', booth: 'A3', qrCode: 'cc33', state: 'draft' })
  const other = await anEvent(database, { slug: 'other', officeId: event.officeId })
  await anExhibit(database, other, { slug: 'theirs', qrCode: 'dd44' })
  const at = (query: string, given: Partial<Parameters<typeof asked>[2]> = {}) =>
    asked(database, `/en/lives/exhibition/kept${query}`, { params: { lang: 'en', event: 'lives' }, ...given })
  return { database, event, at }
}

test('what was kept is an address: in walking order, without what is not shown here', async () => {
  const { at } = await anExhibition()
  const of = async (query: string) => (await keptPage(at(query))).data
  expect(await placeOf(keptPage(at('?keep=bb22&keep=aa11,bb22')).catch((answer) => answer))).toBe(
    '/en/lives/exhibition/kept?keep=bb22,aa11',
  )
  const kept = await of('?keep=bb22,aa11,cc33,dd44,<script>')
  expect(kept.exhibits.map(({ slug }) => slug)).toEqual(['clinic', 'loom'])
  expect([kept.codes, kept.gone]).toEqual([['bb22', 'aa11', 'cc33', 'dd44'], 2])
  expect(await of('')).toMatchObject({ exhibits: [], codes: [], gone: 0 })
  expect(await of(`?keep=${Array.from({ length: 500 }, (_, n) => `x${n}`)}`)).toMatchObject({ gone: 60 })
  expect((await listPage(at('?keep=bb22'))).data.choice.keep).toEqual(['bb22'])
})

test('what is taken along is every page there is, and small pictures for who wants them', async () => {
  const { database, event } = await anExhibition()
  const key = 'a-picture-of-the-clinic'
  await anExhibit(database, event, { slug: 'pictured', booth: 'A4', pictures: [key] })
  const list = async () => (await offlineList(asked(database, '/x', { params: { event: 'lives' } }))).json()
  const { version, addresses, pictures } = await list()
  expect(addresses.slice(0, 2)).toEqual(['/exhibition', '/exhibition/kept'])
  for (const page of ['/exhibition/map/IQG11', '/agenda', '/exhibition/clinic', '/exhibition/pictured'])
    expect(addresses).toContain(page)
  expect(addresses.filter((address: string) => /draft|plan|theirs|displacement/.test(address))).toEqual([])
  expect(pictures).toEqual([`/files/${key}/480.webp`])
  await database.write((tx) => lockEvent(tx, event.id))
  expect((await list()).version).toBeGreaterThan(version)
})

test('it prints, with every word as it was written', async () => {
  const { at } = await anExhibition()
  const print = async (query: string) => new Uint8Array(await (await keptPdf(at(query))).arrayBuffer())
  const paper = await print('?keep=bb22,aa11&lang=en')
  expect(pdfFacts(paper)).toMatchObject({ language: 'en' })
  const text = pdfText(paper).join('')
  for (const said of [`Clinic${hostile.replaceAll(' ', '')}`, 'Helpwherethereisnohospital', 'loom', 'A2'])
    expect(text).toContain(said)
  expect(pdfFacts(await print('?keep=bb22&lang=ar'))).toMatchObject({ language: 'ar' })
  expect(await statusOf(keptPdf(at('?keep=cc33')))).toBe(404)
  expect(await statusOf(keptPdf(at('?keep=aa11&lang=fr', { mayPrint: false })))).toBe(429)
})
