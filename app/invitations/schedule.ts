import { dayInZone, instantFromLocal } from '#app/i18n/zoned.ts'
import type { MailingSchedule } from '#db/schema/mail.server.ts'

export type ScheduleEvent = {
  zone: string
  parts: readonly { id: string; startsAt: Date; endsAt: Date; answerBy: Date | null }[]
}

/**
 * When a scheduled letter goes: wall-clock times are the event's own, so a change of clocks moves nothing, and an hour
 * that a change of clocks skips becomes the next. Null when what it counts from is not there.
 */
export function dueAtOf(schedule: MailingSchedule, event: ScheduleEvent): Date | null {
  if (schedule.from === 'clock') return instantFromLocal(schedule.at, event.zone)
  const anchor = anchorOf(schedule, event)
  if (!anchor) return null
  return instantFromLocal(`${dayInZone(anchor, event.zone, schedule.days)}T${schedule.time}`, event.zone)
}

function anchorOf(
  schedule: Exclude<MailingSchedule, { from: 'clock' }>,
  { parts }: ScheduleEvent,
): Date | null {
  if (schedule.from === 'eventEnd') {
    const ends = parts.map(({ endsAt }) => endsAt.getTime())
    return ends.length ? new Date(Math.max(...ends)) : null
  }
  const part = parts.find(({ id }) => id === schedule.partId)
  if (!part) return null
  return schedule.from === 'partStart' ? part.startsAt : (part.answerBy ?? part.startsAt)
}

/** Why a letter cannot be scheduled so; null when it can. */
export function refuseSchedule(
  schedule: MailingSchedule | null | undefined,
  event: ScheduleEvent,
  now: Date,
): 'past' | 'noSuchPart' | null {
  if (!schedule) return null
  const due = dueAtOf(schedule, event)
  if (!due) return 'noSuchPart'
  return due <= now ? 'past' : null
}

const hourMs = 3_600_000

/**
 * Whether a letter that was due then is too late to go by itself: a server that was away over the night sends what the
 * night held, but not what belongs to another day.
 */
export function isTooLate(due: Date, now: Date): boolean {
  return now.getTime() - due.getTime() > 12 * hourMs
}

/** Days before an answer deadline on which reminders are proposed. */
const usualDays = [7, 3] as const
const usualTime = '09:00'

/** The reminders that an event's deadlines suggest: a week and three days before, as far as those are still to come. */
export function proposedReminders(event: ScheduleEvent, now: Date) {
  return event.parts
    .filter(({ answerBy }) => answerBy !== null)
    .flatMap(({ id: partId }) =>
      usualDays.map((days) => ({ from: 'partDeadline' as const, partId, days: -days, time: usualTime })),
    )
    .filter((schedule) => !refuseSchedule(schedule, event, now))
}

/** Whether two schedules say the same. */
export function isSameSchedule(a: MailingSchedule | null, b: MailingSchedule | null): boolean {
  const sorted = (schedule: MailingSchedule | null) => JSON.stringify(Object.entries(schedule ?? {}).sort())
  return sorted(a) === sorted(b)
}
