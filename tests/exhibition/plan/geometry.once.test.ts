import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areasOf } from '#app/exhibition/plan/areas.ts'
import {
  type Box,
  bounds,
  freePlaces,
  gapBetween,
  isInside,
  movedTo,
  overlaps,
  pulledBy,
  rowFrom,
  turned,
} from '#app/exhibition/plan/geometry.ts'
import { labelOf, linesOf } from '#app/exhibition/plan/labels.ts'
import { codesFrom, nextCode } from '#app/exhibition/plan/numbering.ts'
import { routePast } from '#app/exhibition/plan/route.ts'
import { narrowestAisle, planWarnings } from '#app/exhibition/plan/warnings.ts'

const hall = { width: 2400, depth: 1600 }
const box = (x: number, y: number, width = 300, depth = 300): Box => ({ x, y, width, depth })
const anyBox = fc.record({
  x: fc.integer({ min: 0, max: 2000 }),
  y: fc.integer({ min: 0, max: 1200 }),
  width: fc.integer({ min: bounds.smallest, max: 400 }),
  depth: fc.integer({ min: bounds.smallest, max: 400 }),
})
const anyBoxes = fc.array(anyBox, { maxLength: 12 })
const anyShift = fc.record({
  x: fc.integer({ min: -3000, max: 3000 }),
  y: fc.integer({ min: -3000, max: 3000 }),
})

test('what is moved keeps its size, stays in the hall, and lands on the grid or on an edge of something', () => {
  fc.assert(
    fc.property(anyBox, anyShift, anyBoxes, (moving, at, neighbours) => {
      const moved = movedTo(moving, at, { hall, step: 50, neighbours })
      expect([moved.width, moved.depth]).toEqual([moving.width, moving.depth])
      expect(isInside(moved, hall)).toBe(true)
      const edges = [0, hall.width, ...neighbours.flatMap(({ x, width }) => [x, x + width])]
      const isCaught = edges.includes(moved.x) || edges.includes(moved.x + moved.width)
      expect(moved.x % 50 === 0 || isCaught).toBe(true)
    }),
  )
})

test('a pulled side leaves the opposite one where it is; nothing shrinks to nothing or grows out of the hall', () => {
  const sides = fc.constantFrom<(-1 | 0 | 1)[]>(-1, 0, 1) as fc.Arbitrary<-1 | 0 | 1>
  fc.assert(
    fc.property(anyBox, sides, sides, anyShift, (before, x, y, by) => {
      const after = pulledBy(before, { x, y }, by, { hall, step: 50, neighbours: [] })
      expect(Math.min(after.width, after.depth)).toBeGreaterThanOrEqual(bounds.smallest)
      expect(isInside(after, hall)).toBe(true)
      if (x >= 0) expect(after.x).toBe(before.x)
      if (x <= 0) expect(after.x + after.width).toBe(before.x + before.width)
      if (y === 0) expect([after.y, after.depth]).toEqual([before.y, before.depth])
    }),
  )
})

test('a booth catches on its neighbour’s edge rather than on the grid', () => {
  const step = 100
  const neighbours = [box(330, 400)]
  expect(movedTo(box(0, 0), { x: 645, y: 385 }, { hall, step, neighbours })).toEqual(box(630, 400))
  expect(movedTo(box(0, 0), { x: 1540, y: 1040 }, { hall, step, neighbours })).toEqual(box(1500, 1000))
  expect(turned(box(2300, 0, 100, 300), hall)).toEqual(box(2100, 0, 300, 100))
})

test('overlap is the same from both sides, and what overlaps has no aisle between', () => {
  fc.assert(
    fc.property(anyBox, anyBox, (a, b) => {
      expect(overlaps(a, b)).toBe(overlaps(b, a))
      expect(gapBetween(a, b)).toBe(gapBetween(b, a))
      if (overlaps(a, b)) expect(gapBetween(a, b)).toBe(0)
    }),
  )
  expect(overlaps(box(0, 0), box(300, 0))).toBe(false)
  expect(gapBetween(box(0, 0), box(420, 100))).toBe(120)
  expect(gapBetween(box(0, 0), box(420, 300))).toBe(null)
})

test('warned of: what overlaps, stands outside or before a door, and aisles nobody passes; not of what stands back to back', () => {
  const standing = [
    { id: 'a', kind: 'booth' as const, box: box(0, 0) },
    { id: 'b', kind: 'booth' as const, box: box(300, 0) },
    { id: 'c', kind: 'booth' as const, box: box(720, 0) },
    { id: 'd', kind: 'booth' as const, box: box(800, 200) },
    { id: 'e', kind: 'booth' as const, box: box(2200, 1400) },
    { id: 'door', kind: 'exit' as const, box: box(2100, 1300, 50, 200) },
    { id: 'words', kind: 'label' as const, box: box(0, 0, 900, 900) },
    { id: 'wall', kind: 'wall' as const, box: box(1200, 0, 20, 900) },
  ]
  expect(
    planWarnings(standing, hall).map((warning) => [
      warning.kind,
      warning.thing.id,
      'other' in warning ? warning.other.id : null,
    ]),
  ).toEqual([
    ['outside', 'e', null],
    ['aisle', 'c', 'b'],
    ['overlap', 'd', 'c'],
    ['door', 'e', 'door'],
  ])
})

