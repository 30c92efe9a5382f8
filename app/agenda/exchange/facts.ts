import { createHash } from 'node:crypto'
import { isRecord } from './conference-shape.ts'
import type { ReadItem, ReadPerson } from './reading.ts'

/** What is compared of an item, one by one: `exchange:field.<name>`. */
export const fields = [
  ...(['title', 'abstract', 'time', 'room', 'track', 'kind'] as const),
  ...(['languages', 'people', 'signUp', 'foreign'] as const),
] as const
export type Field = (typeof fields)[number]

/** Every thing a file tells of an item, or that is so here, as a text to compare; `title.en` is a thing of its own. */
export type Facts = Map<string, string>

type Known = Pick<
  ReadItem,
  | 'title'
  | 'abstract'
  | 'startsAt'
  | 'endsAt'
  | 'kind'
  | 'spokenLanguages'
  | 'interpretedLanguages'
  | 'takesSignUps'
  | 'seats'
  | 'foreign'
> & { people: readonly ReadPerson[] }

/** `room` and `track` are ids, or stand for what is yet to be made. */
export function factsOf(item: Known, { room, track }: { room: string; track: string }): Facts {
  const texts = (['title', 'abstract'] as const).flatMap((name) =>
    Object.entries(item[name]).flatMap(([language, text]): [string, string][] =>
      text ? [[`${name}.${language}`, text]] : [],
    ),
  )
  return new Map([
    ...texts,
    ['time', `${item.startsAt}/${item.endsAt}`],
    ['room', room],
    ['track', track],
    ['kind', item.kind],
    ['languages', canonical([item.spokenLanguages, item.interpretedLanguages])],
    ['people', canonical(item.people.map(personFact))],
    ['signUp', canonical([item.takesSignUps, item.seats])],
    ['foreign', canonical(item.foreign)],
  ])
}

function personFact({ role, honorific, names, position, organisationName, contribution }: ReadPerson) {
  return { role, honorific, names, position, organisationName, contribution }
}

export function fieldOf(fact: string): Field {
  return fact.split('.')[0] as Field
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

/** JSON that says the same alike: PostgreSQL keeps the members of an object in an order of its own. */
export function canonical(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? ''
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined && one !== '')
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  )
}
