import { existsSync, readFileSync } from 'node:fs'
import { geoConicEqualArea, geoPath } from 'd3-geo'
import type { Geometry } from 'geojson'
import { feature, neighbors } from 'topojson-client'
import type { GeometryCollection, Objects, Topology } from 'topojson-specification'
import { expect, test } from 'vitest'
import { governorates } from '#app/exhibition/governorates.ts'
import { type Area, drawing, type Point } from '#app/exhibition/map/area.ts'
import { neighboursOf } from '#app/exhibition/map/borders.ts'
import { boundaries } from '#app/exhibition/map/boundaries.ts'
import { drawAreas } from '#app/exhibition/map/derive-boundaries.server.ts'

/** What the United Nations' own map says (COD-AB, 2019): to compare with only. */
const published = '../shared/data/iraq/irq_adm1_simplified.topojson'

/** The corners of an area's path. */
function cornersOf({ path }: Area): Point[] {
  const numbers = [...path.matchAll(/-?\d+/g)].map(Number)
  const corners: Point[] = []
  for (let at = 0; at < numbers.length; at += 2) {
    const [x, y] = corners.at(-1) ?? [0, 0]
    corners.push([x + (numbers[at] ?? 0), y + (numbers[at + 1] ?? 0)])
  }
  return corners
}

/** Area and middle of a ring. */
function measure(corners: Point[]) {
  const edges = corners.map((from, at) => [from, corners[(at + 1) % corners.length] ?? from] as const)
  const cross = edges.map(([[x, y], [toX, toY]]) => x * toY - toX * y)
  const area = cross.reduce((sum, part) => sum + part, 0) / 2
  const middle = [0, 1].map(
    (axis) =>
      edges.reduce(
        (sum, [from, to], at) => sum + ((from[axis] ?? 0) + (to[axis] ?? 0)) * (cross[at] ?? 0),
        0,
      ) /
      (6 * area),
  )
  return { area: Math.abs(area), middle }
}

test('every governorate is drawn once, within the drawing, in a few kilobytes', () => {
  expect(boundaries.map(({ pcode }) => pcode)).toEqual(governorates.map(({ pcode }) => pcode))
  const corners = boundaries.flatMap(cornersOf)
  expect(Math.min(...corners.flat())).toBeGreaterThanOrEqual(0)
  expect(Math.max(...corners.map(([x]) => x))).toBeLessThanOrEqual(drawing.width)
  expect(Math.max(...corners.map(([, y]) => y))).toBeLessThanOrEqual(drawing.height)
  expect(JSON.stringify(boundaries).length).toBeLessThan(8 * 1024)
})

test('a governorate lies where it lies: north, south, east, west, and the small within the large', () => {
  const [duhok, basrah, anbar, baghdad] = ['IQG09', 'IQG02', 'IQG01', 'IQG08'].map((pcode) => {
    const area = boundaries.find((one) => one.pcode === pcode)
    return area ? measure(cornersOf(area)) : null
  })
  const all = boundaries.map((area) => measure(cornersOf(area)))
  expect(Math.min(...all.map(({ middle }) => middle[1] ?? 0))).toBe(duhok?.middle[1])
  expect(Math.max(...all.map(({ middle }) => middle[0] ?? 0))).toBe(basrah?.middle[0])
  expect(Math.min(...all.map(({ middle }) => middle[0] ?? 0))).toBe(anbar?.middle[0])
  expect(Math.max(...all.map(({ area }) => area))).toBe(anbar?.area)
  expect(Math.min(...all.map(({ area }) => area))).toBe(baghdad?.area)
})

test('neighbours are so for both', () => {
  for (const { pcode } of governorates) {
    const neighbours = neighboursOf(pcode)
    expect(neighbours.length).toBeGreaterThan(1)
    for (const other of neighbours) expect(neighboursOf(other)).toContain(pcode)
  }
  expect(neighboursOf('IQG08')).toEqual(['IQG01', 'IQG07', 'IQG10', 'IQG16', 'IQG18'])
  expect(neighboursOf('IQG99')).toEqual([])
})

