import { Temporal } from 'temporal-polyfill'

/** The instant of a wall-clock time as `<input type="datetime-local">` sends it, in the zone; null when it is none. */
export function instantFromLocal(local: string, zone: string): Date | null {
  try {
    return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds)
  } catch {
    return null
  }
}

/** The instant as `<input type="datetime-local">` wants it, `YYYY-MM-DDTHH:mm` in the zone. */
export function localFromInstant(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/** Whether the platform knows this IANA zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The day of an instant in the zone, or so many days later, as `YYYY-MM-DD`. */
export function dayInZone(at: Date, zone: string, days = 0): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days })
    .toString()
}
