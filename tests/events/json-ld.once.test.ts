import { expect, test } from 'vitest'
import { jsonLd } from '#app/events/json-ld.ts'

const part = {
  startsAt: new Date('2026-12-14T06:00:00Z'),
  endsAt: new Date('2026-12-15T13:00:00Z'),
  venue: { name: { en: 'Hall A' }, address: { en: 'Erbil' } },
}
const meeting = { ...part, kind: 'meeting', name: { en: 'Closed talks' }, audience: 'invited' as const }
const exhibition = { ...part, kind: 'exhibition', name: { en: 'Exhibition' }, audience: 'open' as const }
const given = {
  event: { name: { en: 'Improving Lives' }, summary: { en: 'Needs' }, state: 'published' as const },
  host: { en: 'IOM Iraq' },
  url: 'https://majlis.example/en/improving-lives',
  language: 'en' as const,
}

test('an open exhibition is listed for search engines', () => {
  expect(JSON.parse(jsonLd({ ...given, parts: [exhibition] }) ?? '')).toEqual({
    '@context': 'https://schema.org',
    '@type': 'ExhibitionEvent',
    name: 'Improving Lives',
    description: 'Needs',
    startDate: '2026-12-14T06:00:00.000Z',
    endDate: '2026-12-15T13:00:00.000Z',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: 'Hall A', address: 'Erbil' },
    organizer: { '@type': 'Organization', name: 'IOM Iraq' },
    isAccessibleForFree: true,
    inLanguage: 'en',
    url: 'https://majlis.example/en/improving-lives',
  })
})

test('a part by invitation is never listed, not even by its name', () => {
  expect(jsonLd({ ...given, parts: [meeting] })).toBe(null)
  const listed = jsonLd({ ...given, parts: [meeting, exhibition] }) ?? ''
  expect(listed).not.toContain('Closed talks')
  expect(JSON.parse(listed).name).toBe('Improving Lives: Exhibition')
})

test('a draft is not listed and a cancelled event says so', () => {
  const inState = (state: 'draft' | 'cancelled') =>
    jsonLd({ ...given, event: { ...given.event, state }, parts: [exhibition] })
  expect(inState('draft')).toBe(null)
  expect(JSON.parse(inState('cancelled') ?? '').eventStatus).toBe('https://schema.org/EventCancelled')
})

test('a title cannot end the element it stands in', () => {
  const name = { en: '</script><script>alert(1)</script><!-- ' }
  const listed = jsonLd({ ...given, event: { ...given.event, name }, parts: [exhibition] }) ?? ''
  expect(listed).not.toContain('<')
  expect(JSON.parse(listed).name).toBe(name.en.trim())
})
