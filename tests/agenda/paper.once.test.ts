import { expect, test } from 'vitest'
import { type PaperChoice, paperChoice } from '#app/agenda/paper/choice.ts'
import { agendaDocument } from '#app/agenda/paper/document.ts'
import { type AgendaItem, agendaOfEvent } from '#app/agenda/read.server.ts'
import { keptPdf } from '#app/documents/kept-pdf.server.ts'
import { renderPdf } from '#app/documents/pdf.server.ts'
import { loader as publicPdf } from '#app/routes/agenda-pdf/route.tsx'
import { loader as draftPdf } from '#app/routes/desk.event.agenda-print/route.tsx'
import type { Database } from '#db/client.server.ts'
import { anItem, aRelease, aRoom, onFirstDay } from '#tests/support/agenda.ts'
import { asked, statusOf } from '#tests/support/asked.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'
import { pdfFacts, pdfText } from '#tests/support/pdf.ts'

const hostile = '#eval *b* $x$ @a'

async function anAgenda(database: Database) {
  const event = await anEvent(database)
  const hall = await aRoom(database, event, 'Hall A')
  const first = await anItem(database, event, {
    title: { en: `Needs ${hostile}`, ar: 'الاحتياجات' },
    abstract: { en: 'What is **needed**\n\n- one\n- two' },
    roomId: hall,
  })
  const night = { startsAt: onFirstDay('22:00'), endsAt: new Date('2026-12-15T02:00:00+03:00') }
  const second = await anItem(database, event, { title: { en: 'Night watch' }, kind: 'visit', ...night })
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  const print = async (query = '', given: Partial<Parameters<typeof asked>[2]> = {}) => {
    const answer = await publicPdf(asked(database, `/x${query}`, { params: { event: event.slug }, ...given }))
    return new Uint8Array(await answer.arrayBuffer())
  }
  return { event, hall, first, second, userId, print }
}

test('the public prints the last version, whole or in part, and the desk the draft, which says that it is one', async () => {
  const database = await testDatabase()
  const { event, hall, first, second, userId, print } = await anAgenda(database)
  expect(await statusOf(print())).toBe(404)
  await aRelease(database, event)
  await anItem(database, event, {
    title: { en: 'Not yet public' },
    startsAt: onFirstDay('12:00'),
    endsAt: onFirstDay('13:00'),
  })

  const whole = await print('?lang=en')
  expect(pdfFacts(whole)).toMatchObject({ language: 'en' })
  const text = pdfText(whole).join('')
  expect(text).toContain(`Needs${hostile.replaceAll(' ', '')}`)
  for (const said of [
    'HallA',
    'Whatisneeded',
    'two',
    'Spoken:Arabic',
    '22:00–02:00',
    'Tue15Dec',
    'Version1,released',
  ])
    expect(text).toContain(said)
  expect(text).not.toMatch(/Notyetpublic|Draft/)

  const params = { event: event.slug }
  const answer = await draftPdf(asked(database, '/x?lang=en', { params, userId }))
  const draft = pdfText(new Uint8Array(await answer.arrayBuffer())).join('')
  expect(draft).toContain('Notyetpublic')
  expect(draft).toMatch(/Draftof.*notreleased/)
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store')

  const titles = async (query: string) => {
    const shown = pdfText(await print(query)).join('')
    return [shown.includes('Needs#eval'), shown.includes('Nightwatch')]
  }
  expect(await titles(`?lang=en&room=${hall}&layout=doors`)).toEqual([true, false])
  expect(await titles('?lang=en&layout=doors')).toEqual([true, false])
  expect(await titles(`?lang=en&items=${second}`)).toEqual([false, true])
  expect((await titles('?lang=fr&second=en&layout=overview'))[1]).toBe(true)
  expect(await titles('?lang=en&day=2026-12-14')).toEqual([true, true])
  for (const query of ['?day=2026-12-15', '?room=none', '?items=none', `?layout=doors&items=${second}`])
    expect([query, await statusOf(print(query))]).toEqual([query, 404])
  expect(first).not.toBe(second)
})

test('a paper is made once for all who ask, and only what has to be made is counted', async () => {
  const database = await testDatabase()
  const { event, print } = await anAgenda(database)
  await aRelease(database, event)
  const [one, other] = await Promise.all([print('?lang=ar'), print('?lang=ar')])
  expect(Buffer.compare(one, other)).toBe(0)
  expect(await print('?lang=ar', { mayPrint: false })).toEqual(one)
  expect(await statusOf(print('?lang=ar&second=en', { mayPrint: false }))).toBe(429)
  let made = 0
  const document = {
    template: 'documents/typst/list.typ' as const,
    data: { language: 'en', title: event.id, notes: [], columns: [{ heading: 'A' }], rows: [] },
  }
  const ask = () => keptPdf(document, async () => ++made > 0)
  const papers = await Promise.all([ask(), ask(), ask()])
  expect(new Set(papers).size).toBe(1)
})

/** `rooms` × `times` items a day, made of one that the database gave. */
function manyLike(item: AgendaItem, { days, rooms, times }: { days: number; rooms: number; times: number }) {
  const title = 'Improving lives, enhancing livelihoods – working towards durable solutions for all'
  return Array.from({ length: days * rooms * times }, (_, at): AgendaItem => {
    const [room, time, day] = [at % rooms, Math.floor(at / rooms) % times, Math.floor(at / rooms / times)]
    const startsAt = new Date(onFirstDay('08:00').getTime() + day * 86_400_000 + time * 2_700_000)
    return {
      ...item,
      id: `item-${at}`,
      title: { en: `${at} ${title}`, ar: `${at} تحسين الحياة وتعزيز سبل العيش نحو حلول دائمة للجميع` },
      room: {
        id: `room-${room}`,
        name: { en: `Room ${room}` },
        position: room,
        capacity: null,
        channels: [],
      },
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2_700_000),
    }
  })
}

test('everything fits on one page, however much it is; doors have a page for each room and day', async () => {
  const database = await testDatabase()
  const { event } = await anAgenda(database)
  const [item] = await agendaOfEvent(database.read, event.id)
  if (!item) throw new Error('no item')
  const pages = async (items: AgendaItem[], choice: Partial<PaperChoice>) => {
    const document = agendaDocument({
      event: { name: { en: 'Partner meeting' }, zone: 'Asia/Baghdad' },
      items,
      choice: { ...paperChoice(new URLSearchParams(), 'en'), ...choice },
      version: { number: 12, releasedAt: now },
      address: 'https://majlis.example/en/x/agenda',
      now,
    })
    return pdfText(await renderPdf(document))
  }
  const many = manyLike(item, { days: 3, rooms: 20, times: 15 })
  expect(many).toHaveLength(900)
  expect(await pages(many, { layout: 'overview' })).toHaveLength(1)
  expect(await pages(many, { layout: 'overview', languages: ['ar', 'en'] })).toHaveLength(1)
  const few = manyLike(item, { days: 2, rooms: 2, times: 6 })
  const [overview = ''] = await pages(few, { layout: 'overview' })
  expect([overview.includes('0Improving'), overview.includes('23Improving')]).toEqual([true, true])
  expect(await pages(few, { layout: 'doors', languages: ['en', 'ar'] })).toHaveLength(4)
  const whole = await pages(many.slice(0, 120), { layout: 'full', languages: ['en', 'ar'] })
  expect(whole.length).toBeGreaterThan(5)
  expect(whole.join('')).toContain('119Improving')
})
