import { expect, test } from 'vitest'
import { lengthOf } from '#app/agenda/exchange/lengths.ts'
import { readSchedule } from '#app/agenda/exchange/read-file.ts'
import type { ReadSchedule } from '#app/agenda/exchange/reading.ts'
import { itemForm } from '#app/agenda/forms.ts'

const readFor = { zone: 'Asia/Baghdad', languages: ['en', 'ar'] as const }

function read(file: string | Uint8Array) {
  return readSchedule(typeof file === 'string' ? new TextEncoder().encode(file) : file, readFor)
}

function taken(file: string | Uint8Array): ReadSchedule {
  const result = read(file)
  if (!result.ok) throw new Error(result.reason)
  return result.schedule
}

/** Each item in a line: id, title, when in UTC, for how many minutes, and what is remarked. */
function told({ items }: ReadSchedule): string[] {
  return items.map(({ sourceId, title, startsAt, endsAt, remarks }) =>
    [
      sourceId,
      Object.values(title)[0],
      new Date(startsAt).toISOString().slice(5, 16),
      (endsAt - startsAt) / 60_000,
      ...remarks.map(({ code }) => code),
    ].join(' '),
  )
}

const xml = (events: string, head = '') =>
  `<?xml version="1.0"?>${head}<schedule><version>1</version><conference><acronym>x</acronym></conference><day date="2026-12-14" start="2026-12-14T08:00:00+03:00" end="2026-12-15T04:00:00+03:00" index="1"><room name="Hall">${events}</room></day></schedule>`

test('lengths are understood in every way they are written', () => {
  const minutes = (text: string) => (lengthOf(text) ?? 0) / 60_000
  expect(['1:30', '01:30', '90', 'PT90M', 'PT1H30M', '0:01:30'].map(minutes)).toEqual([
    90, 90, 90, 90, 90, 90,
  ])
  expect(['1:02:00', 'P1DT2H', '26:00'].map(minutes)).toEqual([1560, 1560, 1560])
  expect(['', '0:00', 'soon', '-5', '1:2:3:4'].map(lengthOf)).toEqual([null, null, null, null, null])
})

test('times without date, offset, length or id are taken all the same, and that is said', () => {
  const day = { date: '2026-12-14', day_start: '2026-12-14T08:00:00+03:00' }
  const events = [
    { guid: 'a', title: 'Late', start: '00:30', duration: '0:45' },
    { guid: 'b', title: 'Local', date: '2026-12-14 09:00', end: '2026-12-14T10:00' },
    { title: 'No id', date: '2026-12-14T11:00:00Z' },
    { guid: 'b', title: 'Same id', date: '2026-12-14T12:00:00Z', duration: 'PT30M' },
    { guid: 'c', date: '2026-12-14T13:00:00Z', duration: '40:00', slug: 'x-the-slug' },
    { guid: 'd', title: 'Never', start: 'noon' },
    { guid: 'e', title: { de: 'Nur Deutsch' }, date: '2026-12-14T14:00:00Z', duration: 30 },
    { guid: 'e', title: { de: 'Nur Deutsch' }, date: '2026-12-14T14:00:00Z', duration: 30 },
    null,
    'text',
  ]
  const schedule = taken(
    JSON.stringify({ schedule: { conference: { days: [{ ...day, rooms: { A: events } }, null] } } }),
  )
  expect(told(schedule)).toEqual([
    'b Local 12-14T06:00 60',
    expect.stringMatching(/^:[\w-]{22} No id 12-14T11:00 30 lengthAssumed idMissing$/),
    'b#2 Same id 12-14T12:00 30 idTwice',
    'c x the slug 12-14T13:00 1440 longerThanADay titleMissing',
    'e Nur Deutsch 12-14T14:00 30 languageUnknown',
    'a Late 12-14T21:30 45 dayOfFile',
  ])
  expect(schedule.leftOut).toEqual([
    { name: 'Never', reason: 'noTime' },
    { name: 'Nur Deutsch', reason: 'twice' },
  ])
})

test('hostile and broken files are refused with a reason, and none is fetched or blown up', () => {
  const bomb = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const outside = '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  const refused = (file: string | Uint8Array) => {
    const result = read(file)
    return result.ok ? 'taken' : result.reason
  }
  expect([xml('<event/>', bomb), xml('<event/>', outside)].map(refused)).toEqual(['entities', 'entities'])
  expect(['<schedule><day>', '{"schedule":', 'BEGIN:VEVENT\n'].map(refused)).toEqual([
    'damaged',
    'damaged',
    'notSchedule',
  ])
  expect(['<html></html>', 'Name,E-mail', '{"a":1}', '<a/>', '%PDF-1.7'].map(refused)).toEqual(
    Array(5).fill('notSchedule'),
  )
  expect(['', ' \n'].map(refused)).toEqual(['empty', 'empty'])
  expect([xml(''), '{"schedule":{"conference":{}}}', 'BEGIN:VCALENDAR\nEND:VCALENDAR'].map(refused)).toEqual(
    Array(3).fill('noItems'),
  )
  expect(refused(`${'['.repeat(200_000)}`)).toBe('damaged')
  expect(refused(`<schedule>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</schedule>`)).toBe('damaged')
})

test('bytes are read in the encoding they are in', () => {
  const event =
    '<event id="1"><date>2026-12-14T09:00:00+03:00</date><title>Caf\u00e9 &amp; &#233;t&#xe9;</title></event>'
  const latin = Buffer.from(xml(event).replace('1.0"', '1.0" encoding="ISO-8859-1"'), 'latin1')
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml(event), 'utf16le')])
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(xml(event))])
  for (const bytes of [latin, wide, marked, Buffer.from(xml(event))])
    expect(taken(bytes).items[0]?.title).toEqual({ en: 'Café & été' })
})

