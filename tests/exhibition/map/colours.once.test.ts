import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const [light = '', dark = ''] = readFileSync('app/ui/styles/map.css', 'utf8').split(
  'prefers-color-scheme: dark',
)
const page = readFileSync('app/ui/styles/tokens.css', 'utf8').split('prefers-color-scheme: dark')
const themes = { light: page[0] + light, dark: page[1] + dark }
const steps = [1, 2, 3, 4, 5]

function colour(theme: keyof typeof themes, name: string): number[] {
  const [, hex = ''] = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(themes[theme]) ?? []
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

const linear = (value: number) =>
  value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4

/** Relative luminance (WCAG 2.2): what is left of a colour in grey, in print and to an eye that sees none. */
function luminance(rgb: number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map(linear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: number[], other: number[]): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** As those see it who lack the cones for red or for green (Viénot, Brettel and Mollon, 1999). */
const blindness = {
  protanopia: [0.10889, 0.89111, 0.10889, 0.89111, 0.00447, -0.00447],
  deuteranopia: [0.29031, 0.70969, 0.29031, 0.70969, -0.02197, 0.02197],
}
function seenWith([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: number[], rgb: number[]): number[] {
  const [red = 0, green = 0, blue = 0] = rgb.map(linear)
  const seen = [a * red + b * green, c * red + d * green, e * red + f * green + blue]
  return seen.map((value) => 255 * (1.055 * Math.max(value, 0.0031) ** (1 / 2.4) - 0.055))
}

test.for(['light', 'dark'] as const)('the names are legible on every shade, when it is %s', (theme) => {
  for (const step of steps)
    expect([
      step,
      contrast(colour(theme, `shade-${step}`), colour(theme, `on-shade-${step}`)) >= 4.5,
    ]).toEqual([step, true])
  expect(contrast(colour(theme, 'shade-0'), colour(theme, 'ink'))).toBeGreaterThan(7)
})

test.for(['light', 'dark'] as const)(
  'each shade is told from the next by every eye and in grey, when it is %s',
  (theme) => {
    const shades = steps.map((step) => colour(theme, `shade-${step}`))
    for (const [index, shade] of shades.entries()) {
      const next = shades[index + 1]
      if (!next) continue
      for (const seen of [
        (rgb: number[]) => rgb,
        ...Object.values(blindness).map((kind) => (rgb: number[]) => seenWith(kind, rgb)),
      ])
        expect([index + 1, contrast(seen(shade), seen(next)) > 1.2]).toEqual([index + 1, true])
      // By day darker is more, by night lighter: more stands out from the page.
      expect(luminance(next) < luminance(shade)).toBe(theme === 'light')
    }
  },
)
