import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { booths, exhibitPictures, exhibits, figures } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { isShownIn, readThemes, selectPictures, walkingOrder } from './cards.server.ts'
import { figureColumns } from './public.server.ts'

/** An exhibit of this event by its address; null when there is none, or it is unpublished and only the public asks. */
export async function findExhibit(
  read: Reader,
  eventId: string,
  slug: string,
  { evenUnpublished = false }: { evenUnpublished?: boolean } = {},
) {
  const [exhibit] = await read
    .select({
      id: exhibits.id,
      slug: exhibits.slug,
      state: exhibits.state,
      title: exhibits.title,
      summary: exhibits.summary,
      body: exhibits.body,
      organisationName: exhibits.organisationName,
      contact: exhibits.contact,
      links: exhibits.links,
      booth: booths.code,
      /** Null as long as it is not drawn on the plan. */
      boothX: booths.x,
      hall: halls.name,
    })
    .from(exhibits)
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .leftJoin(halls, eq(halls.id, booths.hallId))
    .where(
      and(
        eq(exhibits.eventId, eventId),
        eq(exhibits.slug, slug),
        evenUnpublished ? undefined : eq(exhibits.state, 'published'),
      ),
    )
    .limit(1)
  return exhibit ?? null
}

/** What an exhibit's page shows beside its texts: themes, figures, pictures, and the booths before and after it. */
export async function readExhibitPage(read: Reader, eventId: string, exhibitId: string) {
  const [themes, numbers, pictures, neighbours] = await Promise.all([
    readThemes(read, [exhibitId]),
    read
      .select(figureColumns)
      .from(figures)
      .where(eq(figures.exhibitId, exhibitId))
      .orderBy(asc(figures.position), asc(figures.id)),
    selectPictures(read).where(eq(exhibitPictures.exhibitId, exhibitId)),
    readNeighbours(read, eventId, exhibitId),
  ])
  return { ...themes(exhibitId), figures: numbers, pictures, ...neighbours }
}

/** The published exhibits that a visitor meets before and after this one; none beside one that is not published. */
async function readNeighbours(read: Reader, eventId: string, exhibitId: string) {
  const order = sql.join(walkingOrder, sql`, `)
  const row = read
    .select({
      id: exhibits.id,
      previous: sql<string | null>`lag(${exhibits.id}) over (order by ${order})`.as('previous'),
      next: sql<string | null>`lead(${exhibits.id}) over (order by ${order})`.as('next'),
    })
    .from(exhibits)
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .where(isShownIn(eventId))
    .as('walk')
  const [here] = await read
    .select({ previous: row.previous, next: row.next })
    .from(row)
    .where(eq(row.id, exhibitId))
  const ids = [here?.previous, here?.next].filter((id) => typeof id === 'string')
  const beside = ids.length
    ? await read
        .select({ id: exhibits.id, slug: exhibits.slug, title: exhibits.title, booth: booths.code })
        .from(exhibits)
        .leftJoin(booths, eq(booths.id, exhibits.boothId))
        .where(inArray(exhibits.id, ids))
    : []
  const find = (id: string | null | undefined) => beside.find((exhibit) => exhibit.id === id) ?? null
  return { previous: find(here?.previous), next: find(here?.next) }
}
