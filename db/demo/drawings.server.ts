import sharp from 'sharp'

/*
 * The pictures of the model exhibition: drawn, in the colours of the screens, so that nobody's photograph stands for
 * somebody else's work.
 */

const [width, height] = [1200, 750]
const colour = {
  paper: '#fbfaf7',
  card: '#ffffff',
  ink: '#18222d',
  line: '#e2ded4',
  accent: '#0b5563',
  soft: '#e3f0f1',
  gold: '#c98a2b',
  sand: '#fbefdd',
  mid: '#7fb0b5',
} as const
type Colour = keyof typeof colour

/** The drawing as a PNG, as if somebody had uploaded it. */
export async function drawPicture(motif: Motif): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${box(0, 0, width, height, 'paper')}${motifs[motif]()}</svg>`
  return sharp(Buffer.from(svg)).resize({ width: 800 }).png({ compressionLevel: 1 }).toBuffer()
}

const box = (x: number, y: number, w: number, h: number, fill: Colour, round = 0) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${round}" fill="${colour[fill]}"/>`
const disc = (x: number, y: number, r: number, fill: Colour, opacity = 1) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour[fill]}" fill-opacity="${opacity}"/>`
const shape = (points: string, fill: Colour) => `<path d="${points}" fill="${colour[fill]}"/>`
const stroke = (points: string, ink: Colour, thick = 6) =>
  `<path d="${points}" fill="none" stroke="${colour[ink]}" stroke-width="${thick}" stroke-linecap="round"/>`
const times = (count: number, draw: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => draw(n)).join('')
const ground = (y: number) => box(0, y, width, height - y, 'sand')
const arch = (x: number, y: number, w: number, h: number, fill: Colour) =>
  shape(`M${x} ${y + h}V${y + w / 2}a${w / 2} ${w / 2} 0 0 1 ${w} 0V${y + h}z`, fill)

