import { Temporal } from 'temporal-polyfill'
import { instantFromLocal } from '../../i18n/zoned.ts'

/** Other centuries are a slip, and not every database knows them. */
const bounds = [Date.UTC(2000, 0), Date.UTC(3000, 0)] as const

/** An instant from `2026-12-14T09:00:00+03:00`, or without an offset in `zone`; a space may stand for the T. */
export function momentOf(text: string, zone: string): number | null {
  const given = text.trim().replace(/^(\d{4}-\d\d-\d\d) +(?=\d)/, '$1T')
  const parts = /^(\d{4}-\d\d-\d\d)T(\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(
    given,
  )
  if (!parts) return null
  const [, day = '', clock = '', offset] = parts
  const local = `${day}T${clock.padStart(clock.length % 3 === 1 ? clock.length + 1 : clock.length, '0')}`
  const at = offset ? Date.parse(`${local}${wholeOffset(offset)}`) : instantFromLocal(local, zone)?.getTime()
  return at !== undefined && at >= bounds[0] && at < bounds[1] ? at : null
}

/** Whether a date says how far from UTC it is. */
export function saysOffset(text: string): boolean {
  return /(?:Z|[+-]\d\d(?::?\d\d)?)\s*$/i.test(text.trim().slice(10))
}

function wholeOffset(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z'
  const [, sign = '+', hours = '00', minutes = '00'] = /([+-])(\d\d):?(\d\d)?/.exec(offset) ?? []
  return `${sign}${hours}:${minutes}`
}

/**
 * When something begins that tells its clock time only, on a day of a schedule. A day goes on after midnight: what
 * begins before the hour at which the day began (`04:00`) is of the next date.
 */
export function momentOnDay(
  day: { date: string; start: string },
  clock: string,
  zone: string,
): number | null {
  const time = /^(\d{1,2}):(\d\d)/.exec(clock.trim())
  const date = /^\d{4}-\d\d-\d\d/.exec(day.date.trim() || day.start.trim())?.[0]
  if (!time || !date) return null
  const hour = String(time[1]).padStart(2, '0')
  const opensAt = /T(\d\d:\d\d)/.exec(day.start)?.[1] ?? '04:00'
  const isAfterMidnight = `${hour}:${time[2]}` < opensAt
  const on = isAfterMidnight ? nextDate(date) : date
  return on === null ? null : momentOf(`${on}T${hour}:${time[2]}`, zone)
}

function nextDate(date: string): string | null {
  try {
    return Temporal.PlainDate.from(date).add({ days: 1 }).toString()
  } catch {
    return null
  }
}

/** `2026-12-14T09:00:00+03:00`: the instant as a clock in the zone shows it, with its offset (RFC 3339). */
export function zonedText(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
