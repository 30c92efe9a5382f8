import fc from 'fast-check'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { expect, test } from 'vitest'
import { agendaFeed } from '#app/agenda/feed.ts'
import { plainText } from '#app/agenda/plain-text.ts'
import type { AgendaItem } from '#app/agenda/read.server.ts'
import { markdownToHtml } from '#app/documents/markdown.ts'
import type { Language } from '#app/i18n/languages.ts'
import { htmlToText } from '#app/mail/plain-text.ts'
import { onFirstDay } from '#tests/support/agenda.ts'
import { now } from '#tests/support/builders.ts'

type FeedEvent = Parameters<typeof agendaFeed>[0]['event']

const event: FeedEvent = {
  slug: 'crp',
  name: { en: 'CRP partner meeting', ar: 'اجتماع شركاء برنامج إنعاش المجتمع' },
  state: 'published',
  contact: { name: 'Events desk', email: 'events@majlis.example', phone: '' },
  updatedAt: now,
}

const noor: AgendaItem['roles'][number] = {
  ...{ id: 'role', itemId: 'item', eventId: 'event', attendeeId: null, personId: null, rank: 0 },
  ...{ speakerId: null, confirmation: 'none' as const, answeredAt: null, contribution: {} },
  role: 'speaker',
  honorific: { en: 'Dr', ar: 'د.' },
  names: { latin: { full: 'Noor Hassan' }, arabic: { full: 'نور حسن' } },
  position: { en: 'Director General', ar: 'مدير عام' },
  organisationName: { en: 'Ministry of Planning', ar: 'وزارة التخطيط' },
}

function item(given: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id: 'item',
    partId: 'part',
    kind: 'session',
    title: { en: 'Needs today; and tomorrow', ar: 'الاحتياجات اليوم' },
    abstract: { en: 'What the **data** show:\n\n- round by round\n- by [place](https://dtm.iom.int)' },
    startsAt: onFirstDay('09:00'),
    endsAt: onFirstDay('10:00'),
    spokenLanguages: ['ar', 'en'],
    interpretedLanguages: ['ckb'],
    position: 0,
    ...{ takesSignUps: false, seats: null, sourceId: null, foreign: {}, track: null },
    sequence: 3,
    version: 0,
    updatedAt: now,
    room: { id: 'hall', name: { en: 'Hall A', ar: 'القاعة أ' }, position: 0, capacity: null, channels: [] },
    part: { name: { en: 'Meeting' }, startsAt: now, endsAt: now, audience: 'invited' },
    venue: { name: { en: 'Conference Centre' }, address: { en: '100 Metre Street, Erbil' } },
    roles: [noor, { ...noor, id: 'role-2', names: { latin: { full: 'Ali Karim' } }, honorific: {} }],
    ...given,
  }
}

function feed(items: AgendaItem[], language: Language = 'en', given: Partial<FeedEvent> = {}) {
  const site = { appUrl: 'https://majlis.example', calendarHost: 'majlis.example' }
  return agendaFeed({ event: { ...event, ...given }, items, language, ...site })
}

function parse(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return { calendar, dates: calendar.getAllSubcomponents('vevent') }
}

function value(component: ICAL.Component | undefined, name: string): string | undefined {
  return component?.getFirstPropertyValue(name)?.toString()
}

