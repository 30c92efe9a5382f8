import { and, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { isShownIn, walkingOrder } from './cards.server.ts'

/** How many posters one page of the browser prints at most. */
const postersPerPage = 100

/** The poster of one exhibit, published or not; null when it is not there or another event's. */
export async function readPoster(read: Reader, scope: EventScope, exhibitId: string) {
  const [poster] = await selectPosters(read).where(
    and(eq(exhibits.id, exhibitId), eq(exhibits.eventId, scope.eventId)),
  )
  return poster ?? null
}

/** Posters of what is published, in walking order, a page of them at a time, and how many there are. */
export async function readPosters(read: Reader, scope: EventScope, page = 1) {
  const [posters, total] = await Promise.all([
    selectPosters(read)
      .where(isShownIn(scope.eventId))
      .orderBy(...walkingOrder)
      .limit(postersPerPage)
      .offset((page - 1) * postersPerPage),
    read.$count(exhibits, isShownIn(scope.eventId)),
  ])
  return { posters, pages: Math.max(1, Math.ceil(total / postersPerPage)) }
}

export type Poster = Awaited<ReturnType<typeof readPosters>>['posters'][number]

function selectPosters(read: Reader) {
  return read
    .select({
      id: exhibits.id,
      state: exhibits.state,
      title: exhibits.title,
      organisationName: exhibits.organisationName,
      qrCode: exhibits.qrCode,
      booth: booths.code,
    })
    .from(exhibits)
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .$dynamic()
}

/** What every poster of an event says: whose event it is, its name, and in which languages it is spoken. */
export async function readPosterFrame(read: Reader, scope: EventScope) {
  const [frame] = await read
    .select({ host: offices.name, name: events.name, languages: events.languages })
    .from(events)
    .innerJoin(offices, eq(offices.id, events.officeId))
    .where(eq(events.id, scope.eventId))
  if (!frame) throw new Error(`No event ${scope.eventId}`)
  return frame
}
