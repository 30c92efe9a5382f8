import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  keepUnseen,
  missingTexts,
  movesInCalendars,
  publishingNeeds,
  refusePartTimes,
  refuseSlug,
  slugFrom,
} from '#app/events/rules.ts'
import { meetingWithExhibition } from '#app/events/template.ts'

test('a name becomes an address without accents or punctuation', () => {
  expect(slugFrom({ en: 'Improving Lives, Enhancing Livelihoods!' })).toBe(
    'improving-lives-enhancing-livelihoods',
  )
  expect(slugFrom({ fr: 'Réunion d’été – 2ᵉ édition' })).toBe('reunion-d-ete-2e-edition')
})

test('a name in Arabic script suggests nothing rather than something wrong', () => {
  expect(slugFrom({ ar: 'اجتماع الشركاء' })).toBe('')
  expect(slugFrom(undefined)).toBe('')
})

test('whatever the name, what is suggested is an address or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const slug = slugFrom({ en: name })
      return slug.length < 2 || refuseSlug(slug) !== 'slugShape'
    }),
  )
})

test('addresses that mean something else are refused', () => {
  for (const slug of ['desk', 'setup', 'sign-in', 'files', 'assets', 'q', 'healthz', 'en', 'ckb', 'door'])
    expect([slug, refuseSlug(slug)]).toEqual([slug, slug === 'q' ? 'slugShape' : 'slugReserved'])
  for (const slug of ['', 'a', '-a', 'a--b', 'Ab', 'a_b', 'a/b', '../a', 'ا', 'x'.repeat(61)])
    expect([slug, refuseSlug(slug)]).toEqual([slug, 'slugShape'])
  expect(refuseSlug('improving-lives')).toBe(null)
})

test('a part ends after it begins, within two months, and answers are due before its end', () => {
  const at = (day: string) => new Date(`2026-12-${day}Z`)
  const times = { startsAt: at('14T06:00'), endsAt: at('14T12:00'), answerBy: null }
  expect(refusePartTimes(times)).toBe(null)
  expect(refusePartTimes({ ...times, endsAt: times.startsAt })).toBe('endsBeforeStart')
  expect(refusePartTimes({ ...times, endsAt: new Date('2027-12-14T12:00Z') })).toBe('tooManyDays')
  expect(refusePartTimes({ ...times, answerBy: at('14T12:01') })).toBe('answerByTooLate')
})

test('only time and place move a part in calendars', () => {
  const part = { startsAt: new Date(1), endsAt: new Date(2), venueId: 'a' }
  expect(movesInCalendars(part, { ...part, startsAt: new Date(1) })).toBe(false)
  expect(movesInCalendars(part, { ...part, startsAt: new Date(0) })).toBe(true)
  expect(movesInCalendars(part, { ...part, endsAt: new Date(3) })).toBe(true)
  expect(movesInCalendars(part, { ...part, venueId: null })).toBe(true)
})

test('publishing needs a name, a named part and somebody to ask', () => {
  const contact = { email: '', phone: '' }
  expect(publishingNeeds({ event: { name: { ar: ' ' }, contact }, parts: [] })).toEqual([
    'name',
    'part',
    'contact',
  ])
  expect(
    publishingNeeds({
      event: { name: { ckb: 'کۆبوونەوە' }, contact: { email: '', phone: '+964 750 000 0000' } },
      parts: [{ name: {} }],
    }),
  ).toEqual(['partName'])
})

test('missing texts are named with their languages', () => {
  const event = {
    ...{ id: 'e', name: { en: 'Meeting', ar: 'اجتماع' }, summary: { en: 'Needs' }, description: {} },
    languages: ['en', 'ar'] as const,
  }
  const parts = [{ id: 'p', name: { ar: 'اجتماع' } }]
  const venues = [
    { id: 'v', name: { en: 'Hall', ar: 'قاعة' }, address: { en: 'x', ar: 'x' }, directions: {} },
  ]
  const found = missingTexts({ event, parts, venues })
  expect(found.map(({ subject, field, languages }) => [subject, field, languages])).toEqual([
    ['event', 'summary', ['ar']],
    ['event', 'description', ['en', 'ar']],
    ['part', 'name', ['en']],
    ['venue', 'directions', ['en', 'ar']],
  ])
})

test('a text in a language the form did not show outlives the form', () => {
  expect(keepUnseen({ en: 'Old', fr: 'Vieux' }, { ar: 'جديد' }, ['en', 'ar'])).toEqual({
    fr: 'Vieux',
    ar: 'جديد',
  })
})

test('the template makes a meeting for sixty by invitation and an exhibition open for its days', () => {
  const days = { meetingOn: '2026-12-14', exhibitionFrom: '2026-12-14', exhibitionTo: '2026-12-15' }
  const made = meetingWithExhibition({ ...days, zone: 'Asia/Baghdad' })
  expect(made.map(({ name, ...part }) => ({ ...part, name: name.en }))).toEqual([
    {
      kind: 'meeting',
      name: 'Partner meeting',
      startsAt: new Date('2026-12-14T06:00:00Z'),
      endsAt: new Date('2026-12-14T12:30:00Z'),
      audience: 'invited',
      capacity: 60,
      answerBy: new Date('2026-12-07T20:59:00Z'),
      venueId: null,
    },
    {
      kind: 'exhibition',
      name: 'Exhibition',
      startsAt: new Date('2026-12-14T06:00:00Z'),
      endsAt: new Date('2026-12-15T13:00:00Z'),
      audience: 'open',
      capacity: null,
      answerBy: null,
      venueId: null,
    },
  ])
})
