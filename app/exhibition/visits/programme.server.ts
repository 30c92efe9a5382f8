import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { booths, exhibitPictures, exhibits } from '#db/schema/exhibition.server.ts'
import { files } from '#db/schema/files.server.ts'
import { lastRelease, releasedDays, releasedItemIds } from '../../agenda/released.server.ts'
import { pictureAddress, widthFor } from '../../ui/picture.tsx'
import { isShownIn, selectCards, walkingOrder } from '../cards.server.ts'
import { readShown } from '../displacement/shown.server.ts'
import { governorates } from '../governorates.ts'
import { readPublicHalls } from '../plan/public.server.ts'
import { readShownProgrammes } from '../programmes/read.server.ts'
import { exhibitsPerPage } from '../public.server.ts'
import { readTours } from '../tours/read.server.ts'

/** What more than this would weigh nobody takes along by a button. */
const mostExhibits = 300
const mostItems = 300
const mostPictures = 400
/** As wide as a phone shows a picture, in pixels. */
const pictureWidth = 480

export type Programme = { addresses: string[]; pictures: string[] }

/**
 * What a visitor takes along to read without network: pages by their addresses below `/{lang}/{event}` (the lists, plan
 * and map, every governorate, the agenda with its items, and every exhibit), first what is opened first; and for whoever
 * wants them the exhibits' pictures by whole addresses, small.
 */
export async function programmeToTake(
  read: Reader,
  event: Parameters<typeof readShown>[1],
): Promise<Programme> {
  const [exhibition, ways, agenda, pictures] = await Promise.all([
    exhibitionPages(read, event.id),
    waysThrough(read, event),
    agendaPages(read, event.id),
    readPictures(read, event.id),
  ])
  const { lists, ofExhibits } = exhibition
  return {
    addresses: [...lists, '/exhibition/kept', ...ways, ...agenda, ...ofExhibits],
    pictures: pictures.map((picture) => pictureAddress(picture, widthFor(picture, pictureWidth))),
  }
}

async function exhibitionPages(read: Reader, eventId: string) {
  const [total, shown] = await Promise.all([
    read.$count(exhibits, isShownIn(eventId)),
    selectCards(read).where(isShownIn(eventId)).limit(mostExhibits),
  ])
  const pages = Math.ceil(Math.min(total, mostExhibits) / exhibitsPerPage)
  const further = Array.from({ length: Math.max(0, pages - 1) }, (_, n) => `/exhibition?page=${n + 2}`)
  return {
    lists: ['/exhibition', ...further],
    ofExhibits: shown.map(({ slug }) => `/exhibition/${slug}`),
  }
}

/** Plan and routes, map and governorates, figures and programmes: whatever of them there is. */
async function waysThrough(read: Reader, event: Parameters<typeof readShown>[1]) {
  const [halls, tours, displacement, programmes] = await Promise.all([
    readPublicHalls(read, event.id),
    readTours(read, event.id),
    readShown(read, event),
    readShownProgrammes(read, event.id),
  ])
  return [
    ...halls.map((_, at) => (at ? `/exhibition/plan?hall=${at + 1}` : '/exhibition/plan')),
    ...(halls.length ? tours.map(({ slug }) => `/exhibition/plan?route=${slug}`) : []),
    '/exhibition/map',
    ...governorates.map(({ pcode }) => `/exhibition/map/${pcode}`),
    ...(displacement.length ? ['/exhibition/displacement'] : []),
    ...programmes.map(({ slug }) => `/exhibition/programmes/${slug}`),
  ]
}

async function agendaPages(read: Reader, eventId: string) {
  const release = await lastRelease(read, eventId)
  if (!release) return ['/agenda']
  const [days, items] = await Promise.all([
    releasedDays(read, release),
    releasedItemIds(read, release, mostItems),
  ])
  return [
    '/agenda',
    ...days.map(({ day }) => `/agenda/${day}`),
    ...items.map((itemId) => `/agenda/items/${itemId}`),
  ]
}

function readPictures(read: Reader, eventId: string) {
  return read
    .select({ key: files.key, width: files.width, height: files.height, widths: files.widths })
    .from(exhibitPictures)
    .innerJoin(exhibits, and(eq(exhibits.id, exhibitPictures.exhibitId), isShownIn(eventId)))
    .innerJoin(files, eq(files.id, exhibitPictures.fileId))
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .orderBy(asc(exhibitPictures.position), ...walkingOrder)
    .limit(mostPictures)
}
