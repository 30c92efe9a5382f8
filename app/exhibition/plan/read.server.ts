import { and, asc, count, desc, eq, isNotNull, like } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { auditEntries, users } from '#db/schema/accounts.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import { files } from '#db/schema/files.server.ts'
import { hallFurniture, halls } from '#db/schema/floor-plan.server.ts'
import type { Box } from './geometry.ts'
import type { Thing } from './step.ts'

/** The event's halls in their order, each with how many booths it has and how many of them are drawn. */
export async function readHalls(read: Reader, eventId: string) {
  const rows = await read
    .select({
      id: halls.id,
      partId: halls.partId,
      name: halls.name,
      version: halls.version,
      booths: count(booths.id),
      drawn: count(booths.x),
    })
    .from(halls)
    .leftJoin(booths, eq(booths.hallId, halls.id))
    .where(eq(halls.eventId, eventId))
    .groupBy(halls.id)
    .orderBy(asc(halls.position), asc(halls.id))
  return rows.map((row) => ({ ...row, booths: Number(row.booths), drawn: Number(row.drawn) }))
}

/** The event's halls to choose from, in their order. */
export async function hallChoices(read: Reader, eventId: string) {
  return read
    .select({ id: halls.id, partId: halls.partId, name: halls.name })
    .from(halls)
    .where(eq(halls.eventId, eventId))
    .orderBy(asc(halls.position), asc(halls.id))
}

/** One hall of the event with the picture under it; null when it is not there or another event's. */
export async function readHall(read: Reader, eventId: string, hallId: string) {
  const [found] = await read
    .select({
      hall: halls,
      picture: { key: files.key, width: files.width, height: files.height, widths: files.widths },
    })
    .from(halls)
    .leftJoin(files, eq(files.id, halls.pictureId))
    .where(and(eq(halls.id, hallId), eq(halls.eventId, eventId)))
  return found ? { ...found.hall, picture: found.picture } : null
}

export type Hall = NonNullable<Awaited<ReturnType<typeof readHall>>>

/** What else stands in a hall, in reading order. */
export async function readFurniture(read: Reader, hallId: string) {
  const rows = await read
    .select()
    .from(hallFurniture)
    .where(eq(hallFurniture.hallId, hallId))
    .orderBy(asc(hallFurniture.y), asc(hallFurniture.x), asc(hallFurniture.id))
  return rows.map(({ hallId: _, x, y, width, depth, ...row }) => ({ ...row, box: { x, y, width, depth } }))
}

/** The booths of a hall in walking order, drawn or not, with what is shown at each, drafts among it. */
export async function readHallBooths(read: Reader, hallId: string) {
  const rows = await read
    .select(boothColumns)
    .from(booths)
    .where(eq(booths.hallId, hallId))
    .orderBy(asc(booths.position), asc(booths.id))
  const shown = await read
    .select({ id: exhibits.id, boothId: exhibits.boothId, title: exhibits.title })
    .from(exhibits)
    .innerJoin(booths, eq(booths.id, exhibits.boothId))
    .where(eq(booths.hallId, hallId))
    .orderBy(asc(exhibits.position), asc(exhibits.id))
  const byBooth = Map.groupBy(shown, ({ boothId }) => boothId)
  return rows.map((row) => ({
    ...withBox(row),
    exhibits: (byBooth.get(row.id) ?? []).map(({ id, title }) => ({ id, title })),
  }))
}

/** What there is of the event's booths that stands in no hall. */
export async function countHomeless(read: Reader, eventId: string): Promise<number> {
  const [all, housed] = await Promise.all([
    read.$count(booths, eq(booths.eventId, eventId)),
    read.$count(booths, and(eq(booths.eventId, eventId), isNotNull(booths.hallId))),
  ])
  return all - housed
}

/** Every code of the event, so that none is given twice. */
export async function readCodes(read: Reader, eventId: string): Promise<string[]> {
  const rows = await read
    .select({ code: booths.code })
    .from(booths)
    .where(eq(booths.eventId, eventId))
    .orderBy(asc(booths.position))
  return rows.map(({ code }) => code)
}

export const boothColumns = {
  id: booths.id,
  code: booths.code,
  x: booths.x,
  y: booths.y,
  width: booths.width,
  depth: booths.depth,
  category: booths.category,
  isReserved: booths.isReserved,
  version: booths.version,
}

type Drawn = { x: number | null; y: number | null; width: number | null; depth: number | null }

/** The row with its measures as one box; null as long as it is not drawn. */
export function withBox<Row extends Drawn>({ x, y, width, depth, ...row }: Row) {
  const isDrawn = x !== null && y !== null && width !== null && depth !== null
  const box: Box | null = isDrawn ? { x, y, width, depth } : null
  return { ...row, box }
}

/** Everything that stands in a hall, as the drawing board has it: booths in walking order, then the rest. */
export async function readThings(read: Reader, hallId: string): Promise<Thing[]> {
  const [itsBooths, furniture] = await Promise.all([
    readHallBooths(read, hallId),
    readFurniture(read, hallId),
  ])
  const none = { code: '', category: null, isReserved: false, exhibits: [] }
  return [
    ...itsBooths.map((booth) => ({ ...booth, kind: 'booth' as const, label: {} })),
    ...furniture.map((one) => ({ ...none, ...one })),
  ]
}

/** Who changed a hall last, and when: told to the editor whose step came later. */
export async function lastDrawn(read: Reader, { eventId }: { eventId: string }, hallId: string) {
  const [entry] = await read
    .select({ by: users.name, at: auditEntries.at })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      and(
        eq(auditEntries.subjectId, hallId),
        eq(auditEntries.eventId, eventId),
        like(auditEntries.action, 'hall.%'),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1)
  return entry ?? null
}
