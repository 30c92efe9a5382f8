/** The palette of tracks: names, since each is another shade by day and by night. */
export const trackColours = ['blue', 'green', 'amber', 'red', 'violet', 'teal', 'brown', 'grey'] as const
export type TrackColour = (typeof trackColours)[number]

const shades: Record<TrackColour, [number, number, number]> = {
  blue: [37, 99, 235],
  green: [22, 163, 74],
  amber: [217, 119, 6],
  red: [220, 38, 38],
  violet: [124, 58, 237],
  teal: [13, 148, 136],
  brown: [133, 77, 14],
  grey: [107, 114, 128],
}

export function isTrackColour(value: unknown): value is TrackColour {
  return trackColours.includes(value as TrackColour)
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
export function hexOf(colour: string): string | null {
  if (!isTrackColour(colour)) return null
  return `#${shades[colour].map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
