import { displayName } from '../../directory/names.ts'
import type { Language } from '../../i18n/languages.ts'
import { nameOf, type SaidEvent } from './conference-shape.ts'
import { clockLength, lengthOf } from './lengths.ts'
import type { OwnItem } from './own-fields.ts'
import type { ReadItem, ReadPerson } from './reading.ts'
import { textParts } from './said-texts.ts'
import { composed, oneLineOf } from './texts.ts'

type Item = Omit<ReadItem, 'sourceId'>

/**
 * An item of an export of ours, with all that the schedule's own fields cannot say. Where somebody changed those fields
 * since, they count.
 */
export function withOwn(
  item: Item,
  { own, event, language }: { own: OwnItem; event: SaidEvent; language: Language },
): Item {
  const { title, titleIn, abstract, abstractIn, spoken, interpreted, kind, takesSignUps, seats } = own
  return {
    ...item,
    kind,
    title: { ...title, [titleIn]: oneLineOf(nameOf(event.title)) || (title[titleIn] ?? '') },
    abstract: withoutEmpty({ ...abstract, [abstractIn]: abstractOf(event, own) }),
    endsAt: item.startsAt + lengthAt(item, own, event),
    spokenLanguages: spoken,
    interpretedLanguages: interpreted,
    people: peopleOf(item.people, own, language),
    takesSignUps,
    seats,
    foreign: own.foreignTexts ? { ...own.foreign, ...toldTexts(event) } : own.foreign,
    remarks: item.remarks.filter(({ code }) => !quiet.has(code)),
  }
}

/** Of what an export of ours says by itself. */
const quiet = new Set(['languageUnknown', 'html', 'textCut', 'titleMissing', 'addressLeft', 'nameMissing'])

function toldTexts(event: SaidEvent): Record<string, string> {
  return Object.fromEntries(Object.entries(textParts(event, nameOf)).filter(([, text]) => text))
}

function abstractOf(event: SaidEvent, { abstract, abstractIn }: OwnItem): string {
  const parts = textParts(event, nameOf)
  const [read, asIs] = [composed(parts, 'asText'), composed(parts, 'asIs')]
  const kept = abstract[abstractIn]
  if (kept === undefined) return asIs
  return kept === read || kept === asIs ? kept : read
}

/** A schedule's lengths are of whole minutes. */
function lengthAt(item: Item, { seconds }: OwnItem, event: SaidEvent): number {
  const [said, ours] = [item.endsAt - item.startsAt, seconds * 1000]
  const isOurs = ours > 0 && lengthOf(clockLength(ours)) === lengthOf(event.duration)
  return isOurs ? ours : said
}

/** As we wrote them if the schedule still names the same; otherwise those of them that it names, and whom it adds. */
function peopleOf(named: readonly ReadPerson[], { people }: OwnItem, language: Language): ReadPerson[] {
  const shown = (one: { names: ReadPerson['names'] }) => displayName(one.names, language)
  const before = [...new Set(people.map(shown))]
  const now = named.map(shown)
  if (before.length === now.length && before.every((name, at) => name === now[at])) return people
  return named.flatMap((person) => {
    const known = people.filter((one) => shown(one) === shown(person))
    return known.length ? known : [person]
  })
}

function withoutEmpty(text: ReadItem['abstract']): ReadItem['abstract'] {
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value))
}
