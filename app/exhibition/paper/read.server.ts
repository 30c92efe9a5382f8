import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { offices } from '#db/schema/accounts.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { booths, exhibits } from '#db/schema/exhibition.server.ts'
import type { EventScope } from '../../accounts/scope.server.ts'
import { walkingOrder } from '../cards.server.ts'
import type { PosterChoice } from './choice.ts'

type Which = Pick<PosterChoice, 'evenUnpublished' | 'exhibit'>

/** How many are read at a time. */
const atOnce = 100

/** What the posters are of, in walking order, some at a time: what is published, everything, or one exhibit as it is. */
export async function* eachPosters(
  read: Reader,
  scope: EventScope,
  which: Which,
): AsyncGenerator<Poster[], void> {
  for (let offset = 0; ; offset += atOnce) {
    const some = await readSome(read, scope, which, { offset, limit: atOnce })
    if (some.length) yield some
    if (some.length < atOnce) return
  }
}

/** The first of them, to be looked at; null when there is none. */
export async function firstPoster(read: Reader, scope: EventScope, which: Which): Promise<Poster | null> {
  const [first] = await readSome(read, scope, which, { offset: 0, limit: 1 })
  return first ?? null
}

export type Poster = Awaited<ReturnType<typeof readSome>>[number]

function readSome(
  read: Reader,
  scope: EventScope,
  which: Which,
  { offset, limit }: { offset: number; limit: number },
) {
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
    .where(wanted(scope, which))
    .orderBy(...walkingOrder)
    .limit(limit)
    .offset(offset)
}

/** How many posters that are. */
export function countPosters(read: Reader, scope: EventScope, which: Which): Promise<number> {
  return read.$count(exhibits, wanted(scope, which))
}

function wanted(scope: EventScope, { exhibit, evenUnpublished }: Which) {
  if (exhibit) return and(eq(exhibits.id, exhibit), eq(exhibits.eventId, scope.eventId))
  return and(
    eq(exhibits.eventId, scope.eventId),
    evenUnpublished ? undefined : eq(exhibits.state, 'published'),
  )
}

/** What every poster of an event says: whose event it is, its name, where its exhibition is and when. */
export async function readPosterFrame(read: Reader, scope: EventScope) {
  const [[frame], exhibitions] = await Promise.all([
    read
      .select({
        host: offices.name,
        name: events.name,
        languages: events.languages,
        zone: events.zone,
        slug: events.slug,
        state: events.state,
      })
      .from(events)
      .innerJoin(offices, eq(offices.id, events.officeId))
      .where(eq(events.id, scope.eventId)),
    read
      .select({ name: parts.name, startsAt: parts.startsAt, endsAt: parts.endsAt })
      .from(parts)
      .where(and(eq(parts.eventId, scope.eventId), eq(parts.kind, 'exhibition')))
      .orderBy(asc(parts.position)),
  ])
  if (!frame) throw new Error(`No event ${scope.eventId}`)
  return { ...frame, exhibitions }
}

export type PosterFrame = Awaited<ReturnType<typeof readPosterFrame>>
