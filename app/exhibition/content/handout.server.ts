import { and, eq, gt } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { documents } from '#db/schema/documents.server.ts'
import { exhibitMedia } from '#db/schema/exhibit-content.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { documentsNamed } from './named.ts'
import { lastPublished } from './versions.server.ts'

/** A document of an exhibit of this event, and whether what visitors see offers it; null when there is none such. */
export async function findHandout(read: Reader, eventId: string, mediaId: string) {
  const [found] = await read
    .select({ document: documents, exhibit: { id: exhibits.id, slug: exhibits.slug, state: exhibits.state } })
    .from(exhibitMedia)
    .innerJoin(exhibits, eq(exhibits.id, exhibitMedia.exhibitId))
    .innerJoin(documents, eq(documents.id, exhibitMedia.documentId))
    .where(and(eq(exhibitMedia.id, mediaId), eq(exhibits.eventId, eventId), gt(documents.bytes, 0)))
  if (!found) return null
  const { document, exhibit } = found
  const published = exhibit.state === 'published' ? await lastPublished(read, exhibit.id) : null
  const isOffered = published !== null && documentsNamed(published.content).includes(mediaId)
  return { document, exhibit, isOffered }
}