const motifs = {
  loom: () => {
    const warp = times(47, (n) => stroke(`M${140 + n * 20} 90V660`, 'mid', 3))
    const weft = times(6, (n) => box(130, 380 + n * 46, 940, 40, n % 2 ? 'accent' : 'gold'))
    const diamond = (x: number, y: number) =>
      shape(`M${x} ${y - 17}l24 17-24 17-24-17z`, y % 92 === 32 ? 'sand' : 'soft')
    const pattern = times(6, (row) => times(15, (n) => diamond(180 + n * 60, 400 + row * 46)))
    return `${warp}${weft}${pattern}${box(90, 60, 1020, 40, 'ink', 12)}${box(90, 656, 1020, 40, 'ink', 12)}`
  },
  street: () => {
    const tops = [330, 250, 380, 290, 220, 340, 280]
    const house = (n: number) => {
      const [x, top] = [40 + n * 162, tops[n] ?? 300]
      const windows = times(2, (row) =>
        times(2, (c) => box(x + 28 + c * 64, top + 40 + row * 80, 36, 48, 'card', 4)),
      )
      const wall = box(x, top, 150, 600 - top, n % 3 === 0 ? 'accent' : n % 3 === 1 ? 'mid' : 'gold')
      return `${wall}${windows}${arch(x + 50, 500, 50, 100, 'ink')}`
    }
    const lamp = (x: number) =>
      `${stroke(`M${x} 660V470`, 'ink', 8)}${disc(x, 456, 20, 'gold')}${disc(x, 456, 44, 'gold', 0.25)}`
    return `${ground(600)}${times(7, house)}${times(4, (n) => lamp(190 + n * 270))}${box(0, 660, width, 12, 'line')}`
  },
  doors: () => {
    const door = (n: number) => {
      const x = 140 + n * 320
      const leaf =
        n === 1 ? shape(`M${x + 40} 600V330l-70-40v340z`, 'accent') : arch(x + 40, 250, 200, 350, 'accent')
      const light =
        n === 1
          ? `${arch(x + 40, 250, 200, 350, 'gold')}${shape(`M${x + 40} 600h200l90 150H${x - 50}z`, 'gold')}`
          : ''
      const knob = n === 1 ? '' : disc(x + 210, 440, 10, 'gold')
      return `${arch(x, 190, 280, 410, 'soft')}${light}${leaf}${knob}`
    }
    return `${ground(600)}${times(3, door)}`
  },
  phases: () => {
    const step = (n: number) =>
      box(120 + n * 250, 560 - n * 110, 230, 80 + n * 110, n === 3 ? 'gold' : n === 2 ? 'accent' : 'mid', 8)
    const people = (n: number) =>
      times(
        n + 2,
        (k) =>
          `${disc(160 + n * 250 + k * 38, 500 - n * 110, 13, 'ink')}${box(148 + n * 250 + k * 38, 516 - n * 110, 24, 44, 'ink', 10)}`,
      )
    return `${ground(640)}${times(4, step)}${times(4, people)}`
  },
  map: () => {
    const line = (towns: [number, number][]) =>
      stroke(`M${towns.map((town) => onMap(...town).join(' ')).join('L')}`, 'mid', 8)
    const grid =
      times(9, (n) => stroke(`M${60 + n * 135} 40V710`, 'line', 2)) +
      times(6, (n) => stroke(`M40 ${60 + n * 126}H1160`, 'line', 2))
    const spots = displaced
      .toSorted((one, other) => other.people - one.people)
      .map(({ east, north, people }) => {
        const [x, y] = onMap(east, north)
        return `${disc(x, y, Math.sqrt(people) / 7, 'accent', 0.55)}${disc(x, y, 5, 'ink')}`
      })
    return `${grid}${line(tigris)}${line(euphrates)}${spots.join('')}`
  },
  circle: () => {
    const seat = (n: number) => {
      const turn = (n * Math.PI) / 5
      const [x, y] = [Math.round(600 + 300 * Math.cos(turn)), Math.round(380 + 230 * Math.sin(turn))]
      return `${disc(x, y, 54, n % 3 ? 'accent' : 'gold')}${disc(x, y - 10, 22, 'sand')}`
    }
    const waves = times(
      3,
      (n) =>
        `<circle cx="600" cy="380" r="${60 + n * 45}" fill="none" stroke="${colour.mid}" stroke-width="5"/>`,
    )
    return `${disc(600, 380, 350, 'soft')}${waves}${disc(600, 380, 30, 'gold')}${times(10, seat)}`
  },
  roof: () => {
    const house = (x: number, y: number, size: number, wall: Colour) =>
      `${box(x, y, size, size * 0.7, wall)}${shape(`M${x - 30} ${y}l${size / 2 + 30}-${size * 0.5} ${size / 2 + 30} ${size * 0.5}z`, 'accent')}${arch(x + size * 0.4, y + size * 0.3, size * 0.2, size * 0.4, 'ink')}`
    const flakes = times(60, (n) =>
      disc((n * 197) % width, (n * 83) % 420, 3 + (n % 4) * 2, n % 2 ? 'mid' : 'card'),
    )
    return `${box(0, 0, width, 620, 'soft')}${flakes}${ground(620)}${house(120, 410, 300, 'sand')}${house(480, 360, 370, 'card')}${house(910, 440, 240, 'sand')}${disc(665, 250, 26, 'gold')}`
  },
  box: () => {
    const contents = ['gold', 'mid', 'accent', 'soft', 'gold'] as const
    const items = contents
      .map((fill, n) => box(330 + n * 112, 250 - (n % 3) * 50, 92, 260, fill, 14))
      .join('')
    const lid = shape('M300 420L180 300l150-60 90 120zM900 420l120-120-150-60-90 120z', 'gold')
    const band = `${box(300, 420, 600, 240, 'accent', 8)}${box(570, 420, 60, 240, 'mid')}`
    return `${ground(610)}${items}${lid}${band}${disc(600, 540, 44, 'sand')}`
  },
  clinic: () => {
    const wheel = (x: number) => `${disc(x, 610, 70, 'ink')}${disc(x, 610, 28, 'line')}`
    const body = `${box(210, 280, 620, 320, 'card', 24)}${shape('M830 360h130l90 110v130H830z', 'accent')}${shape('M860 390h86l58 76H860z', 'soft')}`
    const stripe = box(210, 500, 620, 36, 'gold')
    const cross = `${box(480, 320, 44, 140, 'accent', 6)}${box(432, 368, 140, 44, 'accent', 6)}`
    const hills = shape('M0 560C200 360 380 420 560 500S980 330 1200 480V620H0z', 'soft')
    return `${hills}${ground(610)}${body}${stripe}${cross}${wheel(370)}${wheel(900)}`
  },
  border: () => {
    const hills = `${shape('M0 520L220 250l180 190 210-260 260 300 150-140 180 180v220H0z', 'mid')}${shape('M0 600l260-190 220 150 240-180 260 190 220-110v200H0z', 'soft')}`
    const road = shape('M520 750L585 470h30l85 280z', 'ink')
    const bar = times(8, (n) => box(250 + n * 88, 560, 88, 34, n % 2 ? 'card' : 'gold'))
    const booth = `${box(120, 440, 150, 220, 'accent', 8)}${box(100, 420, 190, 30, 'ink', 6)}${box(150, 480, 90, 70, 'soft', 4)}`
    return `${hills}${box(0, 620, width, 130, 'sand')}${road}${bar}${booth}`
  },
  list: () => {
    const row = (n: number) => {
      const y = 150 + n * 78
      const mark =
        n < 5
          ? `${disc(280, y, 22, 'accent')}${stroke(`M270 ${y}l8 9 14-17`, 'card', 6)}`
          : `<circle cx="280" cy="${y}" r="20" fill="none" stroke="${colour.mid}" stroke-width="5"/>`
      return `${mark}${box(340, y - 12, 300 - (n % 3) * 50, 24, 'mid', 12)}${box(700, y - 12, 90 + (n % 4) * 40, 24, n % 2 ? 'gold' : 'line', 12)}`
    }
    return `${box(180, 50, 840, 650, 'card', 28)}${box(180, 50, 840, 20, 'accent', 10)}${times(7, row)}`
  },
  road: () => {
    const hills = `${shape('M0 470C240 320 420 380 640 430S1000 300 1200 400V750H0z', 'soft')}${shape('M0 600C260 480 560 520 800 560s280-20 400-60v250H0z', 'mid')}`
    const way = stroke('M250 750C420 640 700 660 640 570S760 450 880 400', 'sand', 44)
    const home = `${box(850, 300, 130, 100, 'card')}${shape('M830 300l85-70 85 70z', 'accent')}${arch(900, 345, 32, 55, 'ink')}`
    return `${disc(300, 210, 90, 'gold')}${disc(300, 210, 130, 'gold', 0.25)}${hills}${way}${home}`
  },
} satisfies Record<string, () => string>

