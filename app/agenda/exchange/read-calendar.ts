import ICAL from 'ical.js'
import { isArabicScript, likelyLanguage } from '../../directory/names.ts'
import type { Language } from '../../i18n/languages.ts'
import { calendarBlocks } from './calendar-blocks.ts'
import { type Occurrence, occurrencesOf } from './calendar-series.ts'
import { type Clock, type Clocks, calendarClocks, instantOf, isUtc } from './calendar-times.ts'
import { keptForeign } from './foreign.ts'
import { identified, type Unidentified } from './identity.ts'
import { kindOf } from './kinds.ts'
import {
  type LeftOut,
  longest,
  type Note,
  type ReadFor,
  type ReadPerson,
  type ReadSchedule,
  type Remark,
} from './reading.ts'
import {
  cutTo,
  isAddress,
  isHtml,
  languageOf,
  linesOfHtml,
  namesOf,
  oneLineOf,
  severalLines,
  withinLimits,
} from './texts.ts'
import { lengthFrom } from './times.ts'
import { knownZone } from './zones.ts'

type Found = {
  items: Unidentified[]
  leftOut: LeftOut[]
  cancelled: string[]
  guests: number
  floating: boolean
}

/** The events of a calendar file (RFC 5545) as items; null when it is no calendar. */
export function readCalendar(text: string, readFor: ReadFor): ReadSchedule | null {
  const blocks = calendarBlocks(text)
  if (!blocks) return null
  const zone = knownZone(blocks.properties.get('X-WR-TIMEZONE') ?? '') ?? readFor.zone
  const clocks = calendarClocks(blocks.zones, zone)
  const isCancelling = blocks.properties.get('METHOD')?.toUpperCase() === 'CANCEL'
  const { components, broken } = parsed(blocks.events)
  const found: Found = { items: [], leftOut: [], cancelled: [], guests: 0, floating: false }
  for (const [master, changed] of grouped(components))
    readEvent(master, changed, { clocks, readFor, isCancelling, found })
  const damaged = Array.from({ length: broken + blocks.broken }, () => ({
    name: '',
    reason: 'damaged' as const,
  }))
  const { items, twice } = identified(found.items)
  const name = blocks.properties.get('X-WR-CALNAME') ?? blocks.properties.get('NAME') ?? ''
  return {
    format: 'ics',
    source: oneLineOf(name.replace(/\\(.)/g, '$1')).slice(0, 200),
    version: '',
    items,
    rooms: [],
    tracks: [],
    leftOut: [...found.leftOut, ...twice, ...damaged],
    notes: notesOf(found, { zone, readFor }),
    cancelled: found.cancelled,
  }
}

function parsed(events: readonly string[]): { components: ICAL.Component[]; broken: number } {
  const components: ICAL.Component[] = []
  let broken = 0
  for (const block of events) {
    try {
      components.push(new ICAL.Component(ICAL.parse(block)))
    } catch {
      broken++
    }
  }
  return { components, broken }
}

/** Each event with the changed dates of its series. Of several versions of one event the latest counts. */
function grouped(components: readonly ICAL.Component[]): [ICAL.Component, ICAL.Component[]][] {
  const byId = Map.groupBy(components, (component) => said(component, 'uid') || component)
  return [...byId.values()].flatMap((same): [ICAL.Component, ICAL.Component[]][] => {
    const [changed, masters] = [same.filter(isChange), same.filter((one) => !isChange(one))]
    const latest = Math.max(...masters.map(sequenceOf))
    const standing = masters.filter((one) => sequenceOf(one) === latest)
    const [first, ...others] = standing.length ? standing : changed
    if (!first) return []
    return [
      [first, standing.length ? changed : []],
      ...others.map((one): [ICAL.Component, ICAL.Component[]] => [one, []]),
    ]
  })
}

const isChange = (component: ICAL.Component) => component.hasProperty('recurrence-id')
const sequenceOf = (component: ICAL.Component) => Number(said(component, 'sequence')) || 0

type Reading = { clocks: Clocks; readFor: ReadFor; isCancelling: boolean; found: Found }

function readEvent(master: ICAL.Component, changed: ICAL.Component[], reading: Reading): void {
  const { found, clocks } = reading
  const clock = clocks.of(master.getFirstProperty('dtstart'))
  try {
    const dates = occurrencesOf(master, changed, clocks)
    if (!dates.length) found.leftOut.push({ name: titleOf(master), reason: 'noTime' })
    for (const date of dates) readDate(date, clock, reading)
  } catch {
    found.leftOut.push({ name: titleOf(master), reason: 'damaged' })
  }
}

