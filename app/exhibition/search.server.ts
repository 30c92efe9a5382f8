import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { booths, exhibitGovernorates, exhibitSectors, exhibits } from '#db/schema/exhibition.server.ts'
import { fold, foldedWords } from '../directory/fold.ts'
import { type Localized, languages } from '../i18n/languages.ts'
import { translator } from '../i18n/translator.ts'
import { governorateNames, governorates } from './governorates.ts'
import { type Sector, sectors } from './sectors.ts'

/** The most words of a search that are looked at. */
const mostWords = 8

/**
 * The published exhibits in which every word of `search` is found, in whatever language or spelling: in title, summary,
 * organisation, booth, hall, or the name of a governorate or sector. Null when there is nothing to search for.
 */
export async function exhibitsMatching(
  read: Reader,
  eventId: string,
  search: string,
): Promise<string[] | null> {
  const words = [...new Set(foldedWords(search))].slice(0, mostWords)
  if (!words.length) return null
  const [texts, ...byTheme] = await Promise.all([
    readKeys(read, eventId),
    ...words.map((word) => aboutTheme(read, eventId, word)),
  ])
  return texts
    .filter(({ id, key }) => words.every((word, at) => key.includes(word) || byTheme[at]?.has(id)))
    .map(({ id }) => id)
}

async function readKeys(read: Reader, eventId: string) {
  const rows = await read
    .select({
      id: exhibits.id,
      texts: {
        title: exhibits.title,
        summary: exhibits.summary,
        organisationName: exhibits.organisationName,
        hall: booths.hall,
      },
      booth: booths.code,
    })
    .from(exhibits)
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .where(and(eq(exhibits.eventId, eventId), eq(exhibits.state, 'published')))
  return rows.map(({ id, texts, booth }) => ({
    id,
    key: fold([booth ?? '', ...Object.values(texts).flatMap(wordings)].join(' ')),
  }))
}

function wordings(text: Localized | null): string[] {
  return Object.values(text ?? {})
}

/** The exhibits whose governorates or sectors are called something with `word` in it. */
async function aboutTheme(read: Reader, eventId: string, word: string): Promise<Set<string>> {
  const pcodes = governorates
    .map(({ pcode }) => pcode)
    .filter((pcode) => governorateNames(pcode).some((name) => fold(name).includes(word)))
  const slugs = sectors.filter((sector) => sectorNames(sector).some((name) => fold(name).includes(word)))
  const [inPlaces, ofSectors] = await Promise.all([
    pcodes.length
      ? read
          .select({ id: exhibitGovernorates.exhibitId })
          .from(exhibitGovernorates)
          .where(and(eq(exhibitGovernorates.eventId, eventId), inArray(exhibitGovernorates.pcode, pcodes)))
      : [],
    slugs.length
      ? read
          .select({ id: exhibitSectors.exhibitId })
          .from(exhibitSectors)
          .where(and(eq(exhibitSectors.eventId, eventId), inArray(exhibitSectors.sector, slugs)))
      : [],
  ])
  return new Set([...inPlaces, ...ofSectors].map(({ id }) => id))
}

function sectorNames(sector: Sector): string[] {
  return languages.map((language) => translator(language)(`visitor:sector.${sector}`))
}
