import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { exhibitDrafts, exhibitVersions } from '#db/schema/exhibit-content.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import { isShownIn, walkingOrder } from './cards.server.ts'
import type { ExhibitContent } from './content/content.ts'
import { readMedia } from './content/media.server.ts'
import { documentsNamed, picturesNamed } from './content/named.ts'

const columns = {
  id: exhibits.id,
  slug: exhibits.slug,
  code: exhibits.qrCode,
  state: exhibits.state,
  booth: booths.code,
  /** Null as long as it is not drawn on the plan. */
  boothX: booths.x,
  hall: halls.name,
}

/** A published exhibit of this event by its address, as it was published last; null when there is none. */
export async function findExhibit(read: Reader, eventId: string, slug: string) {
  const [exhibit] = await read
    .select({ ...columns, content: exhibitVersions.content })
    .from(exhibits)
    .innerJoin(
      exhibitVersions,
      and(eq(exhibitVersions.exhibitId, exhibits.id), isNotNull(exhibitVersions.publishedAt)),
    )
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .leftJoin(halls, eq(halls.id, booths.hallId))
    .where(and(eq(exhibits.slug, slug), isShownIn(eventId)))
    .orderBy(desc(exhibitVersions.number))
    .limit(1)
  return exhibit ?? null
}

type Address = { slug: string } | { id: string }

/** An exhibit of this event as it is being written, published or not: for those who work on it. */
export async function findWrittenExhibit(read: Reader, eventId: string, address: Address) {
  const isIt = 'slug' in address ? eq(exhibits.slug, address.slug) : eq(exhibits.id, address.id)
  const [exhibit] = await read
    .select({ ...columns, content: exhibitDrafts.content })
    .from(exhibits)
    .innerJoin(exhibitDrafts, eq(exhibitDrafts.exhibitId, exhibits.id))
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .leftJoin(halls, eq(halls.id, booths.hallId))
    .where(and(eq(exhibits.eventId, eventId), isIt))
  return exhibit ?? null
}

/** The files of what a document shows, by the ids it names: pictures with what is said about them, and documents. */
export async function readShownMedia(read: Reader, exhibitId: string, content: ExhibitContent) {
  const ids = [...picturesNamed(content), ...documentsNamed(content)]
  if (!ids.length) return { pictures: {}, documents: {} }
  const media = await readMedia(read, exhibitId, ids)
  const pictures = media.pictures.flatMap(({ id, ...file }) => {
    const texts = content.pictures.find((one) => one.id === id)
    return texts ? [[id, { ...file, ...texts }] as const] : []
  })
  const documents = media.documents.map(({ id, ...file }) => [id, file] as const)
  return { pictures: Object.fromEntries(pictures), documents: Object.fromEntries(documents) }
}

export type ShownMedia = Awaited<ReturnType<typeof readShownMedia>>

/** The published exhibits that a visitor meets before and after this one; none beside one that is not published. */
export async function readNeighbours(read: Reader, eventId: string, exhibitId: string) {
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
