type Span = { startsAt: Date; endsAt: Date }

/** So many of what is on, and of what comes, find room on a screen that is read from ten metres. */
export function roomOnScreen(languages: number): number {
  return languages > 1 ? 2 : 3
}

/** Where more is on than that, the screen turns its page, in milliseconds. */
export const turnsEvery = 60_000

/**
 * What a screen shows at a moment: what is on, a page of it at a time, and what comes next. The items are in order of
 * time; what is over is in neither.
 */
export function hallAt<Item extends Span>(items: readonly Item[], at: Date, most: number) {
  const on = items.filter(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
  const pages = Math.max(1, Math.ceil(on.length / most))
  const page = Math.floor(at.getTime() / turnsEvery) % pages
  // The last page is as full as the others, if with some that were on the one before.
  const from = Math.max(0, Math.min(page * most, on.length - most))
  const now = on.slice(from, from + most)
  const next = items.filter(({ startsAt }) => startsAt > at).slice(0, most)
  const shown = new Set([...now, ...next])
  return { now, next, later: items.filter((item) => item.endsAt > at && !shown.has(item)) }
}
