import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { fallbackOrder, type Language } from '../i18n/languages.ts'

const isPublic = inArray(events.state, ['published', 'cancelled'])

/**
 * Where a printed code leads, and in which language; an exhibit that is not open leads to the exhibition around it.
 * `booth`: before which its reader then stands.
 */
export type ShortLink = { path: string; booth: string | null; isOpen: boolean; language: Language }

/**
 * What a printed QR code means for this reader, in the best language of its event; null when no public event knows it.
 * The code at the entrance is the event's own name in addresses. A cancelled event keeps its pages, which say so. Who
 * types the code off a poster may write it in capitals.
 */
export async function findShortLink(read: Reader, code: string, reader: Language): Promise<ShortLink | null> {
  const wanted = code.trim().toLowerCase()
  const [found] = await read
    .select({
      event: events.slug,
      languages: events.languages,
      exhibit: exhibits.slug,
      state: exhibits.state,
      booth: booths.code,
    })
    .from(exhibits)
    .innerJoin(events, eq(events.id, exhibits.eventId))
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .where(and(eq(exhibits.qrCode, wanted), isPublic))
    .limit(1)
  if (!found) return findEntrance(read, wanted, reader)
  const language = bestOf(found.languages, reader)
  const exhibition = `/${language}/${found.event}/exhibition`
  const isOpen = found.state === 'published'
  const { booth } = found
  return { path: isOpen ? `${exhibition}/${found.exhibit}` : exhibition, booth, isOpen, language }
}

async function findEntrance(read: Reader, slug: string, reader: Language): Promise<ShortLink | null> {
  const [event] = await read
    .select({ languages: events.languages })
    .from(events)
    .where(and(eq(events.slug, slug), isPublic))
  if (!event) return null
  const language = bestOf(event.languages, reader)
  return { path: `/${language}/${slug}/exhibition`, booth: null, isOpen: true, language }
}

function bestOf(languages: readonly Language[], reader: Language): Language {
  return fallbackOrder(reader).find((wish) => languages.includes(wish)) ?? reader
}