test('an item is a date with its time in UTC, its place, its people and its languages', async () => {
  expect((await feed([item()])).replace(/\r\n /g, '').split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'SOURCE;VALUE=URI:https://majlis.example/crp/agenda.ics?lang=en',
    'CALSCALE:GREGORIAN',
    'PRODID:-//Majlis//Majlis//EN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:CRP partner meeting',
    'X-PUBLISHED-TTL:PT1H',
    'BEGIN:VEVENT',
    'UID:item@majlis.example',
    'SUMMARY;LANGUAGE=en:Needs today\\; and tomorrow',
    'DTSTAMP:20261123T090000Z',
    'DTSTART:20261214T060000Z',
    'DTEND:20261214T070000Z',
    'SEQUENCE:3',
    'DESCRIPTION;LANGUAGE=en:Speakers: Dr Noor Hassan\\, Director General\\, Ministry of Planning\\; Ali Karim\\, Director General\\, Ministry of Planning\\nSpoken: Arabic and English\\nInterpreted into: Kurdish (Sorani)\\n\\nWhat the data show:\\n\\n- round by round\\n- by place (https://dtm.iom.int)',
    'URL:https://majlis.example/en/crp/agenda/items/item',
    'LOCATION;LANGUAGE=en:Hall A\\, Conference Centre\\, 100 Metre Street\\, Erbil',
    'STATUS:CONFIRMED',
    'ORGANIZER;CN="Events desk":MAILTO:events@majlis.example',
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('in Arabic it says the same with the same UID, and says which text is in another language', async () => {
  const untranslated = item({ id: 'two', title: { en: 'Closing' } })
  const { calendar, dates } = parse(await feed([item(), untranslated], 'ar'))
  expect(value(calendar, 'x-wr-calname')).toBe(event.name.ar)
  expect(dates.map((date) => value(date, 'uid'))).toEqual(['item@majlis.example', 'two@majlis.example'])
  expect(
    dates.map((date) => [value(date, 'summary'), date.getFirstProperty('summary')?.getParameter('language')]),
  ).toEqual([
    ['الاحتياجات اليوم', 'ar'],
    ['Closing', 'en'],
  ])
  expect(value(dates[0], 'location')).toBe('القاعة أ، Conference Centre، 100 Metre Street, Erbil')
  expect(value(dates[0], 'description')).toContain('د. نور حسن، مدير عام، وزارة التخطيط')
})

test('a cancelled event cancels its dates and keeps them', async () => {
  const { dates } = parse(await feed([item()], 'en', { state: 'cancelled' }))
  expect([value(dates[0], 'status'), value(dates[0], 'uid')]).toEqual(['CANCELLED', 'item@majlis.example'])
})

test('what was taken out is cancelled, once, as of when that was', async () => {
  const takenOutAt = new Date('2026-11-25T10:00:00Z')
  const gone = { item: item({ id: 'gone', sequence: 4 }), takenOutAt }
  const site = { appUrl: 'https://majlis.example', calendarHost: 'majlis.example' }
  const { dates } = parse(
    await agendaFeed({ event, items: [item()], takenOut: [gone], language: 'en', ...site }),
  )
  const told = ['uid', 'status', 'sequence', 'dtstamp', 'url']
  expect(dates.map((date) => told.map((name) => value(date, name)))).toEqual([
    [
      ...['item@majlis.example', 'CONFIRMED', '3', '2026-11-23T09:00:00Z'],
      'https://majlis.example/en/crp/agenda/items/item',
    ],
    [
      ...['gone@majlis.example', 'CANCELLED', '4', '2026-11-25T10:00:00Z'],
      'https://majlis.example/en/crp/agenda/versions',
    ],
  ])
})

test('the stamp is that of the last change, so that nothing seems new while nothing changes', async () => {
  const later = new Date('2026-11-25T10:00:00Z')
  const stamp = async (changed: AgendaItem, given: Partial<FeedEvent> = {}) =>
    value(parse(await feed([changed], 'en', given)).dates[0], 'dtstamp')
  expect(await stamp(item())).toBe('2026-11-23T09:00:00Z')
  expect(await stamp(item({ updatedAt: later }))).toBe('2026-11-25T10:00:00Z')
  expect(await stamp(item(), { updatedAt: later })).toBe('2026-11-25T10:00:00Z')
})

test('an item without room, venue, people or description is a date all the same', async () => {
  const bare = item({
    room: null,
    venue: null,
    roles: [],
    abstract: {},
    spokenLanguages: [],
    interpretedLanguages: [],
  })
  const [date] = parse(await feed([bare], 'en', { contact: { name: '', email: '', phone: '' } })).dates
  const names = date?.getAllProperties().map(({ name }) => name)
  expect(names).toEqual([
    ...['uid', 'summary', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'url', 'status'],
    'x-microsoft-cdo-busystatus',
  ])
})

test('a description without Markdown reads as one with, and one with reads the same each time', () => {
  const pieces = fc.constantFrom(
    ...[
      'Needs today',
      'الاحتياجات؟',
      '12. ',
      '- ',
      '1) ',
      ' ',
      '    ',
      '\t',
      '\n',
      '\n\n',
      '\n\n\n',
      '“so”, he said; ',
    ],
    ...[
      '*bold*',
      '# ',
      '> ',
      'https://dtm.iom.int/a',
      'www.iom.int',
      'a_b',
      '&amp;',
      '|',
      '---',
      '===',
      '`x`',
      '\\',
    ],
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (some) => {
      const markdown = some.join('')
      const text = htmlToText(markdownToHtml(markdown))
      expect([plainText(markdown), plainText(markdown)]).toEqual([text, text])
    }),
    { numRuns: 2000 },
  )
})

test('two readers that know nothing of each other read the same dates at the right times', async () => {
  const night = { startsAt: new Date('2026-12-14T20:30:00Z'), endsAt: new Date('2026-12-14T22:15:00Z') }
  const items = [
    item({ id: 'long', abstract: { en: 'النص الطويل, with a comma; and more\n\n'.repeat(400) } }),
    item({ id: 'night', ...night, title: { ar: 'عشاء: «الضيوف»، ثم موسيقى' }, sequence: 0 }),
  ]
  const gone = { item: item({ id: 'gone' }), takenOutAt: now }
  const site = { appUrl: 'https://majlis.example', calendarHost: 'majlis.example' }
  const file = await agendaFeed({ event, items, takenOut: [gone], language: 'ar', ...site })
  const one = parse(file).dates.map((date) => {
    const at = (name: string) => (date.getFirstPropertyValue(name) as ICAL.Time).toJSDate()
    const text = (name: string) => value(date, name) ?? ''
    return {
      ...{ uid: text('uid'), startsAt: at('dtstart'), endsAt: at('dtend'), status: text('status') },
      ...{ sequence: Number(text('sequence')), summary: text('summary') },
      ...{ description: text('description'), location: text('location') },
    }
  })
  const textOf = (said: unknown) => String((said as { val?: string } | undefined)?.val ?? said ?? '')
  const other = Object.values(nodeIcal.sync.parseICS(file)).flatMap((date) =>
    date?.type === 'VEVENT'
      ? [
          {
            ...{ uid: date.uid, startsAt: new Date(Number(date.start)), endsAt: new Date(Number(date.end)) },
            ...{ status: date.status, sequence: Number(date.sequence), summary: textOf(date.summary) },
            ...{ description: textOf(date.description), location: textOf(date.location) },
          },
        ]
      : [],
  )
  expect(other).toEqual(one)
  expect(one.map(({ uid, startsAt, endsAt, status }) => [uid, startsAt, endsAt, status])).toEqual([
    ['long@majlis.example', onFirstDay('09:00'), onFirstDay('10:00'), 'CONFIRMED'],
    ['night@majlis.example', night.startsAt, night.endsAt, 'CONFIRMED'],
    ['gone@majlis.example', onFirstDay('09:00'), onFirstDay('10:00'), 'CANCELLED'],
  ])
})

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\r',
        '\n',
        '\r\n',
        ',',
        ';',
        ':',
        '\\',
        '\\n',
        '^',
        '\t',
        '\u0000',
        '\u2028',
        '\u202e',
        '\ud83d',
      ),
      fc.constantFrom(
        'Bob";ROLE=CHAIR;X="y',
        'END:VEVENT',
        '\r\nATTENDEE:mailto:x@y.example',
        '\r\nBEGIN:VALARM',
      ),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '[x](javascript:alert(1))',
        '![x](http://e.example/p.png)',
        '{{ guest }}',
      ),
      fc.constantFrom('ا'.repeat(120), '👩‍👩‍👧‍👦🇮🇶', 'ئەحمەد', 'e\u0301', 'a'.repeat(200)),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(''))

