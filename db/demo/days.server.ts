import { isoDay } from '../../app/i18n/format.ts'
import { instantFromLocal } from '../../app/i18n/zoned.ts'
import { office } from './event.server.ts'

/** Noon in Baghdad is the same day all over the world that reads this demo. */
const dayMs = 86_400_000
const tuesday = 2

/** The days of the demo, all seen from `now`: what has happened by then, and when the event is. */
export function demoDays(now: Date) {
  const today = isoDay(now, office.zone)
  const meeting = firstTuesdayFrom(after(today, 18))
  return {
    now,
    meeting,
    /** The exhibition opens with the meeting and stays for another day. */
    exhibitionEnd: after(meeting, 1),
    visit: after(meeting, 2),
    answerBy: at(after(meeting, -7), '23:59'),
    at,
    /** A working hour so many days ago; today's is a moment ago, so that nothing lies in the future. */
    ago: (days: number, time: string) =>
      days === 0 ? new Date(now.getTime() - 30 * 60_000) : at(after(today, -days), time),
  }
}

export type DemoDays = ReturnType<typeof demoDays>

function at(day: string, time: string): Date {
  const instant = instantFromLocal(`${day}T${time}`, office.zone)
  if (!instant) throw new Error(`No such time: ${day} ${time}`)
  return instant
}

/** The day so many days after another, or before it. */
export function after(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** In Iraq one works from Sunday to Thursday, so meeting, second day and visit all fit into the week. */
function firstTuesdayFrom(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return after(day, (tuesday - weekday + 7) % 7)
}
