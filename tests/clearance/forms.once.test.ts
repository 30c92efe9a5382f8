import { expect, test } from 'vitest'
import { countries, isNationality } from '#app/clearance/countries.ts'
import { clearanceForm, settingsForm } from '#app/clearance/forms.ts'
import { maskedNumber } from '#app/clearance/rules.ts'
import { languages } from '#app/i18n/languages.ts'
import { readForm } from '#app/ui/read-form.ts'
import type { AskedField } from '#db/schema/clearance.server.ts'

const everything = ['bothNames', 'birthOn', 'vehicle', 'driver', 'arrival'] as const
const days = ['2026-12-14', '2026-12-15']

function given(form: Record<string, string>, asked: readonly AskedField[] = everything) {
  const data = new FormData()
  for (const [name, value] of Object.entries(form)) data.set(name, value)
  return readForm(data, clearanceForm({ asked, days, today: '2026-11-23' }))
}

const full = {
  latinName: 'Layla Kareem',
  arabicName: 'ليلى كريم عبد الله',
  documentKind: 'passport',
  documentNumber: 'a ١٢٣٤٥٦٧٨',
  nationality: 'IQ',
  birthOn: '1980-02-29',
  plate: '21 A 12345',
  make: 'Kia',
  driverName: 'Omar',
  arrivesOn: '2026-12-15',
  arrivesFrom: '08:30',
}

test('what a guest types on a phone is taken as the document has it', () => {
  const read = given(full)
  expect(read.status === 'success' && read.value).toEqual({
    ...full,
    documentNumber: 'A 12345678',
    colour: '',
    driverDocument: '',
    arrivesTo: '',
  })
})

test('what is not asked is not kept, whatever the form says', () => {
  const read = given(full, [])
  expect(read.status === 'success' && read.value).toMatchObject({
    birthOn: '',
    plate: '',
    make: '',
    driverName: '',
    arrivesOn: '',
    arrivesFrom: '',
  })
})

test.each<[string, Record<string, string>, Record<string, string[]>]>([
  ['nothing', {}, { documentKind: ['required'], documentNumber: ['required'], nationality: ['required'] }],
  [
    'no name',
    { ...full, latinName: '', arabicName: '' },
    { latinName: ['required'], arabicName: ['required'] },
  ],
  [
    'scripts mixed up',
    { ...full, latinName: full.arabicName, arabicName: 'Layla' },
    {
      latinName: ['clearance:form.refused.latin'],
      arabicName: ['clearance:form.refused.arabic'],
    },
  ],
  [
    'a formula for a number',
    { ...full, documentNumber: '=1+1' },
    { documentNumber: ['clearance:form.refused.number'] },
  ],
  ['a country that is none', { ...full, nationality: 'QQ' }, { nationality: ['required'] }],
  ['born tomorrow', { ...full, birthOn: '2026-11-24' }, { birthOn: ['clearance:form.refused.birthOn'] }],
  ['a car without a plate', { ...full, plate: '' }, { plate: ['clearance:form.refused.plate'] }],
  ['arrival backwards', { ...full, arrivesTo: '08:00' }, { arrivesTo: ['endsBeforeStart'] }],
  ['arrival on another day', { ...full, arrivesOn: '2026-12-20' }, { arrivesOn: ['invalid'] }],
  [
    'a time that is none',
    { ...full, arrivesFrom: '25:99' },
    { arrivesFrom: ['clearance:form.refused.time'] },
  ],
])('refused beside the field: %s', (_, form, errors) => {
  expect(given(form).reply().error).toMatchObject(errors)
})

test('one script is enough where both are not demanded, but one it must be', () => {
  expect(given({ ...full, latinName: '' }, ['arrival']).status).toBe('success')
  expect(given({ ...full, latinName: '', arabicName: '' }, []).reply().error).toEqual({
    latinName: ['clearance:form.refused.noName'],
  })
})

test('controls and direction overrides do not survive', () => {
  const read = given({ ...full, plate: '21\u202e A\u0007 12345\u2066' })
  expect(read.status === 'success' && read.value.plate).toBe('21 A 12345')
})

const settings = { dueAt: '2026-12-12T09:00', language: 'ar', second: 'en', purgeDays: '7' }

test('columns come in the order of their numbers', () => {
  const data = new FormData()
  const places = { documentNumber: '1', latinName: '3', plate: '2' }
  for (const [name, value] of Object.entries(settings)) data.set(name, value)
  for (const [name, value] of Object.entries(places)) data.set(`places.${name}`, value)
  const read = readForm(data, settingsForm('Asia/Baghdad'))
  expect(read.status === 'success' && read.value).toMatchObject({
    columns: ['documentNumber', 'plate', 'latinName'],
    languages: ['ar', 'en'],
    isOn: false,
    dueAt: new Date('2026-12-12T06:00:00Z'),
  })
})

test('a list without numbers, and clearance for no part, are refused', () => {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...settings, isOn: 'on', purgeDays: '400' }))
    data.set(name, value)
  expect(readForm(data, settingsForm('Asia/Baghdad')).reply().error).toEqual({
    partIds: ['clearance:settings.refused.noParts'],
    places: ['clearance:settings.refused.columns'],
    purgeDays: ['clearance:settings.refused.purgeDays'],
  })
})

test('every nationality has a name in every language, Iraq first', () => {
  for (const language of languages) {
    const all = countries(language)
    expect(all[0]?.value).toBe('IQ')
    expect(all.length).toBeGreaterThan(200)
    expect(all.filter(({ value, label }) => value === label || !isNationality(value))).toEqual([])
  }
})

test('of a number its end is shown, never more than a third', () => {
  expect(['A12345678', 'AB12', 'AB', ''].map(maskedNumber)).toEqual(['••••678', '••••2', '••••', '••••'])
})