test('whatever people, rooms and talks are called, a feed stays as many dates as there are items', async () => {
  await fc.assert(
    fc.asyncProperty(
      hostile,
      hostile,
      hostile,
      hostile,
      fc.constantFrom('en', 'ar', 'ckb', 'fr'),
      async (a, b, c, d, language) => {
        const text = { [language]: a }
        const role = {
          ...noor,
          names: { latin: { full: b } },
          position: { en: c },
          organisationName: { ar: d },
        }
        const one = item({ title: text, abstract: { en: b }, roles: [role] })
        const two = item({
          id: 'two',
          title: { fr: c },
          room: { id: 'r', name: { en: d }, position: 0, capacity: null, channels: [] },
        })
        const file = await feed([one, two], language as Language, {
          name: { en: d },
          contact: { ...event.contact, name: a },
        })
        expect(file.toWellFormed()).toBe(file)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const { calendar, dates } = parse(file)
        expect(calendar.getAllSubcomponents()).toHaveLength(2)
        expect(dates.map((date) => value(date, 'uid'))).toEqual(['item@majlis.example', 'two@majlis.example'])
        for (const date of dates) {
          expect(date.getAllSubcomponents()).toEqual([])
          expect(date.getAllProperties('attendee')).toEqual([])
          expect(value(date, 'organizer')).toBe('MAILTO:events@majlis.example')
          expect(value(date, 'dtstart')).toBe('2026-12-14T06:00:00Z')
          expect(value(date, 'sequence')).toBe('3')
        }
      },
    ),
    { numRuns: 300 },
  )
})
