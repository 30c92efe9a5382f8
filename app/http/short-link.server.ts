import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { fallbackOrder, type Language } from '../i18n/languages.ts'

/** Where a printed QR code leads: the published exhibit, in the best language of its event for this reader. */
export async function exhibitPath(read: Reader, code: string, reader: Language): Promise<string | null> {
  const [found] = await read
    .select({ event: events.slug, languages: events.languages, exhibit: exhibits.slug })
    .from(exhibits)
    .innerJoin(events, eq(events.id, exhibits.eventId))
    .where(and(eq(exhibits.qrCode, code), eq(exhibits.state, 'published'), eq(events.state, 'published')))
    .limit(1)
  if (!found) return null
  const language = fallbackOrder(reader).find((wish) => found.languages.includes(wish)) ?? reader
  return `/${language}/${found.event}/exhibition/${found.exhibit}`
}
