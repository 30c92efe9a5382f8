import type { Used } from './limits.ts'

/*
 * When messages were taken to be sent, counted by second for the minute's limit and by quarter of an hour for the day's.
 * 160 numbers in one row that all workers share: counting the messages themselves costs more with each that was sent.
 */

type Bucket = [start: number, count: number]
export type Taken = { seconds: Bucket[]; quarters: Bucket[] }

export const nothingTaken: Taken = { seconds: [], quarters: [] }

const second = 1_000
const quarter = 900_000
const minute = 60_000
const day = 86_400_000

/** A bucket counts until its last instant is over, so never fewer come out than were taken. */
export function usedOf({ seconds, quarters }: Taken, now: Date): Used {
  return { minute: sum(seconds, second, minute, now), day: sum(quarters, quarter, day, now) }
}

/** Adds `count` taken at `now`; a negative one gives back what was not sent after all. */
export function withTaken({ seconds, quarters }: Taken, count: number, now: Date): Taken {
  return {
    seconds: add(seconds, second, minute, count, now),
    quarters: add(quarters, quarter, day, count, now),
  }
}

function sum(buckets: readonly Bucket[], width: number, span: number, now: Date): number {
  return recent(buckets, width, span, now).reduce((total, [, count]) => total + count, 0)
}

function add(buckets: readonly Bucket[], width: number, span: number, count: number, now: Date): Bucket[] {
  const start = Math.floor(now.getTime() / width) * width
  const others = recent(buckets, width, span, now).filter(([at]) => at !== start)
  const before = buckets.find(([at]) => at === start)?.[1] ?? 0
  return [...others, [start, Math.max(0, before + count)]]
}

// A clock that was put back would otherwise hold everything up until it has caught up.
function recent(buckets: readonly Bucket[], width: number, span: number, now: Date): Bucket[] {
  const at = now.getTime()
  return buckets.filter(([start]) => start + width > at - span && start <= at + span)
}
