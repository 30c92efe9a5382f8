import { expect, test } from 'vitest'
import { languages } from '#app/i18n/languages.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { mailingForm } from '#app/invitations/forms.ts'
import { type LetterEvent, letterWriter, textMistakes } from '#app/invitations/letter.ts'
import { letterKinds, mailingKinds, missingTexts, nextStep } from '#app/invitations/rules.ts'
import { holdsPrivateLink } from '#app/mail/private-link.ts'
import { readForm } from '#app/ui/read-form.ts'

const event: LetterEvent = {
  name: { en: 'Partner meeting', ar: 'اجتماع الشركاء' },
  zone: 'Asia/Baghdad',
  office: { name: { en: 'IOM Iraq' } },
  contact: { name: 'Events desk', email: 'events@majlis.example', phone: '' },
  cancellationNote: { en: 'New dates follow.' },
  parts: [
    {
      id: 'meeting',
      name: { en: 'Meeting' },
      startsAt: new Date('2026-12-14T06:00:00Z'),
      endsAt: new Date('2026-12-14T12:30:00Z'),
      answerBy: new Date('2026-12-07T20:59:59Z'),
      audience: 'invited',
      venue: { name: { en: 'Hall A' }, address: { en: 'Erbil' } },
    },
  ],
}

test('the letters we propose can be sent as they are, in every language, to persons and institutions', () => {
  for (const kind of letterKinds) expect(textMistakes(defaultTexts(kind, languages))).toEqual([])
  // The others Majlis writes by itself, with more to say.
  for (const kind of mailingKinds.filter((one) => one !== 'announcement')) {
    const texts = defaultTexts(kind, languages)
    const write = letterWriter(event, texts, kind)
    for (const language of languages)
      for (const person of [
        null,
        { names: { latin: { full: 'Ali Hassan' } }, honorific: {}, position: {} },
      ]) {
        const guest = { language, person, organisationName: { en: 'UNDP' }, seats: 2, partIds: ['meeting'] }
        const letter = write(guest, 'https://majlis.example/r/x')
        if (!letter?.ok) throw new Error(`${kind} ${language}`)
        expect(letter.language).toBe(language)
        expect(letter.text).toContain(person ? 'Ali Hassan' : 'UNDP')
        expect(letter.text).not.toMatch(/[{}]/)
        expect(letter.subject).not.toMatch(/[{}]/)
      }
  }
})

const token = '9kQ2bT7mXc4Lr8WsZ1aYpE'

test.each([
  `see https://x.example/r/${token} please`,
  `https://x.example/o/${token}`,
  `https://x.example/u/${token}`,
  `https://x.example/c/${token}`,
  `http://other.example:8080/b/${token}?x=1`,
  `https://x.example/reset/${token}`,
  `https://x.example/clearance/${token}`,
  `https://x.example/r/${token}/clearance`,
  `/r/${token}`,
  `https%3A%2F%2Fx.example%2Fr%2F${token}`,
  `https%253A%252F%252Fx.example%252Fr%252F${token}`,
  `https://eur01.safelinks.example/?url=https%3A%2F%2Fx.example%2F%72%2F${token}&data=1`,
  `https://x.example/&#114;&#x2f;${token}`,
  `https:&sol;&sol;x.example&sol;r&sol;${token}`,
  `https://x.example\\/r\\/${token}`,
  `https://x.example/r/${token.slice(0, 9)}\u200b${token.slice(9)}`,
  `https://x.example/r/${token.slice(0, 9)}=\r\n${token.slice(9)}`,
  `https://x.example／r／${token}`,
  `[answer](https://x.example/r/${token})`,
  `https://x.example/k/${token}`,
])('a copied personal link is recognised: %s', (text) => {
  expect(holdsPrivateLink(text)).toBe(true)
})

test.each([
  'https://x.example/en/improving-lives/exhibition',
  '{{ answer.link }}',
  'https://docs.example/document/d/1A2b3C4d5E6f7G8h9I0jK1L2m3N4o5P6q7R8s9T0u1V/edit',
  'https://x.example/improving-lives/agenda.ics',
  'https://x.example/q/k7d2',
  'Room A/B, 09:00/10:30, and/or the hall',
])('an address that anyone may have is none: %s', (text) => {
  expect(holdsPrivateLink(text)).toBe(false)
})

test('who reads another language than their own is counted, with what they get', () => {
  const texts = { subject: { en: 'S', fr: 'S' }, body: { en: 'B' } }
  const read = [
    { language: 'en' as const, count: 4 },
    { language: 'ckb' as const, count: 2 },
    { language: 'fr' as const, count: 1 },
  ]
  expect(missingTexts(texts, read)).toEqual([
    { language: 'ckb', count: 2, got: 'en' },
    { language: 'fr', count: 1, got: 'en' },
  ])
  expect(missingTexts({ subject: {}, body: {} }, [{ language: 'en', count: 1 }])).toEqual([
    { language: 'en', count: 1, got: null },
  ])
})

test('a letter’s form demands whole texts and refuses private links, beside the field', () => {
  const errors = (fields: Record<string, string>) =>
    readForm(
      new URLSearchParams({ name: 'Letter', who: 'all', when: 'asked', ...fields }),
      mailingForm(['en', 'ar']),
    ).reply().error
  const link = 'https://x.example/r/9kQ2bT7mXc4Lr8WsZ1aYpE'
  expect(errors({ 'subject.en': 'S', 'body.en': 'B' })).toBeUndefined()
  expect(errors({})).toEqual({ 'body.en': ['invitations:refused.noText'] })
  expect(errors({ 'subject.en': 'S', 'body.en': 'B', 'subject.ar': 'S' })).toEqual({
    'body.ar': ['invitations:refused.halfText'],
  })
  expect(errors({ 'subject.en': 'S', 'body.en': link })).toEqual({
    'body.en': ['invitations:refused.privateLink {{ answer.link }}'],
  })
})

test('the next step follows the state and what is prepared', () => {
  const none = { prepared: 0, approved: 0, underway: 0, sent: 0, troubled: 0, withdrawn: 0 }
  const now = { isScheduled: false }
  const timed = { isScheduled: true }
  expect(nextStep({ state: 'draft', ...now }, none)).toBe('prepare')
  expect(nextStep({ state: 'draft', ...now }, { ...none, prepared: 3 })).toBe('approve')
  expect(nextStep({ state: 'approved', ...now }, { ...none, approved: 3 })).toBe('send')
  expect(nextStep({ state: 'sent', ...now }, { ...none, sent: 3 })).toBeNull()
  expect(nextStep({ state: 'draft', ...timed }, none)).toBe('approve')
  expect(nextStep({ state: 'scheduled', ...timed }, none)).toBe('wait')
  expect(nextStep({ state: 'missed', ...timed }, none)).toBe('approve')
})