test('a description as long as a file may bring is one that the form takes', () => {
  const [item] = taken(
    xml(`<event id="1"><title>T</title><date>2026-12-14T09:00:00+03:00</date>
    <duration>1:00</duration><abstract>${'نص '.repeat(9000)}</abstract></event>`),
  ).items
  expect(item?.remarks.map(({ code }) => code)).toEqual(['textCut'])
  const typed = { title: item?.title, kind: 'session', partId: 'part', abstract: item?.abstract }
  const times = { startsAt: '2026-12-14T09:00', endsAt: '2026-12-14T10:00' }
  expect(itemForm('Asia/Baghdad').parse({ ...typed, ...times }).abstract).toEqual(item?.abstract)
  const longer = { en: `${Object.values(item?.abstract ?? {})[0]} and more` }
  expect(itemForm('Asia/Baghdad').safeParse({ ...typed, ...times, abstract: longer }).success).toBe(false)
})

test('HTML becomes text, and what could run is nowhere', () => {
  const abstract =
    '<p onclick="x()">One</p><script>alert(1)</script><ul><li>two</li></ul><a href="javascript:x()">three</a>'
  const [item] = taken(
    JSON.stringify({ events: [{ id: 1, title: '<b>T</b>', date: '2026-12-14T09:00:00Z', abstract }] }),
  ).items
  expect(item?.abstract.en).not.toMatch(/<|alert/)
  expect(item?.abstract.en).toContain('- two')
  expect(item?.remarks).toEqual([{ code: 'lengthAssumed' }, { code: 'html' }])
})

const vevent = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']

test('a calendar is read with its zones, series, exceptions and cancellations', () => {
  const file = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Partner\\, meeting'],
    ...[
      'BEGIN:VTIMEZONE',
      'TZID:Odd',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0330',
      'TZOFFSETTO:+0330',
      'END:STANDARD',
      'END:VTIMEZONE',
    ],
    ...vevent(
      'UID:a',
      'SUMMARY:Opening',
      '  folded',
      'DTSTART;TZID=Arabic Standard Time:20261214T090000',
      'DURATION:PT45M',
      'ATTENDEE;ROLE=CHAIR;CN="Dr Noor":mailto:n@x.example',
      'ATTENDEE;CN=Guest:mailto:g@x.example',
      'BEGIN:VALARM',
      'TRIGGER:-PT5M',
      'END:VALARM',
    ),
    ...vevent(
      'UID:b',
      'SUMMARY:Daily',
      'DTSTART;TZID=Europe/Berlin:20261214T090000',
      'DTEND;TZID=Europe/Berlin:20261214T100000',
      'RRULE:FREQ=DAILY;UNTIL=20261217T080000Z',
      'EXDATE:20261215T080000Z',
    ),
    ...vevent(
      'UID:b',
      'RECURRENCE-ID:20261216T080000Z',
      'SUMMARY:Moved',
      'DTSTART:20261216T120000Z',
      'DTEND:20261216T130000Z',
    ),
    ...vevent('UID:c', 'SUMMARY:Whole day', 'DTSTART;VALUE=DATE:20261214', 'DTEND;VALUE=DATE:20261216'),
    ...vevent('UID:d', 'SUMMARY:Odd', 'DTSTART;TZID=Odd:20261214T090000', 'DTEND;TZID=Odd:20261214T093000'),
    ...vevent('UID:e', 'SUMMARY:Gone', 'STATUS:CANCELLED', 'DTSTART:20261214T090000Z'),
    ...vevent('UID:f', 'SUMMARY:Doctor', 'CLASS:PRIVATE', 'DTSTART:20261214T090000Z'),
    ...['BEGIN:VEVENT', 'UID:g', 'SUMMARY:Breaks off'],
  ].join('\r\n')
  const schedule = taken(file)
  expect(told(schedule)).toEqual([
    'c Whole day 12-13T21:00 1440 allDay longerThanADay',
    'd Odd 12-14T05:30 30',
    'a Opening folded 12-14T06:00 45',
    'b/2026-12-14T09:00:00 Daily 12-14T08:00 60',
    'b/2026-12-16T09:00:00 Moved 12-16T12:00 60',
    'b/2026-12-17T09:00:00 Daily 12-17T08:00 60',
  ])
  expect(schedule.leftOut.map(({ reason }) => reason)).toEqual(['cancelled', 'private', 'damaged'])
  expect(schedule).toMatchObject({
    source: 'Partner, meeting',
    cancelled: ['e'],
    notes: [{ code: 'zoneAssumed' }, { code: 'guestsLeft' }],
  })
  expect(schedule.items.find(({ sourceId }) => sourceId === 'a')?.people).toMatchObject([
    { role: 'chair', names: { latin: { full: 'Dr Noor' } } },
  ])
  expect(JSON.stringify(schedule)).not.toContain('@x.example')
})

test('a series without end is taken within bounds', () => {
  const file = [
    'BEGIN:VCALENDAR',
    ...vevent('UID:a', 'SUMMARY:x', 'DTSTART:20261214T090000Z', 'RRULE:FREQ=MINUTELY'),
    'END:VCALENDAR',
  ].join('\n')
  const { items } = taken(file)
  expect(items).toHaveLength(500)
  expect(items.at(-1)?.remarks.map(({ code }) => code)).toContain('seriesCut')
})
