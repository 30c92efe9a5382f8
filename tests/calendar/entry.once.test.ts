import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEntry, calendarEntry } from '#app/calendar/entry.ts'
import { calendarFeed } from '#app/calendar/feed.ts'

const entry: CalendarEntry = {
  method: 'REQUEST',
  uid: 'attendee.part@majlis.example',
  sequence: 2,
  stampedAt: new Date('2026-11-23T09:00:00Z'),
  startsAt: new Date('2026-12-14T06:00:00Z'),
  endsAt: new Date('2026-12-14T12:30:00Z'),
  summary: 'Partner meeting; phase IV, opening',
  description: 'Bring a document.\nGate 2.',
  location: 'Erbil International Hotel, hall A',
  url: 'https://majlis.example/r/abc',
  organizer: { name: 'IOM Iraq', address: 'events@majlis.example' },
  attendee: { name: 'Ali Hassan', address: 'ali@guest.example', partstat: 'ACCEPTED' },
  status: 'CONFIRMED',
  language: 'en',
}

function parse(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return { calendar, events: calendar.getAllSubcomponents('vevent') }
}

function value(component: ICAL.Component | undefined, name: string): string | undefined {
  return component?.getFirstPropertyValue(name)?.toString()
}

function instant(component: ICAL.Component | undefined, name: string): Date | undefined {
  const time = component?.getFirstPropertyValue(name)
  return time instanceof ICAL.Time ? time.toJSDate() : undefined
}

test('a request names its one guest and says everything in UTC', () => {
  expect(calendarEntry(entry).replace(/\r\n /g, '').split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'PRODID:-//Majlis//Majlis//EN',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:attendee.part@majlis.example',
    'SUMMARY;LANGUAGE=en:Partner meeting\\; phase IV\\, opening',
    'DTSTAMP:20261123T090000Z',
    'DTSTART:20261214T060000Z',
    'DTEND:20261214T123000Z',
    'SEQUENCE:2',
    'DESCRIPTION;LANGUAGE=en:Bring a document.\\nGate 2.',
    'URL:https://majlis.example/r/abc',
    'LOCATION;LANGUAGE=en:Erbil International Hotel\\, hall A',
    'STATUS:CONFIRMED',
    'ORGANIZER;CN="IOM Iraq":MAILTO:events@majlis.example',
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
    'ATTENDEE;RSVP=FALSE;CUTYPE="INDIVIDUAL";ROLE="REQ-PARTICIPANT";PARTSTAT="ACCEPTED";CN="Ali Hassan":mailto:ali@guest.example',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('a guest who has not answered is asked to', () => {
  const attendee = { name: 'Ali', address: 'ali@guest.example', partstat: 'NEEDS-ACTION' as const }
  const [event] = parse(calendarEntry({ ...entry, attendee })).events
  const named = event?.getFirstProperty('attendee')
  expect([named?.getParameter('rsvp'), named?.getParameter('partstat')]).toEqual(['TRUE', 'NEEDS-ACTION'])
})

test('a cancellation is cancelled, whatever the date said', () => {
  const { calendar, events } = parse(calendarEntry({ ...entry, method: 'CANCEL', sequence: 3 }))
  expect([value(calendar, 'method'), value(events[0], 'status'), value(events[0], 'sequence')]).toEqual([
    'CANCEL',
    'CANCELLED',
    '3',
  ])
})

test('a published date names no guest, and a request without one is a bug', () => {
  const [event] = parse(calendarEntry({ ...entry, method: 'PUBLISH' })).events
  expect(event?.getAllProperties('attendee')).toEqual([])
  expect(() => calendarEntry({ ...entry, attendee: undefined })).toThrow('needs its attendee')
})

test('a feed invites nobody and asks its readers to come back hourly', async () => {
  const { method: _, attendee: __, ...date } = entry
  const file = await calendarFeed({
    name: 'Agenda, day 1',
    url: 'https://majlis.example/e/agenda.ics',
    entries: [date, { ...date, uid: 'two@majlis.example', language: 'ar', summary: 'الافتتاح' }],
  })
  const { calendar, events } = parse(file)
  expect(value(calendar, 'x-wr-calname')).toBe('Agenda\\, day 1')
  expect(value(calendar, 'refresh-interval')).toBe('PT1H')
  expect(value(calendar, 'source')).toBe('https://majlis.example/e/agenda.ics')
  expect(events.map((event) => value(event, 'summary'))).toEqual([entry.summary, 'الافتتاح'])
  expect(events.map((event) => event.getFirstProperty('summary')?.getParameter('language'))).toEqual([
    'en',
    'ar',
  ])
  expect(events.flatMap((event) => event.getAllProperties('attendee'))).toEqual([])
})

test('an empty feed is a calendar too', async () => {
  expect(parse(await calendarFeed({ name: 'Agenda', entries: [] })).events).toEqual([])
})

test.each(['http://[::1]:3000/x', 'javascript:alert(1)', 'not an address'])(
  'an address that is none of ours (%s) is left out',
  (url) => {
    expect(parse(calendarEntry({ ...entry, url })).events[0]?.getFirstProperty('url')).toBeNull()
  },
)

test.each(['http://localhost:3000/r/x', 'http://127.0.0.1:3203/r/x', 'https://Meet.IOM.int/r/x'])(
  'an address of ours (%s) stays',
  (url) => {
    expect(value(parse(calendarEntry({ ...entry, url })).events[0], 'url')).toBe(new URL(url).href)
  },
)

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        '\r',
        '\n',
        '\r\n',
        ',',
        ';',
        ':',
        '\\',
        '\\n',
        '^',
        "^'",
        '\t',
        '\u0000',
        '\u0085',
        '\u2028',
        '\u202e',
        '\ud83d',
      ),
      fc.constantFrom(
        'Bob";ROLE=CHAIR;X="y',
        'END:VEVENT',
        'ATTENDEE:mailto:x@y.example',
        'BEGIN:VALARM',
        '\r\nX-EVIL:1',
      ),
      fc.constantFrom(
        'محمد عبد الله',
        'ئەحمەد',
        '👩‍👩‍👧‍👦',
        '🇮🇶',
        'é',
        'e\u0301',
        'a'.repeat(80),
        'ا'.repeat(60),
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))

const seconds = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000))

