import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { readSchedule } from '#app/agenda/exchange/read-file.ts'
import type { ReadSchedule } from '#app/agenda/exchange/reading.ts'
import { scheduleJson } from '#app/agenda/exchange/schedule-json.ts'
import { scheduleXml } from '#app/agenda/exchange/schedule-xml.ts'
import type { AgendaItem } from '#app/agenda/read.server.ts'
import { itemKinds, roleKinds } from '#app/agenda/rules.ts'
import { trackColours } from '#app/agenda/tracks.ts'
import { type Language, type Localized, languages } from '#app/i18n/languages.ts'
import { now } from '#tests/support/builders.ts'
import { jsonRules, xmlRules } from './schedule-rules.ts'

const event = { id: 'event', slug: 'crp-iv', name: { en: 'CRP IV', ar: 'اجتماع' }, zone: 'Asia/Baghdad' }
const appUrl = 'https://majlis.example'

const text = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }),
      fc.constantFrom(
        'الاحتياجات اليوم',
        'پێداویستییەکان',
        '<p>bold & "brave"</p>',
        '?> ]]>',
        'a: {{b}}; c',
        '=1+1',
      ),
    )
    .map((given) =>
      given
        .replace(/[\p{Cc}\p{Cf}\ufffe\uffff]/gu, '')
        .replace(/\s+/g, ' ')
        .toWellFormed()
        .trim(),
    )
    .filter((given) => given !== '')
const localized = (most: number) =>
  fc.dictionary(fc.constantFrom(...languages), text(most), {
    minKeys: 0,
    maxKeys: 4,
  }) as fc.Arbitrary<Localized>
const titled = localized(80).filter((given) => Object.keys(given).length > 0)
const abstracts = localized(300).map((given) =>
  Object.fromEntries(Object.entries(given).map(([language, said]) => [language, `${said}\n\n- ${said}`])),
)
const some = fc.subarray([...languages])
const role = fc.record({
  role: fc.constantFrom(...roleKinds),
  honorific: localized(10),
  names: fc
    .record({ latin: fc.option(text(40)), arabic: fc.option(text(40)) })
    .filter(({ latin, arabic }) => Boolean(latin ?? arabic))
    .map(({ latin, arabic }) => ({
      ...(latin && { latin: { full: latin } }),
      ...(arabic && { arabic: { full: arabic } }),
    })),
  position: localized(20),
  organisationName: localized(20),
  contribution: localized(20),
})
const roomNames = ['Hall A', 'القاعة ب', 'Room "3" & <4>']
const room = fc.constantFrom(...roomNames).map((name, at = roomNames.indexOf(name)) => ({
  id: `room-${at}`,
  name: { en: name, fr: `Salle ${at}` } as Localized,
  position: at,
  capacity: at ? at * 10 : null,
  channels: ['ar', 'en'] as Language[],
}))
const track = fc
  .constantFrom(...trackColours)
  .map((colour) => ({ id: colour, name: { en: `Track ${colour}` } as Localized, colour }))

const item = fc
  .record({
    id: fc.uuid(),
    sourceId: fc.option(fc.oneof(fc.uuid(), fc.constantFrom(':12', 'a@b/2026'))),
    kind: fc.constantFrom(...itemKinds),
    title: titled,
    abstract: abstracts,
    start: fc.integer({ min: 0, max: 5 * 86_400 }),
    seconds: fc.integer({ min: 1, max: 86_400 }),
    spokenLanguages: some,
    interpretedLanguages: some,
    takesSignUps: fc.boolean(),
    seats: fc.option(fc.integer({ min: 1, max: 500 })),
    foreign: fc.constantFrom(
      {},
      { id: '6561', slug: 'crp_iv-item-1', links: [{ url: 'https://dtm.iom.int', title: 'DTM' }] },
    ),
    room: fc.option(room),
    track: fc.option(track),
    roles: fc.array(role, { maxLength: 4 }),
  })
  .map(({ start, seconds, roles, ...given }) => {
    const startsAt = new Date(Date.UTC(2026, 11, 14) + start * 1000)
    const nothing = {
      speakerId: null,
      confirmation: 'none',
      answeredAt: null,
      attendeeId: null,
      personId: null,
    }
    return {
      ...given,
      startsAt,
      endsAt: new Date(startsAt.getTime() + seconds * 1000),
      ...{ partId: 'part', position: 0, sequence: 0, version: 0, updatedAt: now },
      part: { name: { en: 'Meeting' }, startsAt, endsAt: startsAt, audience: 'open' },
      venue: null,
      roles: roles.map((one, rank) => ({
        ...one,
        ...nothing,
        id: `${rank}`,
        itemId: given.id,
        eventId: 'event',
        rank,
      })),
    } as unknown as AgendaItem
  })
const agendas = fc.uniqueArray(item, {
  minLength: 1,
  maxLength: 6,
  selector: ({ sourceId, id }) => sourceId ?? id,
})