test('warnings are those of every pair, however they stand', () => {
  fc.assert(
    fc.property(anyBoxes, (boxes) => {
      const things = boxes.map((one, at) => ({ id: String(at), kind: 'booth' as const, box: one }))
      const pairs = things.flatMap((a, at) => things.slice(at + 1).map((b) => [a, b] as const))
      const near = pairs.filter(([a, b]) => {
        const gap = gapBetween(a.box, b.box)
        return overlaps(a.box, b.box) || (gap !== null && gap > 0 && gap < narrowestAisle)
      })
      const found = planWarnings(things, hall).filter(({ kind }) => kind !== 'outside')
      expect(found).toHaveLength(near.length)
    }),
  )
})

test('rows stand side by side; free places overlap nothing', () => {
  expect(rowFrom(box(100, 100), 3, { gap: 0, goes: 'right' }).map(({ x }) => x)).toEqual([100, 400, 700])
  expect(rowFrom(box(100, 100), 2, { gap: 50, goes: 'down' })).toEqual([box(100, 100), box(100, 450)])
  fc.assert(
    fc.property(fc.nat({ max: 60 }), anyBoxes, (count, taken) => {
      const places = freePlaces(count, { width: 300, depth: 300 }, { hall, taken })
      expect(places.length).toBeLessThanOrEqual(count)
      for (const [at, place] of places.entries()) {
        expect(isInside(place, hall)).toBe(true)
        expect([...taken, ...places.slice(0, at)].some((other) => overlaps(other, place))).toBe(false)
      }
    }),
  )
})

test('codes go on as people number booths', () => {
  expect(codesFrom('A9', 3)).toEqual(['A9', 'A10', 'A11'])
  expect(codesFrom('B07', 2)).toEqual(['B07', 'B08'])
  expect(codesFrom('Hall', 3)).toEqual(['Hall', 'Hall2', 'Hall3'])
  expect(codesFrom('A1', 3, ['a2'])).toEqual(['A1', 'A3', 'A4'])
  expect(codesFrom('  ', 2)).toEqual([])
  expect(codesFrom('a name too long 1', 1)).toEqual([])
  expect(nextCode('C4', ['C4', 'c5'])).toBe('C6')
  expect(nextCode(undefined, [])).toBe('A1')
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z]{1,2}[0-9]{0,3}$/),
      fc.integer({ min: 1, max: 60 }),
      (first, count) => {
        const codes = codesFrom(first, count)
        expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(codes.length)
        expect(codes).toHaveLength(count)
        expect(codesFrom(first, count, codes).some((code) => codes.includes(code))).toBe(false)
      },
    ),
  )
})

test('words stay within their booth, the code always there', () => {
  expect(linesOf('A street repaired together', 10, 2)).toEqual(['A street', 'repaired…'])
  expect(linesOf('Seeds', 10, 0)).toEqual([])
  const sizes = { lineSize: 25, codeSize: 80 }
  expect(labelOf({ width: 300, depth: 300 }, { code: 'A1', title: 'New doors open' }, sizes)).toEqual({
    ...{ codeSize: 80, lineSize: 25, lines: ['New doors open'] },
  })
  const small = labelOf({ width: 60, depth: 60 }, { code: 'A1017', title: 'New doors open' }, sizes)
  expect(small.lines).toEqual([])
  expect(small.codeSize).toBeGreaterThan(0)
  fc.assert(
    fc.property(
      fc.string({ maxLength: 90 }),
      fc.integer({ min: 2, max: 40 }),
      fc.nat({ max: 5 }),
      (text, most, count) => {
        const lines = linesOf(text, most, count)
        expect(lines.length).toBeLessThanOrEqual(count)
        expect(lines.every((line) => line.length <= most)).toBe(true)
      },
    ),
  )
})

test('a large hall is cut into areas that hold every booth once, in walking order', () => {
  const booths = Array.from({ length: 700 }, (_, at) => ({
    at,
    box: box((at % 35) * 320, Math.floor(at / 35) * 500),
  }))
  const areas = areasOf(booths)
  expect(areas.flatMap((area) => area.booths.map(({ at }) => at)).toSorted((a, b) => a - b)).toEqual(
    booths.map(({ at }) => at),
  )
  expect(areas.every((area) => area.booths.length <= 150)).toBe(true)
  for (const area of areas) {
    const order = area.booths.map(({ at }) => at)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  }
  expect(areas.map(({ number }) => number)).toEqual(areas.map((_, at) => at + 1))
  expect(areasOf(booths.slice(0, 150))).toHaveLength(1)
})

test('the way past the booths leads before each of them and through none', () => {
  const boxes = [box(400, 100), box(700, 100), box(700, 400), box(400, 400)]
  const points = routePast(boxes, { hall, standing: boxes })
  expect(points).toHaveLength(4)
  for (const { x, y } of points)
    expect(boxes.some((one) => overlaps(one, { x: x - 1, y: y - 1, width: 2, depth: 2 }))).toBe(false)
})