test('whatever people are called, a file stays one date with one guest, folded by octets, at the right instant', () => {
  fc.assert(
    fc.property(
      hostile,
      hostile,
      hostile,
      hostile,
      seconds,
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
      (name, summary, description, location, startsAt, length, method) => {
        const endsAt = new Date(startsAt.getTime() + length * 1000)
        const file = calendarEntry({
          ...entry,
          method,
          summary,
          description,
          location,
          startsAt,
          endsAt,
          organizer: { name, address: 'events@majlis.example' },
          attendee: { name, address: 'ali@guest.example', partstat: 'NEEDS-ACTION' },
        })
        expect(file.toWellFormed()).toBe(file)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const { calendar, events } = parse(file)
        expect(calendar.getAllSubcomponents()).toHaveLength(1)
        const [event] = events
        expect(event?.getAllSubcomponents()).toEqual([])
        const people = event?.getAllProperties('attendee') ?? []
        expect(people.map((one) => [one.getFirstValue(), one.getParameter('role')])).toEqual([
          ['mailto:ali@guest.example', 'REQ-PARTICIPANT'],
        ])
        expect(instant(event, 'dtstart')).toEqual(startsAt)
        expect(instant(event, 'dtend')).toEqual(endsAt)
        const known = [
          'uid',
          'summary',
          'dtstamp',
          'dtstart',
          'dtend',
          'sequence',
          'description',
          'url',
          'location',
          'status',
          'organizer',
          'x-microsoft-cdo-busystatus',
          'attendee',
        ]
        expect(event?.getAllProperties().filter((property) => !known.includes(property.name))).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})

test('a date of a feed says what the same date says in a file of its own', async () => {
  const datesOf = (file: string) =>
    file.replaceAll('\r\n ', '').slice(file.replaceAll('\r\n ', '').indexOf('BEGIN:VEVENT'))
  const { attendee: _, ...date } = entry
  const days = fc.option(fc.constant({ first: '2026-12-14', end: '2026-12-16' }))
  const states = fc.constantFrom('CONFIRMED' as const, 'TENTATIVE' as const, 'CANCELLED' as const)
  await fc.assert(
    fc.asyncProperty(
      hostile,
      hostile,
      hostile,
      days,
      states,
      async (summary, description, name, whole, status) => {
        const one = {
          ...{ ...date, summary, description, location: name, days: whole, status },
          organizer: { name, address: 'events@majlis.example' },
        }
        const file = await calendarFeed({ name: 'Agenda', entries: [one] })
        expect(datesOf(file)).toBe(datesOf(calendarEntry({ ...one, method: 'PUBLISH' })))
      },
    ),
    { numRuns: 200 },
  )
})

const printable = fc
  .array(
    fc.constantFrom('Ali', ' ', ',', ';', ':', '\\', '\\n', '^', "^'", '"', 'محمد', '👩‍👩‍👧‍👦', '=', "'"),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''))

test('printable text comes back letter by letter, quotes in names as apostrophes, backslashes as slashes', () => {
  fc.assert(
    fc.property(printable, (text) => {
      const file = calendarEntry({
        ...entry,
        summary: text,
        attendee: { name: text, address: 'ali@guest.example', partstat: 'ACCEPTED' },
      })
      const [event] = parse(file).events
      expect(value(event, 'summary') ?? '').toBe(text.trim())
      const name =
        text.replaceAll('"', "'").replaceAll('\\', '/').replace(/\s+/g, ' ').trim() || 'ali@guest.example'
      expect(event?.getFirstProperty('attendee')?.getParameter('cn')).toBe(name)
    }),
    { numRuns: 300 },
  )
})
