import type { Listed } from './conference-shape.ts'
import { lengthOf } from './lengths.ts'
import { momentOf, momentOnDay } from './moments.ts'
import type { Remark } from './reading.ts'

const halfAnHour = 1_800_000
const aDay = 86_400_000

/** When an event of a schedule begins and ends; null when that cannot be told. What had to be assumed is remarked. */
export function timesOf(
  { event, day }: Listed,
  zone: string,
): { startsAt: number; endsAt: number; remarks: Remark[] } | null {
  const remarks: Remark[] = []
  // In the drafts of version 2 `start` is the instant itself.
  let startsAt = momentOf(event.date, zone) ?? momentOf(event.start, zone)
  if (startsAt === null) {
    const on = /^\d{4}-\d\d-\d\d$/.test(event.date.trim()) ? { ...day, date: event.date } : day
    startsAt = momentOnDay(on, event.start, zone)
    if (startsAt !== null) remarks.push({ code: 'dayOfFile' })
  }
  if (startsAt === null) return null
  const { length, remark } = lengthFrom(startsAt, momentOf(event.end, zone), lengthOf(event.duration))
  return { startsAt, endsAt: startsAt + length, remarks: remark ? [...remarks, remark] : remarks }
}

/** An item lasts a day at most, and something at least. */
export function lengthFrom(
  startsAt: number,
  end: number | null,
  duration: number | null,
): { length: number; remark: Remark | null } {
  const length = end !== null && end > startsAt ? end - startsAt : duration
  if (length === null) return { length: halfAnHour, remark: { code: 'lengthAssumed' } }
  if (length > aDay) return { length: aDay, remark: { code: 'longerThanADay' } }
  return { length, remark: null }
}
