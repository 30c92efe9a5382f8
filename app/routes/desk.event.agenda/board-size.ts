import type { Shown } from '#app/agenda/board.ts'

/** Pixels of a minute and of a room's column: five minutes are eight pixels, a quarter of an hour holds a line. */
export const minutePx = 1.6
export const columnPx = 184
export const timesPx = 60

const minute = 60_000

export function topOf(at: number, hours: Shown): number {
  return ((at - hours.startsAt) / minute) * minutePx
}

export function minutesIn(pixels: number): number {
  return pixels / minutePx
}

type Measure =
  | 'inline-size'
  | 'block-size'
  | 'inset-inline-start'
  | 'inset-block-start'
  | 'padding-inline-start'

/**
 * Measures in pixels for an element, as its `ref`. Set one by one by script: a style attribute in the page itself is
 * refused by the page's policy, and nothing here is drawn without script.
 */
export function sized(measures: Partial<Record<Measure, number>>) {
  return (element: HTMLElement | null) => {
    for (const [name, pixels] of Object.entries(measures)) element?.style.setProperty(name, `${pixels}px`)
  }
}
