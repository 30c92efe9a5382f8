import { isoDay } from '#app/i18n/format.ts'

/** `YYYY-MM-DD`; `end` is the day after the last one, as DTEND has it (RFC 5545 §3.6.1). */
export type WholeDays = { first: string; end: string }

/** A reception may end after midnight and is still one evening. */
const longestSitting = 12 * 60 * 60 * 1000

/**
 * The days by which a calendar is told of something over several of them; null for what is told by its hours. With its
 * hours it would fill the nights between as well, and a date for each day would be answered several times.
 */
export function wholeDays(startsAt: Date, endsAt: Date, zone: string): WholeDays | null {
  const [first, last] = [isoDay(startsAt, zone), isoDay(new Date(endsAt.getTime() - 1), zone)]
  if (first === last || endsAt.getTime() - startsAt.getTime() <= longestSitting) return null
  const end = new Date(`${last}T00:00:00Z`)
  end.setUTCDate(end.getUTCDate() + 1)
  return { first, end: end.toISOString().slice(0, 10) }
}
