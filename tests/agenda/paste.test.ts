import { expect, test } from 'vitest'
import { readPasted, tableOf, textOfTable } from '#app/agenda/paste.ts'
import { dateIn, timesIn } from '#app/agenda/paste-times.ts'
import { agendaOfEvent, roomsOfEvent } from '#app/agenda/read.server.ts'
import { action } from '#app/routes/desk.event.agenda-paste/route.tsx'
import { newId } from '#db/id.server.ts'
import { anItem, aRoom, onFirstDay } from '#tests/support/agenda.ts'
import { asked, placeOf } from '#tests/support/asked.ts'
import { anEvent } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aUser } from '#tests/support/events.ts'

const day = '2026-12-14'
const read = (text: string, roomNames: string[] = []) => readPasted(text, { day, language: 'en', roomNames })
const brief = (text: string, roomNames: string[] = []) =>
  read(text, roomNames).items.map(({ day: on, from, to, title, room, speakers }) =>
    [on, from, to, Object.values(title)[0], room, ...speakers].filter((part) => part !== ''),
  )

test.each([
  ['English', 'Time\tSession\tRoom\tSpeakers'],
  ['French', 'Horaire\tSéance\tSalle\tIntervenants'],
  ['Arabic', 'الوقت\tالعنوان\tالقاعة\tالمتحدثون'],
  ['Sorani', 'کات\tناونیشان\tهۆڵ\tقسەکەران'],
])('columns are known by their headings in %s, and without them by what stands in them', (_, headings) => {
  const rows =
    '09:00–10:30\tNeeds of families\tHall A\tDr Noor Hassan; Ms Sara Ali\n10:30-11:00\tCoffee break\tFoyer\t'
  const items = [
    [day, 540, 630, 'Needs of families', 'Hall A', 'Dr Noor Hassan', 'Ms Sara Ali'],
    [day, 630, 660, 'Coffee break', 'Foyer'],
  ]
  expect(brief(`${headings}\n${rows}`)).toEqual(items)
  expect(brief(rows, ['hall a', 'Foyer'])).toEqual(items)
})

test('times are read as people write them, and days too', () => {
  const all = [
    '9h30 - 11h',
    '09.00–09.45',
    '9:00-10:30 am',
    '2 pm – 3:15 pm',
    '١٠:٠٠ – ١١:٣٠',
    '10:00',
    '٩ صباحاً',
    'Hall 3',
  ]
  expect(all.map(timesIn)).toEqual([
    { from: 570, to: 660 },
    { from: 540, to: 585 },
    { from: 540, to: 630 },
    { from: 840, to: 915 },
    { from: 600, to: 690 },
    { from: 600, to: null },
    { from: 540, to: null },
    null,
  ])
  const days = [
    '2026-12-15',
    '15/12/2026',
    'Tuesday 15 December 2026',
    '15 décembre 2026',
    '١٥ كانون الأول ٢٠٢٦',
    '١٥ی کانوونی یەکەم ٢٠٢٦',
    '31/02/2026',
    'today',
  ]
  expect(days.map(dateIn)).toEqual([...Array(6).fill('2026-12-15'), null, null])
})

test('a table keeps its cells, as tabs or as HTML, with lines and marks inside them', () => {
  expect(tableOf('\tRoom\r\n"A ""B""\nC"\tD\n')).toEqual([['', 'Room'], ['A "B"\nC', 'D'], ['']])
  const html =
    '<html><table><tr><th colspan=2>Day &amp; time</th><td>X</td></tr><tr><td><p>9:00</p></td><td>a&#233;<br>b</table>'
  expect(tableOf(html)).toEqual([
    ['Day & time', '', 'X'],
    ['9:00', 'aé\nb'],
  ])
})

