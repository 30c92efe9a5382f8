import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { eventProgrammes, programmes } from '#db/schema/programmes.server.ts'
import { isShownIn, selectCards, withThemes } from '../cards.server.ts'
import type { ExhibitContent } from '../content/content.ts'

/** How many exhibits one file tells of. */
const perFile = 200

/** A page of the published exhibits in walking order; a page beyond the last is the last. */
export async function readReusableExhibits(read: Reader, eventId: string, wishedPage: number) {
  const total = await read.$count(exhibits, isShownIn(eventId))
  const pages = Math.max(1, Math.ceil(total / perFile))
  const page = Math.min(Math.max(1, Math.trunc(wishedPage) || 1), pages)
  const rows = await selectCards(read)
    .where(isShownIn(eventId))
    .limit(perFile)
    .offset((page - 1) * perFile)
  return { exhibits: await withThemes(read, rows), total, page, pages }
}

/** The addresses of those programmes a document names that the event shows by themselves, by their ids. */
export async function programmesNamed(
  read: Reader,
  eventId: string,
  { blocks }: ExhibitContent,
): Promise<Record<string, string>> {
  const ids = blocks.flatMap((block) =>
    block.kind === 'programme' && block.programme ? [block.programme] : [],
  )
  if (!ids.length) return {}
  const rows = await read
    .select({ id: programmes.id, slug: programmes.slug })
    .from(eventProgrammes)
    .innerJoin(programmes, eq(programmes.id, eventProgrammes.programmeId))
    .where(and(eq(eventProgrammes.eventId, eventId), inArray(programmes.id, ids)))
  return Object.fromEntries(rows.map(({ id, slug }) => [id, slug]))
}
