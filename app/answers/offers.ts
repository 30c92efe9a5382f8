import type { AttendanceStatus } from '#db/schema/invitations.server.ts'
import { answersUntil } from './rules.ts'

const hour = 3_600_000

type Timed = { startsAt: Date; answerBy: Date | null }

/**
 * Until when an offer made now may be taken: so many hours, but not beyond the day on which answers are due, or, once
 * less than an hour is left to it, not beyond the part's beginning. Null when less than an hour is left to that too:
 * nobody can be expected to see it in time.
 */
export function offerEnd(part: Timed & { offerHours: number }, now: Date): Date | null {
  const due = Math.min(answersUntil(part).getTime(), part.startsAt.getTime())
  const limit = [due, part.startsAt.getTime()].find((at) => at - now.getTime() >= hour)
  return limit ? new Date(Math.min(now.getTime() + part.offerHours * hour, limit)) : null
}

type Row = {
  status: AttendanceStatus
  offerUntil: Date | null
  restsSince: Date | null
}

/** Whether an offered seat may still be taken: to the instant, whether or not the worker has looked since. */
export function isOfferOpen(
  { status, offerUntil }: Pick<Row, 'status' | 'offerUntil'>,
  event: { state: string },
  part: { startsAt: Date } | undefined,
  now: Date,
): boolean {
  if (status !== 'offered' || !offerUntil || !part || event.state === 'cancelled') return false
  return now <= offerUntil && now < part.startsAt
}

/** A row as it stands now: whoever let an offer go by waits, though nobody has written that down yet. */
export function asItStands<One extends Row>(
  row: One,
  event: { state: string },
  part: { startsAt: Date } | undefined,
  now: Date,
): One {
  if (row.status !== 'offered' || isOfferOpen(row, event, part, now)) return row
  return { ...row, status: 'waitlisted', restsSince: row.offerUntil ?? now, offerUntil: null }
}
