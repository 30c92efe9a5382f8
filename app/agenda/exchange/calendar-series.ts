import ICAL from 'ical.js'
import { type Clock, type Clocks, isUtc, localText, onClock } from './calendar-times.ts'

/** The most dates of one series, and for how long after its first they are taken. */
const most = 500
const twoYears = 2 * 366 * 86_400

export type Occurrence = {
  component: ICAL.Component
  start: ICAL.Time
  end: ICAL.Time | null
  /** Which of its series it is, as a part of its id; empty where there is no series. */
  which: string
  isCut: boolean
}

/**
 * The dates of an event: one, or those of its series within bounds, with what is changed for single ones of them
 * (RFC 5545 §3.8.4.4, §3.8.5).
 */
export function occurrencesOf(
  master: ICAL.Component,
  changed: readonly ICAL.Component[],
  clocks: Clocks,
): Occurrence[] {
  const clock = clocks.of(master.getFirstProperty('dtstart'))
  if (hasClock(master)) for (const component of [master, ...changed]) putOnClock(component, clock)
  const event = new ICAL.Event(master, { strictExceptions: false, exceptions: [...changed] })
  if (!event.startDate) return []
  if (!event.isRecurring()) return [single(master), ...changed.map((one) => single(one, one))]
  return series(event)
}

function single(component: ICAL.Component, changed?: ICAL.Component): Occurrence {
  const event = new ICAL.Event(component)
  const which = changed ? stampOf(changed.getFirstPropertyValue('recurrence-id')) : ''
  return { component, start: event.startDate, end: endOf(component, event), which, isCut: false }
}

function series(event: ICAL.Event): Occurrence[] {
  const found: Occurrence[] = []
  const iterator = event.iterator()
  const first = event.startDate
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (found.length >= most || next.subtractDate(first).toSeconds() > twoYears) {
      const last = found.at(-1)
      if (last) last.isCut = true
      break
    }
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    found.push({
      component: item.component,
      start: startDate,
      end: endDate,
      which: stampOf(next),
      isCut: false,
    })
  }
  return found
}

function endOf(component: ICAL.Component, event: ICAL.Event): ICAL.Time | null {
  const hasEnd = ['dtend', 'duration'].some((name) => component.hasProperty(name))
  return hasEnd || event.startDate?.isDate ? event.endDate : null
}

function stampOf(value: unknown): string {
  return value instanceof ICAL.Time ? localText(value) : ''
}

/** Whether a series goes by the clock of some place, rather than by days or UTC. */
function hasClock(master: ICAL.Component): boolean {
  const start = master.getFirstPropertyValue('dtstart')
  return start instanceof ICAL.Time && !start.isDate && !isUtc(start)
}

/** Bounds and exceptions are often in UTC where the series is not; compared as they stand, its last date would be lost. */
function putOnClock(component: ICAL.Component, clock: Clock): void {
  for (const property of component.getAllProperties('rrule')) {
    const rule = property.getFirstValue()
    if (rule instanceof ICAL.Recur && rule.until) {
      rule.until = onClock(rule.until, clock)
      property.setValue(rule)
    }
  }
  for (const name of ['exdate', 'rdate', 'recurrence-id']) {
    for (const property of component.getAllProperties(name)) {
      const times = property
        .getValues()
        .map((value) => (value instanceof ICAL.Time ? onClock(value, clock) : value))
      if (property.isMultiValue) property.setValues(times)
      else if (times[0]) property.setValue(times[0])
    }
  }
}
