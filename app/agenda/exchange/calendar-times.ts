import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { momentOf } from './moments.ts'
import type { Remark } from './reading.ts'
import { knownZone } from './zones.ts'

/** Where the clock of a calendar's times stands. */
export type Clock = {
  zone: string | null
  /** The file's own description of a zone whose name says nothing to us (RFC 5545 §3.6.5). */
  described: ICAL.Timezone | null
  remarks: Remark[]
}
export type Clocks = {
  of(property: ICAL.Property | null): Clock
}

/** The clocks of a calendar: zones by their names, else as the file describes them, else the event's own. */
export function calendarClocks(zones: readonly string[], otherwise: string): Clocks {
  const described = new Map(zones.flatMap(describedZone))
  const known = new Map<string, Clock>()
  const find = (name: string): Clock => {
    const zone = knownZone(name)
    if (zone) return { zone, described: null, remarks: [] }
    const own = described.get(name)
    if (own) return { zone: null, described: own, remarks: [] }
    return { zone: otherwise, described: null, remarks: [{ code: 'zoneUnknown', detail: name.slice(0, 60) }] }
  }
  return {
    of(property) {
      const name = property?.getFirstParameter('tzid') ?? ''
      if (!name) return { zone: otherwise, described: null, remarks: [] }
      const clock = known.get(name) ?? find(name)
      known.set(name, clock)
      return clock
    },
  }
}

function describedZone(block: string): [string, ICAL.Timezone][] {
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(block)))
    return zone.tzid ? [[zone.tzid, zone]] : []
  } catch {
    return []
  }
}

/** The instant of a calendar's time on this clock; a date alone begins at midnight. Null when there is no such time. */
export function instantOf(time: ICAL.Time, clock: Clock): number | null {
  if (isUtc(time)) return momentOf(`${localText(time)}Z`, 'UTC')
  if (!clock.described) return momentOf(localText(time), clock.zone ?? 'UTC')
  const at = momentOf(`${localText(time)}Z`, 'UTC')
  return at === null ? null : at - clock.described.utcOffset(time) * 1000
}

/** A time in UTC as its clock shows it, so that it can be compared with the others of its series. */
export function onClock(time: ICAL.Time, clock: Clock): ICAL.Time {
  if (!isUtc(time) || !clock.zone) return time
  const local = Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toZonedDateTimeISO(
    clock.zone,
  )
  const { year, month, day, hour, minute, second } = local
  return ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false })
}

export function isUtc(time: ICAL.Time): boolean {
  return time.zone?.tzid === 'UTC'
}

/** `2026-12-14T09:00:00`. */
export function localText(time: ICAL.Time): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`
  return time.isDate
    ? `${date}T00:00:00`
    : `${date}T${two(time.hour)}:${two(time.minute)}:${two(time.second)}`
}