export type Motif = keyof typeof motifs

/** Degrees east and north to the drawing's units, inside what a card shows of it. */
function onMap(east: number, north: number): [number, number] {
  return [Math.round(600 + (east - 44.2) * 80), Math.round(630 - (north - 30) * 70)]
}

const tigris: [number, number][] = [
  [42.4, 37.1],
  [43.13, 36.34],
  [43.68, 34.6],
  [44.37, 33.31],
  [45.83, 32.5],
  [47.14, 31.84],
  [47.44, 31.0],
  [47.78, 30.51],
]
const euphrates: [number, number][] = [
  [41.0, 34.4],
  [42.5, 34.0],
  [43.3, 33.42],
  [44.3, 32.6],
  [45.28, 31.31],
  [46.26, 31.05],
  [47.44, 31.0],
]

/**
 * Displaced people by governorate in the order of their p-codes, IOM DTM Iraq, Master List round 132 (30 April 2024),
 * at the governorate's chief town, degrees east and north.
 */
export const displaced = [
  { east: 43.3, north: 33.42, people: 33_354 },
  { east: 47.78, north: 30.51, people: 4_410 },
  { east: 45.28, north: 31.31, people: 636 },
  { east: 44.33, north: 32.0, people: 6_852 },
  { east: 44.92, north: 31.99, people: 2_256 },
  { east: 45.43, north: 35.56, people: 126_474 },
  { east: 44.42, north: 32.48, people: 16_170 },
  { east: 44.37, north: 33.31, people: 26_532 },
  { east: 42.99, north: 36.87, people: 233_162 },
  { east: 44.65, north: 33.75, people: 42_252 },
  { east: 44.01, north: 36.19, people: 222_865 },
  { east: 44.02, north: 32.62, people: 10_032 },
  { east: 44.39, north: 35.47, people: 92_610 },
  { east: 47.14, north: 31.84, people: 1_242 },
  { east: 43.13, north: 36.34, people: 229_120 },
  { east: 43.68, north: 34.6, people: 44_748 },
  { east: 46.26, north: 31.05, people: 2_046 },
  { east: 45.83, north: 32.5, people: 4_152 },
]
