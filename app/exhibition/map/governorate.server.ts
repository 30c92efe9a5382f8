import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { booths, exhibitGovernorates, exhibits, figures } from '#db/schema/exhibition.server.ts'
import { isShownIn, selectCards, walkingOrder, withThemes } from '../cards.server.ts'
import { figureColumns } from '../public.server.ts'

/** How many exhibits a governorate's page shows itself; the rest are one step away, in the list. */
export const exhibitsOnPage = 12
/** As many figures as are still read. */
const figuresOnPage = 6

/**
 * What works in a governorate: the first of its exhibits in walking order, how many there are, and the first figure of
 * each with the exhibit that gives it.
 */
export async function readGovernorate(read: Reader, eventId: string, pcode: string) {
  const worksThere = and(
    isShownIn(eventId),
    inArray(
      exhibits.id,
      read
        .select({ id: exhibitGovernorates.exhibitId })
        .from(exhibitGovernorates)
        .where(and(eq(exhibitGovernorates.eventId, eventId), eq(exhibitGovernorates.pcode, pcode))),
    ),
  )
  const [total, rows, numbers] = await Promise.all([
    read.$count(exhibits, worksThere),
    selectCards(read).where(worksThere).limit(exhibitsOnPage),
    read
      .select({ ...figureColumns, exhibit: { slug: exhibits.slug, title: exhibits.title } })
      .from(figures)
      .innerJoin(exhibits, eq(exhibits.id, figures.exhibitId))
      .leftJoin(booths, eq(booths.id, exhibits.boothId))
      .where(and(worksThere, eq(figures.position, 0)))
      .orderBy(...walkingOrder, asc(figures.id))
      .limit(figuresOnPage),
  ])
  return { total, exhibits: await withThemes(read, rows), figures: numbers }
}
