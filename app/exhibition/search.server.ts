import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gt } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Reader } from '#db/client.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { fold, foldedWords } from '../directory/fold.ts'
import { languages } from '../i18n/languages.ts'
import { translator } from '../i18n/translator.ts'
import { readThemes } from './cards.server.ts'
import { governorateNames } from './governorates.ts'
import type { Sector } from './sectors.ts'

/** The most words of a search that are looked at. */
const mostWords = 8

/** An event as far as a search must know it: what was found at one revision holds until the next. */
export type SearchedEvent = { id: string; revision: number }

/**
 * The exhibits in which every word of `search` is found, in whatever language or spelling: in any text of it,
 * its booth, hall, or the name of a governorate or sector; only the published ones unless `drafts` says
 * otherwise. Null when there is nothing to search for.
 */
export async function exhibitsMatching(
  read: Reader,
  event: SearchedEvent,
  search: string,
  { drafts = false } = {},
): Promise<string[] | null> {
  const words = [...new Set(foldedWords(search))].slice(0, mostWords)
  if (!words.length) return null
  const keys = await keysOf(read, event)
  return keys
    .filter(({ isPublished }) => drafts || isPublished)
    .filter(({ key }) => words.every((word) => key.includes(word)))
    .map(({ id }) => id)
}

type Key = { id: string; isPublished: boolean; key: string }
type Kept = { revision: number; keys: Promise<Key[]> }

// Folding 1,700 exhibits takes over a tenth of a second: once for each change, not for each search.
const kept = new WeakMap<Reader, LRUCache<string, Kept>>()

function keysOf(read: Reader, { id, revision }: SearchedEvent): Promise<Key[]> {
  const events = kept.get(read) ?? new LRUCache<string, Kept>({ max: 20 })
  kept.set(read, events)
  const known = events.get(id)
  if (known?.revision === revision) return known.keys
  const keys = readKeys(read, id)
  events.set(id, { revision, keys })
  keys.catch(() => events.delete(id))
  return keys
}

/** A few at a time, so that a large exhibition does not hold up who is answering an invitation meanwhile. */
const atOnce = 100

async function readKeys(read: Reader, eventId: string): Promise<Key[]> {
  const keys: Key[] = []
  for (;;) {
    const rows = await selectTexts(read)
      .where(and(eq(exhibits.eventId, eventId), gt(exhibits.id, keys.at(-1)?.id ?? '')))
      .orderBy(asc(exhibits.id))
      .limit(atOnce)
    if (rows.length === 0) return keys
    const ids = rows.map(({ id }) => id)
    const themes = await readThemes(read, ids)
    for (const { id, state, booth, hall, words } of rows) {
      const place = fold([booth ?? '', ...Object.values(hall ?? {})].join(' '))
      const key = [words ?? '', place, ...themeNames(themes(id))].join(' ')
      keys.push({ id, isPublished: state === 'published', key })
    }
    await setImmediate()
  }
}

function selectTexts(read: Reader) {
  return read
    .select({
      id: exhibits.id,
      state: exhibits.state,
      words: exhibits.words,
      booth: booths.code,
      hall: halls.name,
    })
    .from(exhibits)
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .leftJoin(halls, eq(halls.id, booths.hallId))
    .$dynamic()
}

type Themes = { sectors: Sector[]; governorates: string[] }

/** What the sectors and governorates are called in every language, folded. */
function themeNames(themes: Themes): string[] {
  return [
    ...themes.sectors.map((sector) => foldedOnce(sector, sectorNames)),
    ...themes.governorates.map((pcode) => foldedOnce(pcode, governorateNames)),
  ]
}

const foldedNames = new Map<string, string>()

function foldedOnce<Slug extends string>(slug: Slug, namesOf: (slug: Slug) => string[]): string {
  const names = foldedNames.get(slug) ?? fold(namesOf(slug).join(' '))
  foldedNames.set(slug, names)
  return names
}

function sectorNames(sector: Sector): string[] {
  return languages.map((language) => translator(language)(`visitor:sector.${sector}`))
}