/** What an agenda says, whatever the file or the database adds to it. */
function saying(items: readonly AgendaItem[]) {
  return items
    .map((one) => ({
      sourceId: one.sourceId ?? one.id,
      kind: one.kind,
      title: one.title,
      abstract: one.abstract,
      time: [one.startsAt.getTime(), one.endsAt.getTime()],
      room: one.room && { name: one.room.name, capacity: one.room.capacity, channels: one.room.channels },
      track: one.track && { name: one.track.name, colour: one.track.colour },
      languages: [one.spokenLanguages, one.interpretedLanguages],
      signUp: [one.takesSignUps, one.seats],
      foreign: one.foreign,
      people: one.roles.map(({ role, honorific, names, position, organisationName, contribution }) => [
        ...[role, honorific, names, position, organisationName, contribution],
      ]),
    }))
    .toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
}

function readSaying({ items, rooms, tracks }: ReadSchedule) {
  const placed = items.map((one) => {
    const room = rooms.find(({ key }) => key === one.room)
    const track = tracks.find(({ key }) => key === one.track)
    return {
      sourceId: one.sourceId,
      kind: one.kind,
      title: one.title,
      abstract: one.abstract,
      time: [one.startsAt, one.endsAt],
      room: room ? { name: room.name, capacity: room.capacity, channels: room.channels } : null,
      track: track ? { name: track.name, colour: track.colour } : null,
      languages: [one.spokenLanguages, one.interpretedLanguages],
      signUp: [one.takesSignUps, one.seats],
      foreign: one.foreign,
      people: one.people.map(({ role, honorific, names, position, organisationName, contribution }) => [
        ...[role, honorific, names, position, organisationName, contribution],
      ]),
    }
  })
  return placed.toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
}

test.for([
  { format: 'schedule.json', write: scheduleJson },
  { format: 'schedule.xml', write: scheduleXml },
])('an agenda that goes out as $format and comes back is the same, in every language', ({ write }) => {
  fc.assert(
    fc.property(agendas, fc.constantFrom(...languages), (items, language) => {
      const file = write({ event, items, version: '3' }, { appUrl, language })
      // Another event, in another zone and other languages.
      const read = readSchedule(new TextEncoder().encode(file), { zone: 'UTC', languages: ['fr'] })
      expect(read.ok && readSaying(read.schedule)).toEqual(saying(items))
      expect(read.ok && read.schedule.leftOut).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('ids are the same in every export', () => {
  fc.assert(
    fc.property(agendas, (items) => {
      const ids = (language: Language) =>
        JSON.parse(
          scheduleJson({ event, items, version: '1' }, { appUrl, language }),
        ).schedule.conference.days.flatMap(
          ({ rooms }: { rooms: Record<string, { id: number; guid: string }[]> }) =>
            Object.values(rooms)
              .flat()
              .map(({ id, guid }) => [guid, id]),
        )
      const all = new Map<string, number>(ids('en'))
      expect(new Map(ids('ar'))).toEqual(all)
      expect(all.size).toBe(items.length)
      expect(new Set(all.values()).size).toBe(items.length)
      expect([...all.values()].every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

/** The schemas of the format itself, where they are at hand; ours, stricter, always. */
const schemas = new URL('../../../../shared/data/schedules/', import.meta.url)

function schemaOf(name: string): string | null {
  const file = new URL(name, schemas)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

test.for(['ours', 'the format’s'] as const)('schedule.json validates against %s', (whose, { skip }) => {
  const theirs = whose === 'ours' ? JSON.stringify(jsonRules) : schemaOf('c3voc-schedule.schema.json')
  if (!theirs) return skip('the schema is not here')
  const ajv = new Ajv({ strict: false, validateFormats: true })
  addFormats.default(ajv)
  ajv.addFormat('color', true)
  const { $schema: _, ...rules } = JSON.parse(theirs)
  const validate = ajv.compile(rules)
  fc.assert(
    fc.property(agendas, fc.constantFrom(...languages), (items, language) => {
      validate(JSON.parse(scheduleJson({ event, items, version: '3' }, { appUrl, language })))
      expect(validate.errors).toBeNull()
    }),
    { numRuns: 50 },
  )
})

test.for(['ours', 'the format’s'] as const)('schedule.xml validates against %s', async (whose, { skip }) => {
  const schema = whose === 'ours' ? xmlRules : schemaOf('schedule.xml.xsd')
  if (!schema) return skip('the schema is not here')
  const xml = fc.sample(agendas, { numRuns: 20, seed: 7 }).map((items, at) => ({
    fileName: `${at}.xml`,
    contents: scheduleXml({ event, items, version: '3' }, { appUrl, language: languages[at % 4] ?? 'en' }),
  }))
  const checked = await validateXML({ xml, schema: [schema] })
  expect(checked.errors).toEqual([])
  expect(checked.valid).toBe(true)
})

test('no address of anybody is in an export', () => {
  const foreign = {
    persons: [{ name: 'Noor', email: 'noor@x.example', url: 'mailto:noor@x.example' }],
    links: [{ url: 'mailto:a@b.example' }],
  }
  const file = JSON.stringify({
    events: [
      {
        guid: 'g',
        date: '2026-12-14T09:00:00Z',
        title: 'A',
        ...foreign,
        persons: [{ public_name: 'Noor', email: 'noor@x.example' }, { name: 'noor@x.example' }],
      },
    ],
  })
  const read = readSchedule(new TextEncoder().encode(file), { zone: 'UTC', languages: ['en'] })
  expect(JSON.stringify(read)).not.toContain('@x.example')
  expect(JSON.stringify(read)).not.toContain('mailto')
})
