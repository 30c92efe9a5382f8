import { createHash } from 'node:crypto'
import { displayName } from '../../directory/names.ts'
import { isoDay } from '../../i18n/format.ts'
import { type Language, type Localized, localize, localizeWithLanguage } from '../../i18n/languages.ts'
import type { AgendaItem, AgendaRole } from '../read.server.ts'
import { isRecord } from './conference-shape.ts'
import { kindOf } from './kinds.ts'
import { clockLength } from './lengths.ts'
import { zonedText } from './moments.ts'
import { isSlug, ofOwnNumber, slugOf, uuidOf } from './public-ids.ts'
import { composed, severalLines, type TextParts } from './texts.ts'

export type ExportedEvent = { id: string; slug: string; name: Localized; zone: string }
export type Site = { appUrl: string; language: Language }

/** An item as a schedule tells it, with every id of it. */
export type ExportedItem = {
  item: AgendaItem
  guid: string
  id: number
  slug: string
  code: string | null
  url: string
  date: string
  start: string
  end: string
  duration: string
  room: string
  title: string
  texts: TextParts
  track: string
  type: string
  language: string
  persons: ExportedPerson[]
}
export type ExportedPerson = { guid: string; name: string; known: Record<string, unknown> }

/**
 * The items of an agenda in one language as a schedule has them. Ids are the same in every export: an item keeps the
 * guid and number its own system gave it, else those follow from its id.
 */
export function exportedItems(
  items: readonly AgendaItem[],
  event: ExportedEvent,
  site: Site,
): ExportedItem[] {
  const numbers = ofOwnNumber(items)
  const taken = { guids: new Set<string>(), slugs: new Set<string>(), codes: new Set<string>() }
  return items.map((item) => {
    const own = guidOf(item)
    const guid = taken.guids.has(own) ? item.id : own
    const id = numbers.get(item.id) ?? 1
    const title = localize(item.title, site.language)
    const slug = once(taken.slugs, said(item, 'slug'), isSlug) ?? slugOf(event.slug, id, title)
    taken.guids.add(guid)
    taken.slugs.add(slug)
    return {
      item,
      ...{ guid, id, slug, title },
      code: once(taken.codes, said(item, 'code'), (code) => /^[0-9A-Z]{6}$/.test(code)),
      url: `${site.appUrl}/${site.language}/${event.slug}/agenda/${isoDay(item.startsAt, event.zone)}#item-${item.id}`,
      ...timesOf(item, event.zone),
      room: localize(item.room?.name, site.language),
      track: localize(item.track?.name, site.language),
      texts: textsOf(item, site.language),
      type: kindOf(said(item, 'type')) === item.kind && said(item, 'type') ? said(item, 'type') : item.kind,
      language: item.spokenLanguages[0] ?? said(item, 'language'),
      persons: personsOf(item, event, site.language),
    }
  })
}

function timesOf({ startsAt, endsAt }: AgendaItem, zone: string) {
  const date = zonedText(startsAt, zone)
  return {
    date,
    start: date.slice(11, 16),
    end: zonedText(endsAt, zone),
    duration: clockLength(endsAt.getTime() - startsAt.getTime()),
  }
}

/** Lower case, as it was read. */
function guidOf({ id, sourceId }: AgendaItem): string {
  return sourceId && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(sourceId) ? sourceId : id
}

function once(taken: Set<string>, value: string, isValid: (value: string) => boolean): string | null {
  if (!value || taken.has(value) || !isValid(value)) return null
  taken.add(value)
  return value
}

function said({ foreign }: AgendaItem, name: string): string {
  const value = foreign[name]
  return typeof value === 'string' ? value : ''
}

/** The three texts as they came, as long as nobody changed here what they say together. */
function textsOf(item: AgendaItem, language: Language): TextParts {
  const { text } = localizeWithLanguage(item.abstract, language)
  const came = {
    subtitle: said(item, 'subtitle'),
    abstract: said(item, 'abstract'),
    description: said(item, 'description'),
  }
  const isUnchanged = text !== '' && composed(came, 'asText') === severalLines(text)
  return isUnchanged ? came : { subtitle: '', abstract: text, description: '' }
}

/** Everybody once, in the order of their first role. */
function personsOf(item: AgendaItem, event: ExportedEvent, language: Language): ExportedPerson[] {
  const known = Array.isArray(item.foreign.persons) ? item.foreign.persons.filter(isRecord) : []
  const byName = new Map<string, ExportedPerson>()
  for (const role of item.roles) {
    const name = displayName(role.names, language)
    if (!name || byName.has(name)) continue
    const { name: _, ...own } = known.find((one) => bears(role, one.name)) ?? {}
    const guid =
      typeof own.guid === 'string' && /^[\da-f-]{36}$/i.test(own.guid) ? own.guid : personGuid(role, event)
    byName.set(name, { guid, name, known: own })
  }
  return [...byName.values()]
}

function bears({ names }: AgendaRole, name: unknown): boolean {
  return names.latin?.full === name || names.arabic?.full === name
}

/** The same person has the same one in all items of an event, and another in every other event. */
function personGuid({ personId, attendeeId, names }: AgendaRole, { id }: ExportedEvent): string {
  const who = personId ?? attendeeId ?? JSON.stringify([names.latin?.full ?? '', names.arabic?.full ?? ''])
  return uuidOf(createHash('sha256').update(`${id} ${who}`).digest())
}

/** The days on which something begins, with what does, in the order of the rooms. */
export function daysOf(items: readonly ExportedItem[]): { date: string; items: ExportedItem[] }[] {
  const byDay = Map.groupBy(items, ({ date }) => date.slice(0, 10))
  return [...byDay].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([date, ofDay]) => ({ date, items: ofDay }))
}
