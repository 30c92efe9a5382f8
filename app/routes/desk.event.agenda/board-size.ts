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
