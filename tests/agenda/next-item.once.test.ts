import { expect, test } from 'vitest'
import { itemForm } from '#app/agenda/forms.ts'
import { nextItem } from '#app/agenda/next-item.ts'
import type { ItemKind } from '#app/agenda/rules.ts'
import type { Language } from '#app/i18n/languages.ts'
import { readForm } from '#app/ui/read-form.ts'
import { onFirstDay } from '#tests/support/agenda.ts'

const zone = 'Asia/Baghdad'
const meeting = { id: 'meeting', startsAt: onFirstDay('09:00'), endsAt: onFirstDay('15:30') }
const exhibition = {
  id: 'exhibition',
  startsAt: onFirstDay('08:30'),
  endsAt: new Date('2026-12-15T16:00:00+03:00'),
}
const parts = [meeting, exhibition]

function known(from: string, to: string, kind: ItemKind, roomId: string, partId = 'meeting') {
  return {
    ...{ partId, kind, room: { id: roomId }, startsAt: onFirstDay(from), endsAt: onFirstDay(to) },
    spokenLanguages: (kind === 'break' ? [] : ['ar', 'en']) as Language[],
    interpretedLanguages: (kind === 'break' ? [] : ['ckb']) as Language[],
  }
}

test('a new item follows the last of its day, in the room and languages of the last that was no pause', () => {
  const items = [known('09:00', '10:00', 'session', 'hall'), known('10:00', '10:20', 'break', 'foyer')]
  expect(nextItem({ items, parts, day: '2026-12-14', zone })).toEqual({
    partId: 'meeting',
    roomId: 'hall',
    startsAt: onFirstDay('10:20'),
    endsAt: onFirstDay('11:20'),
    spokenLanguages: ['ar', 'en'],
    interpretedLanguages: ['ckb'],
  })
})

test('on an empty day it begins when the part of that day opens', () => {
  const start = (day: string | null) => {
    const next = nextItem({ items: [], parts, day, zone })
    return [next?.partId, next?.startsAt]
  }
  expect(start('2026-12-14')).toEqual(['meeting', onFirstDay('09:00')])
  expect(start('2026-12-15')).toEqual(['exhibition', new Date('2026-12-15T08:30:00+03:00')])
  expect(start(null)).toEqual(['meeting', onFirstDay('09:00')])
  expect(start('nonsense')).toEqual(['meeting', onFirstDay('09:00')])
  expect(nextItem({ items: [], parts: [], day: '2026-12-14', zone })).toBe(null)
})

test.each([
  [{ startsAt: '2026-12-14T09:00', endsAt: '2026-12-14T10:00' }, null],
  [{ startsAt: '2026-12-14T09:00', endsAt: '2026-12-14T09:00' }, { endsAt: ['endsBeforeStart'] }],
  [
    { startsAt: '2026-12-14T09:00', endsAt: '2026-12-16T09:00' },
    { endsAt: ['agenda:refused.longerThanADay'] },
  ],
  [{ startsAt: '0026-12-14T09:00', endsAt: '2026-12-14T09:00' }, { startsAt: ['dateTime'] }],
  [
    { startsAt: 'soon', endsAt: '' },
    { startsAt: ['dateTime'], endsAt: ['required'] },
  ],
])('times %j are taken or refused beside their field', (times, error) => {
  const form = new URLSearchParams({ 'title.en': 'Needs', kind: 'session', partId: 'part', ...times })
  const submission = readForm(form, itemForm(zone))
  expect(submission.status === 'success' ? null : submission.error).toEqual(error)
})
