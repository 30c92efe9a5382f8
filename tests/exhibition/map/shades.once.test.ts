import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legendOf, shadeOf, stepsFor } from '#app/exhibition/map/shades.ts'

/** The legend of these values as one reads it: shade, from, to. */
function legend(values: (number | null)[]) {
  return legendOf(values, stepsFor(values)).map(({ shade, from, to }) => `${shade}: ${from}–${to}`)
}

test('few different values have a step each, spread over the shades; zero is no step', () => {
  expect(legend([3, 3, 5, 0, null])).toEqual(['0: 0–0', '1: 3–3', '5: 5–5'])
  expect(legend([7, 4, 6, 3, 5])).toEqual(['1: 3–3', '2: 4–4', '3: 5–5', '4: 6–6', '5: 7–7'])
  expect(legend([9])).toEqual(['3: 9–9'])
  expect(legend([0, 0])).toEqual(['0: 0–0'])
  expect(legend([null])).toEqual([])
})

test('many different values are cut where each step holds as many, at round numbers', () => {
  const round = [288, 366, 1430, 2094, 4500, 8100, 12_000, 31_000, 67_920, 160_000, 250_788, 417_000]
  expect(legend(round)).toEqual([
    '1: 250–999',
    '2: 1000–4499',
    '3: 4500–29999',
    '4: 30000–149999',
    '5: 150000–417000',
  ])
  expect(legend([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual(['1: 1–2', '2: 3–4', '3: 5–6', '4: 7–8', '5: 9–10'])
})

test('a value without figure is not zero, and what lies below the first step has its shade', () => {
  const steps = stepsFor([10, 20, 30])
  expect(
    [null, undefined, Number.NaN, 0, -4, 1, 10, 29, 30, 99].map((value) => shadeOf(value, steps)),
  ).toEqual([...['none', 'none', 'none', '0', '0', '1', '1', '3', '5', '5']])
  expect(shadeOf(5, [])).toBe('3')
})

test('whatever the values, steps rise, none is empty, and more is never lighter', () => {
  const amount = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constant(null))
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 40 }), (values) => {
      const steps = stepsFor(values)
      const shades = values
        .filter((value) => value !== null)
        .toSorted((a, b) => a - b)
        .map((value) => Number(shadeOf(value, steps)))
      expect(steps.length).toBeLessThanOrEqual(5)
      expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b))
      expect(shades).toEqual(shades.toSorted((a, b) => a - b))
      const seen = new Set(shades.filter(Boolean))
      expect(seen.size).toBe(steps.length)
    }),
  )
})
