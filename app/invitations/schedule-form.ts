import { z } from 'zod'
import type { MailingSchedule } from '#db/schema/mail.server.ts'

/** How a letter's time is chosen: by whoever sends it, on a fixed day, or counted from something of the event. */
export const scheduleChoices = ['asked', 'clock', 'counted'] as const

const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'invalid')

/** The fields of a letter's form that say when it goes. `anchor` is `end`, `start:{part}` or `deadline:{part}`. */
export const scheduleFields = {
  when: z.enum(scheduleChoices),
  at: localTime.optional(),
  days: z.coerce.number<string | undefined>().int('number').min(0, 'number').max(365, 'number').default(3),
  direction: z.enum(['before', 'after']).default('before'),
  anchor: z.string().max(80).optional(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'invalid')
    .default('09:00'),
}

type Given = z.output<z.ZodObject<typeof scheduleFields>>

/** What the fields say: a schedule, none, or that something is missing (the name of its field). */
export function scheduleFrom(given: Given): MailingSchedule | null | { missing: 'at' | 'anchor' } {
  const { when, at, days, direction, anchor = '', time } = given
  if (when === 'asked') return null
  if (when === 'clock') return at ? { from: 'clock', at } : { missing: 'at' }
  const [what, partId] = anchor.split(':')
  const counted = { days: direction === 'before' ? -days : days, time }
  if (what === 'end') return { from: 'eventEnd', ...counted }
  if (what === 'start' && partId) return { from: 'partStart', partId, ...counted }
  if (what === 'deadline' && partId) return { from: 'partDeadline', partId, ...counted }
  return { missing: 'anchor' }
}

/** The fields as they stand for a schedule. */
export function scheduleValues(schedule: MailingSchedule | null) {
  const usual = {
    when: 'asked',
    at: undefined,
    days: '3',
    direction: 'before',
    anchor: undefined,
    time: '09:00',
  }
  if (!schedule) return usual
  if (schedule.from === 'clock') return { ...usual, when: 'clock', at: schedule.at }
  const { days, time } = schedule
  return {
    ...usual,
    when: 'counted',
    days: String(Math.abs(days)),
    direction: days > 0 ? 'after' : 'before',
    anchor: anchorValue(schedule),
    time,
  }
}

/** How a choice of what to count from is named in the form. */
export function anchorValue(schedule: Exclude<MailingSchedule, { from: 'clock' }>): string {
  if (schedule.from === 'eventEnd') return 'end'
  return `${schedule.from === 'partStart' ? 'start' : 'deadline'}:${schedule.partId}`
}
