import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  governorateName,
  governorateNames,
  governorates,
  isGovernorate,
} from '#app/exhibition/governorates.ts'
import { isSector, sectors } from '#app/exhibition/sectors.ts'
import { languages } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'
import { exhibits } from '#db/demo/exhibits.server.ts'

const published = '../shared/data/iraq/irq_governorates_names.csv'

test('there are eighteen governorates, each with its own code and its own name in every language', () => {
  expect(governorates.map(({ pcode }) => pcode)).toEqual(
    Array.from({ length: 18 }, (_, n) => `IQG${String(n + 1).padStart(2, '0')}`),
  )
  for (const language of languages)
    expect(new Set(governorates.map(({ name }) => name[language])).size).toBe(governorates.length)
})

test('Arabic and Sorani names are in their own letters', () => {
  for (const { pcode, name } of governorates) {
    expect([pcode, name.ar]).toEqual([pcode, expect.stringMatching(/^[ء-ي ]+$/)])
    // Sorani has letters of its own: neither Arabic kaf, ya and ta marbuta, nor Kurdish h written as heh doachashmee.
    expect([pcode, name.ckb]).toEqual([pcode, expect.not.stringMatching(/[كيىةھ]/)])
  }
})

test('codes of other lists are not ours, and an unknown code stands for itself', () => {
  for (const code of ['IRQ-G15', 'IQ-G05', 'IQ-NI', 'iqg15', 'IQG19', '', null, 15])
    expect(isGovernorate(code)).toBe(false)
  expect(isGovernorate('IQG15')).toBe(true)
  expect(governorateName('IQG05', 'en')).toBe('Qadissiya')
  expect(governorateName('IQG11', 'ckb')).toBe('هەولێر')
  expect(governorateName('IQG99', 'ar')).toBe('IQG99')
  expect(governorateNames('IQG15')).toEqual(['Ninewa', 'Ninive', 'نينوى', 'نەینەوا'])
  expect(governorateNames('IQG99')).toEqual([])
})

test.skipIf(!existsSync(published))('codes and names agree with the published list (../shared/data)', () => {
  const [, ...lines] = readFileSync(published, 'utf8').trim().split(/\r?\n/)
  const plain = (name: string) => name.replace(/[إأآ]/g, 'ا')
  expect(lines.map((line) => [line.split(',')[1], plain(line.split(',')[5] ?? '')])).toEqual(
    governorates.map(({ pcode, name }) => [pcode, plain(name.ar)]),
  )
})

test('every sector has a name of its own in every language', () => {
  for (const language of languages) {
    const t = translator(language)
    const names = sectors.map((sector) => t(`visitor:sector.${sector}`))
    expect(new Set(names).size).toBe(sectors.length)
    expect(names.filter((name) => name.includes('sector.'))).toEqual([])
  }
})

test('the model event names only sectors and governorates that we know', () => {
  expect(exhibits.flatMap(({ sectors }) => sectors).filter((slug) => !isSector(slug))).toEqual([])
  const named = exhibits.flatMap(({ governorates }) => (governorates === 'all' ? [] : governorates))
  expect(named.filter((pcode) => !isGovernorate(pcode))).toEqual([])
})