test('what a merged cell says holds for every row it reaches, and a cell of several lines stays one cell', () => {
  const html = `<table><tr><td>Time</td><td>Title</td><td>Room</td><td>Speaker</td></tr>
    <tr><td rowspan="2">09:00–10:30</td><td>Needs of
      families</td><td rowspan=3>Hall A</td><td><p>Dr Noor Hassan</p><p>Ms Sara Ali</p></td></tr>
    <tr><td>Data</td><td></td></tr><tr><td>11:00–12:00</td><td colspan="1">Planning "V"</td><td></td></tr>
    <tr><td colspan=4>15 December 2026</td></tr><tr><td>09:00–10:00</td><td>Closing</td><td>Hall B</td></tr></table>`
  const items = [
    [day, 540, 630, 'Needs of families', 'Hall A', 'Dr Noor Hassan', 'Ms Sara Ali'],
    [day, 540, 630, 'Data', 'Hall A'],
    [day, 660, 720, 'Planning "V"', 'Hall A'],
    ['2026-12-15', 540, 600, 'Closing', 'Hall B'],
  ]
  expect(brief(html)).toEqual(items)
  expect(brief(textOfTable(tableOf(html)))).toEqual(items)
})

test('what is odd is said: no end, an end before the start, past midnight, rows that are no item, days within', () => {
  const text = [
    'From\tTo\tTitle',
    '09:00\t\tOpening',
    '10:00\t09:30\tSlip',
    '15 December 2026',
    '22:00\t01:00\tDinner',
    '\t\tNote to self',
    '12:00\t13:00\t',
  ].join('\n')
  const { items, leftOut } = read(text)
  expect(items.map(({ day: on, from, to, kind, remarks }) => [on, from, to, kind, ...remarks])).toEqual([
    [day, 540, 600, 'opening', 'endGuessed'],
    [day, 600, 630, 'session', 'endBeforeStart'],
    ['2026-12-15', 1320, 1500, 'meal', 'afterMidnight'],
  ])
  expect(leftOut.map(({ line, reason }) => [line, reason])).toEqual([
    [6, 'noTime'],
    [7, 'noTitle'],
  ])
})

test('a table is looked at before it is added, and added once, with its people and its rooms', async () => {
  const database = await testDatabase()
  const event = await anEvent(database)
  const userId = await aUser(database, { email: 'a@majlis.example', officeId: event.officeId })
  await aRoom(database, event, 'Hall A')
  await anItem(database, event, { title: { en: 'Opening' }, endsAt: onFirstDay('09:30') })
  const table = [
    'Time\tTitle\tRoom\tSpeaker',
    '09:00-09:30\tOpening\tHall A\t',
    '09:30-10:30\tNeeds\thall  a\tDr Noor Hassan, Director (Ministry of Planning)',
    '10:30-11:00\tتقييم المرحلة\tGarden\tسارة علي',
  ].join('\n')
  const form = { table, day, partId: event.meeting.id, newId: newId() }
  const send = (given: Record<string, string>) =>
    action(asked(database, '/', { params: { event: event.slug }, userId, form: { ...form, ...given } }))
  expect(await send({ intent: 'read' })).toMatchObject({
    data: { read: { newRooms: ['Garden'], items: [{ line: 2 }, { line: 3 }, { line: 4 }] } },
  })
  expect(await agendaOfEvent(database.read, event.id)).toHaveLength(1)

  const confirm = { intent: 'confirm', makesRooms: 'on' }
  expect(await placeOf(send(confirm))).toBe(
    `/desk/events/${event.slug}/agenda?day=${day}&done=pasted&added=2`,
  )
  expect(await placeOf(send(confirm))).toContain('added=0')
  const items = await agendaOfEvent(database.read, event.id)
  expect(items.map(({ title, room, startsAt }) => [title, room?.name ?? null, startsAt])).toEqual([
    [{ en: 'Opening' }, null, onFirstDay('09:00')],
    [{ en: 'Needs' }, { en: 'Hall A' }, onFirstDay('09:30')],
    [{ ar: 'تقييم المرحلة' }, { en: 'Garden' }, onFirstDay('10:30')],
  ])
  expect(items[1]?.roles).toMatchObject([
    {
      ...{ role: 'speaker', names: { latin: { full: 'Dr Noor Hassan' } }, position: { en: 'Director' } },
      organisationName: { en: 'Ministry of Planning' },
    },
  ])
  expect(items[2]?.roles).toMatchObject([{ names: { arabic: { full: 'سارة علي' } } }])
  expect(await roomsOfEvent(database.read, event.id)).toHaveLength(2)
  const slips: Record<string, string>[] = [{ table: 'nothing here' }, { day: '2026-02-31' }, { table: '' }]
  for (const wrong of slips)
    expect(await send({ ...confirm, newId: newId(), ...wrong })).toMatchObject({ init: { status: 400 } })
})
