import type { Reader } from '#db/client.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { lastRelease, releasedDays } from '../../agenda/released.server.ts'
import { isShownIn, selectCards } from '../cards.server.ts'
import { readShown } from '../displacement/shown.server.ts'
import { exhibitsPerPage } from '../public.server.ts'

/** What more than this many exhibits would weigh nobody takes along by a button. */
const mostExhibits = 300

/**
 * The addresses, below `/{lang}/{event}`, of what a visitor takes along to read without network: the lists, the map, the
 * agenda by day and every exhibit, first what is opened first.
 */
export async function programmeAddresses(
  read: Reader,
  event: Parameters<typeof readShown>[1],
): Promise<string[]> {
  const eventId = event.id
  const [release, total, shown, displacement] = await Promise.all([
    lastRelease(read, eventId),
    read.$count(exhibits, isShownIn(eventId)),
    selectCards(read).where(isShownIn(eventId)).limit(mostExhibits),
    readShown(read, event),
  ])
  const days = release ? await releasedDays(read, release) : []
  const pages = Math.ceil(Math.min(total, mostExhibits) / exhibitsPerPage)
  const further = Array.from({ length: Math.max(0, pages - 1) }, (_, n) => `/exhibition?page=${n + 2}`)
  return [
    '/exhibition',
    ...further,
    '/exhibition/kept',
    '/exhibition/map',
    ...(displacement.length ? ['/exhibition/displacement'] : []),
    '/agenda',
    ...days.map(({ day }) => `/agenda/${day}`),
    ...shown.map(({ slug }) => `/exhibition/${slug}`),
  ]
}