test.skipIf(!existsSync(published))(
  'outlines and neighbours agree with the published map (../shared/data)',
  () => {
    const topology = JSON.parse(readFileSync(published, 'utf8')) as Topology<Objects<{ ADM1_PCODE: string }>>
    const shapes = Object.values(topology.objects)[0] as GeometryCollection<{ ADM1_PCODE: string }>
    const codes = feature(topology, shapes).features.map(({ properties }) => properties.ADM1_PCODE)
    const beside = neighbors(shapes.geometries).map((found) =>
      found.map((index) => codes[index] ?? '').toSorted(),
    )
    for (const [index, pcode] of codes.entries())
      expect([pcode, neighboursOf(pcode).toSorted()]).toEqual([pcode, beside[index]])

    const theirs = feature(topology, shapes).features
    const projection = geoConicEqualArea().parallels([30.5, 36]).rotate([-44, 0])
    const points = {
      type: 'MultiPoint' as const,
      coordinates: theirs.flatMap(({ geometry }) => rings(geometry).flat()),
    }
    projection.fitExtent(
      [
        [6, 6],
        [drawing.width - 6, drawing.height - 6],
      ],
      points,
    )
    expect(geoPath(projection).bounds(points)[1][0]).toBeCloseTo(drawing.width - 6, 0)
    for (const { geometry, properties } of theirs) {
      const ours = boundaries.find(({ pcode }) => pcode === properties.ADM1_PCODE)
      const placed = rings(geometry).map((ring) =>
        ring.map(([x = 0, y = 0]): Point => projection([x, y]) ?? [0, 0]),
      )
      const largest = placed.map(measure).toSorted((a, b) => b.area - a.area)[0]
      const drawn = ours && measure(cornersOf(ours))
      const apart = Math.hypot(
        ...[0, 1].map((axis) => (drawn?.middle[axis] ?? 0) - (largest?.middle[axis] ?? 0)),
      )
      // A thousand units are some 900 km. Najaf's border with Anbar runs elsewhere in the two, in the desert.
      expect([properties.ADM1_PCODE, apart < 40]).toEqual([properties.ADM1_PCODE, true])
      // The older outlines give Baghdad the city alone and Babil and Anbar the land around it.
      const share = (drawn?.area ?? 0) / (largest?.area ?? 1)
      const [least, most] = properties.ADM1_PCODE === 'IQG08' ? [0.1, 0.2] : [0.7, 1.3]
      expect([properties.ADM1_PCODE, share > least && share < most]).toEqual([properties.ADM1_PCODE, true])
    }
  },
)

function rings(geometry: Geometry): number[][][] {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

/** Two squares side by side and a small one within the first. */
const squares: Topology<Objects<{ name: string }>> = {
  type: 'Topology',
  objects: {
    all: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { name: 'West' } },
        { type: 'Polygon', arcs: [[-1, 2]], properties: { name: 'East' } },
        { type: 'MultiPolygon', arcs: [[[3]]], properties: { name: 'Within' } },
      ],
    },
  },
  arcs: [
    [
      [44, 34],
      [44, 32],
    ],
    [
      [44, 32],
      [42, 32],
      [42, 34],
      [44, 34],
    ],
    [
      [44, 34],
      [46, 34],
      [46, 32],
      [44, 32],
    ],
    [
      [42.4, 33],
      [42.8, 33],
      [42.8, 33.4],
      [42.4, 33.4],
      [42.4, 33],
    ],
  ],
}

test('the script draws any shapes, joins them by name, and finds where their names fit', () => {
  const areas = drawAreas(squares, { West: 'IQG20', East: 'IQG21', Within: 'IQG19' })
  expect(areas.map(({ pcode }) => pcode)).toEqual(['IQG19', 'IQG20', 'IQG21'])
  const [within, west, east] = areas
  for (const { path } of areas) expect(path).toMatch(/^M\d+ \d+l[-\d ]+z$/)
  // The names stand left, further left, and right of the middle.
  expect((west?.at[0] ?? 0) < 500 && (east?.at[0] ?? 0) > 500 && (within?.at[0] ?? 0) < 500).toBe(true)
  const sizes = areas.map((area) => measure(cornersOf(area)).area)
  expect(sizes[1]).toBeCloseTo(sizes[2] ?? 0, -4)
  expect(Math.round((sizes[1] ?? 0) / (sizes[0] ?? 1))).toBe(25)
  expect(() => drawAreas(squares, { West: 'IQG20', East: 'IQG21' })).toThrow('No p-code for “Within”')
})
