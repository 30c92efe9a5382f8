import { expect, test } from 'vitest'
import { answerForm } from '#app/answers/forms.ts'
import { readForm } from '#app/ui/read-form.ts'

/** What a browser sends: every field, also the empty ones. */
function sent(fields: Record<string, string>) {
  const empty = { 'answers[0].reason': '', access: '', diet: '', listen: '', message: '' }
  return readForm(
    new URLSearchParams({ requestId: '1', 'answers[0].part': 'a', ...empty, ...fields }),
    answerForm,
  )
}

test('an answer needs nothing but itself', () => {
  const read = sent({ 'answers[0].reply': 'accepted' })
  expect(read.status === 'success' && read.value).toEqual({
    requestId: '1',
    answers: [{ part: 'a', reply: 'accepted', reason: '' }],
    access: '',
    diet: '',
    listen: undefined,
    message: '',
    names: [],
    focalName: '',
    focalPhone: '',
  })
})

test('what a guest types loses controls and direction overrides, and keeps its lines only where it may', () => {
  const read = sent({ access: ' a\u202eb\nc ', message: ' one\r\ntwo\u0000 \n' })
  expect(read.status === 'success' && [read.value.access, read.value.message]).toEqual(['a b c', 'one\ntwo'])
})

test('a text that is too long is said so at its field', () => {
  const read = sent({ diet: 'x'.repeat(301) })
  expect(read.status === 'error' && read.error).toEqual({ diet: ['tooLong'] })
})

test('a delegate’s name is a name, for it stands in a mail of ours to whatever address was given', () => {
  const named = (name: string) => {
    const read = sent({ 'answers[0].reply': 'accepted', 'names[0].seat': 'delegate', 'names[0].latin': name })
    return read.status === 'error' && read.error
  }
  for (const name of [
    'Win at https://evil.example',
    'www.evil.example',
    'a@evil.example',
    '<b>Ali</b>',
    '{{ x }}',
  ])
    expect(named(name)).toEqual({ 'names[0].latin': ['invalid'] })
  for (const name of ['Eng. Ali al-Hassan (Dr.)', 'م. علي حسن', 'Anne-Marie O’Brien, PhD', 'Office 3/2'])
    expect(named(name)).toBe(false)
})
