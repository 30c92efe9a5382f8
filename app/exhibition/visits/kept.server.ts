import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { isShownIn, walkingOrder } from '../cards.server.ts'

/**
 * The published exhibits of this event with these codes, in walking order, each with whom to ask. What is not published,
 * or another event's, is left out.
 */
export async function readKeptExhibits(read: Reader, eventId: string, codes: readonly string[]) {
  if (!codes.length) return []
  const newer = sql`(select max(v.number) from exhibit_versions v
    where v.exhibit_id = ${exhibits.id} and v.published_at is not null)`
  const rows = await read
    .select({
      ...{ id: exhibits.id, slug: exhibits.slug, code: exhibits.qrCode },
      ...{ booth: booths.code, hall: halls.name },
      content: exhibitVersions.content,
    })
    .from(exhibits)
    .innerJoin(
      exhibitVersions,
      and(
        eq(exhibitVersions.exhibitId, exhibits.id),
        isNotNull(exhibitVersions.publishedAt),
        eq(exhibitVersions.number, newer),
      ),
    )
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .leftJoin(halls, eq(halls.id, booths.hallId))
    .where(and(isShownIn(eventId), inArray(exhibits.qrCode, [...codes])))
    .orderBy(...walkingOrder, asc(exhibitVersions.id))
  return rows.map(({ content: { title, summary, organisationName, contact }, ...exhibit }) => ({
    ...exhibit,
    ...{ title, summary, organisationName, contact },
  }))
}

export type KeptExhibit = Awaited<ReturnType<typeof readKeptExhibits>>[number]
