import { createHash } from 'node:crypto'
import { localize } from '../../i18n/languages.ts'
import type { AgendaItem } from '../read.server.ts'
import { hexOf } from '../track-colours.ts'
import { isRecord } from './conference-shape.ts'
import {
  daysOf,
  type ExportedEvent,
  type ExportedItem,
  type ExportedPerson,
  exportedItems,
  type Site,
} from './exported.ts'
import { ownWritten } from './own-written.ts'
import { acronymOf, uuidOf } from './public-ids.ts'

export type Released = { event: ExportedEvent; items: readonly AgendaItem[]; version: string }

/**
 * The agenda as `schedule.json` (c3voc, version 1) in one language. What that format cannot say stands in
 * `schedule.majlis`, so that reading the file again loses nothing.
 */
export function scheduleJson({ event, items, version }: Released, site: Site): string {
  const exported = exportedItems(items, event, site)
  const days = daysOf(exported)
  const title = localize(event.name, site.language)
  return JSON.stringify({
    generator: { name: 'Majlis', url: site.appUrl },
    schedule: {
      version,
      base_url: `${site.appUrl}/`,
      conference: {
        acronym: acronymOf(event.slug),
        title,
        start: days[0]?.date ?? '',
        end: days.at(-1)?.date ?? '',
        daysCount: days.length,
        timeslot_duration: '00:05',
        // The schema knows no zone of another form, such as `Etc/GMT+3`.
        ...(/^(?:[A-Z][a-z]+\/[A-Z][a-z]+|UTC$)/.test(event.zone) && { time_zone_name: event.zone }),
        url: `${site.appUrl}/${site.language}/${event.slug}/agenda`,
        rooms: roomsOf(exported, event),
        tracks: tracksOf(exported),
        days: days.map(({ date, items: ofDay }, at) => ({
          index: at + 1,
          date,
          day_start: earliest(ofDay),
          day_end: latest(ofDay),
          rooms: Object.fromEntries(
            [...Map.groupBy(ofDay, ({ room }) => room)].map(([room, there]) => [room, there.map(eventOf)]),
          ),
        })),
      },
      majlis: ownWritten(exported, site.language),
    },
  })
}

export function earliest(items: readonly ExportedItem[]): string {
  return items.reduce((first, one) => (one.item.startsAt < first.item.startsAt ? one : first)).date
}

export function latest(items: readonly ExportedItem[]): string {
  return items.reduce((last, one) => (one.item.endsAt > last.item.endsAt ? one : last)).end
}

function roomsOf(items: readonly ExportedItem[], event: ExportedEvent) {
  const byName = new Map(items.flatMap(({ room, item }) => (item.room ? [[room, item.room] as const] : [])))
  return [...byName].map(([name, { id, capacity }]) => ({ name, guid: roomGuid(event, id), capacity }))
}

/** Rooms made by an import have ids of ours; released ones may not be UUIDs for ever. */
export function roomGuid(event: ExportedEvent, id: string): string {
  return uuidOf(createHash('sha256').update(`${event.id} ${id}`).digest())
}

function tracksOf(items: readonly ExportedItem[]) {
  const byName = new Map(
    items.flatMap(({ track, item }) => (item.track ? [[track, item.track] as const] : [])),
  )
  return [...byName].map(([name, { colour }]) => ({ name, color: hexOf(colour) }))
}

function eventOf(exported: ExportedItem) {
  const { guid, id, code, slug, url, date, start, end, duration, room, title, texts, track, type, language } =
    exported
  const { foreign } = exported.item
  return {
    guid,
    ...(code && { code }),
    id,
    ...{ date, start, end, duration, room, slug, url, title },
    ...texts,
    ...{ track, type, language },
    ...texted(foreign, ['logo', 'recording_license']),
    ...(typeof foreign.do_not_record === 'boolean' && { do_not_record: foreign.do_not_record }),
    ...webbed(foreign, ['feedback_url', 'origin_url']),
    persons: exported.persons.map(personOf),
    links: linksOf(foreign.links),
    attachments: linksOf(foreign.attachments),
  }
}

/** The schema has two kinds of persons and takes nobody for both: one of frab has a number, one of pretalx a name. */
function personOf({ guid, name, known }: ExportedPerson) {
  const { id, code, ...rest } = known
  const shared = {
    ...texted(rest, ['biography']),
    ...webbed(rest, ['avatar', 'url']),
    guid,
    public_name: name,
  }
  const number = Number(id)
  if (Number.isSafeInteger(number) && number > 0 && !code) return { id: number, ...shared }
  return { ...(typeof code === 'string' && /^[A-Z0-9]+$/.test(code) && { code }), name, ...shared }
}

const kinds = ['slides', 'paper', 'web', 'blog', 'article', 'media', 'related', 'activitypub']

/** What is a link at all: an address of the web. */
export function linksOf(given: unknown): { url: string; title?: string; type?: string }[] {
  return (Array.isArray(given) ? given : []).filter(isRecord).flatMap(({ url, title, type }) => {
    if (!isWebAddress(url)) return []
    return [
      {
        url,
        ...(typeof title === 'string' && { title }),
        ...(typeof type === 'string' && kinds.includes(type) && { type }),
      },
    ]
  })
}

export function isWebAddress(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^https?:\/\/[!-~]+$/.test(value) &&
    !/[<>"{}|\\^`]/.test(value) &&
    URL.canParse(value)
  )
}

function texted(from: Record<string, unknown>, names: readonly string[]) {
  return picked(from, names, (value) => typeof value === 'string')
}

function webbed(from: Record<string, unknown>, names: readonly string[]) {
  return picked(from, names, isWebAddress)
}

function picked(from: Record<string, unknown>, names: readonly string[], fits: (value: unknown) => boolean) {
  return Object.fromEntries(names.flatMap((name) => (fits(from[name]) ? [[name, from[name]]] : [])))
}
