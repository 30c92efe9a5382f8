import { type Language, localizeWithLanguage } from '../../i18n/languages.ts'
import type { AgendaItem, AgendaRole } from '../read.server.ts'
import type { ExportedItem } from './exported.ts'
import { composed, type TextParts } from './texts.ts'

/** What an export carries besides the schedule's own fields, as `ownFields` reads it again. */
export function ownWritten(items: readonly ExportedItem[], language: Language) {
  const rooms = new Map(
    items.flatMap(({ room, item }) => (room && item.room ? [[room, item.room] as const] : [])),
  )
  const tracks = new Map(
    items.flatMap(({ track, item }) => (track && item.track ? [[track, item.track] as const] : [])),
  )
  return {
    language,
    rooms: [...rooms].map(([key, { name, capacity, channels }]) => ({ key, name, capacity, channels })),
    tracks: [...tracks].map(([key, { name, colour }]) => ({ key, name, colour })),
    items: Object.fromEntries(items.map((exported) => [exported.guid, ownItem(exported, language)])),
  }
}

function ownItem({ item, texts }: ExportedItem, language: Language) {
  const title = localizeWithLanguage(item.title, language)
  const abstract = localizeWithLanguage(item.abstract, language)
  return {
    sourceId: item.sourceId,
    kind: item.kind,
    title: without(item.title, title.language),
    titleIn: title.language,
    // What the schedule's own texts say again as they stand need not be said twice.
    abstract:
      composed(texts, 'asIs') === abstract.text ? without(item.abstract, abstract.language) : item.abstract,
    abstractIn: abstract.language,
    seconds: (item.endsAt.getTime() - item.startsAt.getTime()) / 1000,
    spoken: item.spokenLanguages,
    interpreted: item.interpretedLanguages,
    people: item.roles.map(person),
    takesSignUps: item.takesSignUps,
    seats: item.seats,
    ...foreignOf(item, texts),
  }
}

/** Texts that the schedule tells as another system wrote them are not written a second time. */
function foreignOf({ foreign }: AgendaItem, texts: TextParts) {
  const { subtitle, abstract, description, ...rest } = foreign
  const came = { subtitle: subtitle ?? '', abstract: abstract ?? '', description: description ?? '' }
  const isTold = (['subtitle', 'abstract', 'description'] as const).every(
    (name) => came[name] === texts[name],
  )
  const hasTexts = subtitle !== undefined || abstract !== undefined || description !== undefined
  return hasTexts && isTold ? { foreign: rest, foreignTexts: true } : { foreign, foreignTexts: false }
}

function without(text: AgendaItem['title'], language: Language): AgendaItem['title'] {
  return Object.fromEntries(Object.entries(text).filter(([name]) => name !== language))
}

function person({ role, honorific, names, position, organisationName, contribution }: AgendaRole) {
  return { role, honorific, names, position, organisationName, contribution }
}