function readDate(date: Occurrence, clock: Clock, { found, readFor, isCancelling }: Reading): void {
  const { component, which } = date
  const uid = said(component, 'uid')
  const id = which && uid ? `${uid}/${which}` : uid
  const leaveOut = (reason: LeftOut['reason']) => found.leftOut.push({ name: titleOf(component), reason })
  if (isCancelling || said(component, 'status').toUpperCase() === 'CANCELLED') {
    found.cancelled.push(id)
    return void leaveOut('cancelled')
  }
  if (/^(?:PRIVATE|CONFIDENTIAL)$/i.test(said(component, 'class'))) return void leaveOut('private')
  const times = timesOf(date, clock)
  if (!times) return void leaveOut('noTime')
  const { people, guests } = chairsOf(component)
  found.guests += guests
  found.floating ||= !isUtc(date.start) && !component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
  found.items.push({
    ids: { guid: id, id: '', code: '', link: '' },
    item: itemOf(component, { ...times, people }, readFor),
  })
}

type Times = { startsAt: number; endsAt: number; remarks: Remark[] }

function timesOf({ start, end, isCut }: Occurrence, clock: Clock): Times | null {
  const startsAt = instantOf(start, clock)
  if (startsAt === null) return null
  const { length, remark } = lengthFrom(startsAt, end && instantOf(end, clock), null)
  return {
    startsAt,
    endsAt: startsAt + length,
    remarks: [
      ...clock.remarks,
      ...(start.isDate ? [{ code: 'allDay' as const }] : []),
      ...(remark ? [remark] : []),
      ...(isCut ? [{ code: 'seriesCut' as const }] : []),
    ],
  }
}

function itemOf(
  component: ICAL.Component,
  times: Times & { people: ReadPerson[] },
  { languages }: ReadFor,
): Unidentified['item'] {
  const name = titleOf(component)
  const slot = slotOf(component, languages)
  const given = said(component, 'description')
  const text = isHtml(given) ? linesOfHtml(given) : severalLines(given)
  const fitting = withinLimits(name || '–', text)
  const categories = component.getAllProperties('categories').flatMap((one) => one.getValues().map(String))
  const place = oneLineOf(said(component, 'location'))
  const status = said(component, 'status')
  const kept = keptForeign({ url: said(component, 'url'), categories, ...(status && { status }) })
  return {
    kind: kindOf(categories.join(' ')),
    title: { [slot]: fitting.title },
    abstract: fitting.text ? { [slot]: fitting.text } : {},
    startsAt: times.startsAt,
    endsAt: times.endsAt,
    room: cutTo(place, longest.room),
    track: cutTo(oneLineOf(categories[0] ?? ''), longest.room),
    spokenLanguages: [],
    interpretedLanguages: [],
    people: times.people,
    takesSignUps: false,
    seats: null,
    foreign: kept.foreign,
    remarks: [
      ...times.remarks,
      ...fitting.remarks,
      ...(name ? [] : [{ code: 'titleMissing' as const }]),
      ...(text !== severalLines(given) ? [{ code: 'html' as const }] : []),
      ...(place.length > longest.room ? [{ code: 'nameCut' as const, detail: cutTo(place, 60) }] : []),
      ...kept.remarks,
    ],
  }
}

function slotOf(component: ICAL.Component, languages: readonly Language[]): Language {
  const stated = languageOf(component.getFirstProperty('summary')?.getFirstParameter('language') ?? '')
  const title = titleOf(component)
  if (stated) return stated
  return isArabicScript(title) ? likelyLanguage(title, null) : (languages[0] ?? 'en')
}

/** Who chairs is named by an agenda; who is merely invited is not, and nobody's address is taken. */
function chairsOf(component: ICAL.Component): { people: ReadPerson[]; guests: number } {
  const invited = component.getAllProperties('attendee')
  const chairs = invited.filter((one) => one.getFirstParameter('role')?.toUpperCase() === 'CHAIR')
  const people = chairs.flatMap((chair): ReadPerson[] => {
    const name = cutTo(oneLineOf(chair.getFirstParameter('cn') ?? ''), longest.name)
    if (!name || isAddress(name)) return []
    const nothing = { honorific: {}, position: {}, organisationName: {}, contribution: {} }
    return [{ role: 'chair', names: namesOf(name), ...nothing }]
  })
  return { people, guests: invited.length - chairs.length }
}

function titleOf(component: ICAL.Component): string {
  return oneLineOf(said(component, 'summary'))
}

function said(component: ICAL.Component, name: string): string {
  return component.getFirstPropertyValue(name)?.toString() ?? ''
}

function notesOf({ guests, floating }: Found, { zone, readFor }: { zone: string; readFor: ReadFor }): Note[] {
  return [
    ...(zone !== readFor.zone ? [{ code: 'zoneOther' as const, detail: zone }] : []),
    ...(floating ? [{ code: 'zoneAssumed' as const, detail: zone }] : []),
    ...(guests > 0 ? [{ code: 'guestsLeft' as const }] : []),
  ]
}
