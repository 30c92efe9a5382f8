import { type TrackColour, trackColour, trackColours } from './tracks.ts'

/** As the light programme shows them, for systems that want a number. */
const shades: Record<TrackColour, [number, number, number]> = {
  teal: [0x0b, 0x55, 0x63],
  blue: [0x1d, 0x4a, 0x8f],
  violet: [0x5b, 0x3a, 0x94],
  rose: [0x96, 0x26, 0x4f],
  amber: [0x7a, 0x4a, 0x05],
  green: [0x1d, 0x6b, 0x3c],
}

/** The palette's colour nearest to `#rrggbb`; null for what is no colour. */
export function nearestColour(hex: string): TrackColour | null {
  const digits = /^#([\da-f]{6})$/i.exec(hex.trim())?.[1]
  if (!digits) return null
  const given = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16))
  const distance = (colour: TrackColour) =>
    shades[colour].reduce((sum, part, at) => sum + (part - (given[at] ?? 0)) ** 2, 0)
  return trackColours.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}

/** `#rrggbb` for other systems. */
export function hexOf(colour: string): string {
  return `#${shades[trackColour(colour)].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
