/** Where an item stands: when, where, and whether in the agenda at all. */
export type Place = { startsAt: Date; endsAt: Date; roomId: string | null; isScheduled: boolean }

type Span = { startsAt: Date; endsAt: Date }

const dayInMs = 24 * 3_600_000

/** The same length from another beginning on. */
export function sameLengthFrom({ startsAt, endsAt }: Span, from: Date): Span {
  return { startsAt: from, endsAt: new Date(from.getTime() + endsAt.getTime() - startsAt.getTime()) }
}

/** An item begins before it ends, and lasts a day at most. */
export function canLast({ startsAt, endsAt }: Span): boolean {
  const length = endsAt.getTime() - startsAt.getTime()
  return length > 0 && length <= dayInMs
}
