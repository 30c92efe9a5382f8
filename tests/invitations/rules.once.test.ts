import { expect, test } from 'vitest'
import { languages } from '#app/i18n/languages.ts'
import { defaultTexts } from '#app/invitations/default-text.ts'
import { mailingForm } from '#app/invitations/forms.ts'
import { type LetterEvent, letterWriter, textMistakes } from '#app/invitations/letter.ts'
import { holdsPrivateLink, mailingKinds, missingTexts, nextStep } from '#app/invitations/rules.ts'
import { readForm } from '#app/ui/read-form.ts'

const event: LetterEvent = {
  name: { en: 'Partner meeting', ar: 'اجتماع الشركاء' },
  zone: 'Asia/Baghdad',
  office: { name: { en: 'IOM Iraq' } },
  contact: { name: 'Events desk', email: 'events@majlis.example', phone: '' },
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
  for (const kind of mailingKinds) {
    const texts = defaultTexts(kind, languages)
    expect(textMistakes(texts)).toEqual([])
    const write = letterWriter(event, texts)
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

test('a copied personal link is recognised, an event’s own address is not', () => {
  expect(holdsPrivateLink('see https://x.example/r/9kQ2bT7mXc4Lr8WsZ1aYpE please')).toBe(true)
  expect(holdsPrivateLink('https%3A%2F%2Fx.example%2Fr%2F9kQ2bT7mXc4Lr8WsZ1aYpE')).toBe(true)
  expect(holdsPrivateLink('https://x.example/en/improving-lives/exhibition')).toBe(false)
  expect(holdsPrivateLink('{{ answer.link }}')).toBe(false)
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
      new URLSearchParams({ name: 'Letter', who: 'all', ...fields }),
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
  expect(nextStep('draft', none)).toBe('prepare')
  expect(nextStep('draft', { ...none, prepared: 3 })).toBe('approve')
  expect(nextStep('approved', { ...none, approved: 3 })).toBe('send')
  expect(nextStep('sent', { ...none, sent: 3 })).toBeNull()
})
