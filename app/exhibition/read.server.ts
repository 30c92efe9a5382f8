import { and, asc, count, eq, inArray, or } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { exhibitDrafts } from '#db/schema/exhibit-content.server.ts'
import { booths, exhibitPictures, exhibits, figures } from '#db/schema/exhibition.server.ts'
import { halls } from '#db/schema/floor-plan.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import type { ExhibitState } from './rules.ts'
import { exhibitsMatching } from './search.server.ts'

export type ExhibitFilter = { search?: string; state?: ExhibitState | null }

/** How many exhibits or booths a list shows at once. */
export const exhibitionPageSize = 50

/** A page of the event's exhibits in their order, each with its booth and how many figures and pictures it has. */
export async function readExhibits(read: Reader, scope: EventScope, filter: ExhibitFilter, page = 1) {
  const ids = await searched(read, scope, filter.search ?? '')
  const where = and(
    eq(exhibits.eventId, scope.eventId),
    filter.state ? isIn(filter.state) : undefined,
    ids ? inArray(exhibits.id, ids) : undefined,
  )
  const [rows, [found]] = await Promise.all([
    read
      .select({
        id: exhibits.id,
        slug: exhibits.slug,
        state: exhibits.state,
        title: exhibits.title,
        ahead: exhibits.ahead,
        lacking: exhibits.lacking,
        dueAt: exhibits.dueAt,
        organisationName: exhibits.organisationName,
        booth: booths.code,
        figures: read.$count(figures, eq(figures.exhibitId, exhibits.id)),
        pictures: read.$count(exhibitPictures, eq(exhibitPictures.exhibitId, exhibits.id)),
      })
      .from(exhibits)
      .leftJoin(booths, eq(booths.id, exhibits.boothId))
      .where(where)
      .orderBy(asc(exhibits.position), asc(exhibits.id))
      .limit(exhibitionPageSize)
      .offset((page - 1) * exhibitionPageSize),
    read.select({ n: count() }).from(exhibits).where(where),
  ])
  return { exhibits: rows, total: Number(found?.n ?? 0) }
}

export type ListedExhibit = Awaited<ReturnType<typeof readExhibits>>['exhibits'][number]

/** What is to be reviewed may be the next text of what is public already; it is in both lists. */
function isIn(state: ExhibitState) {
  const is = eq(exhibits.state, state)
  return state === 'submitted' ? or(is, eq(exhibits.ahead, 'submitted')) : is
}

/** How many exhibits of the event there are, and how many in each state. */
export async function countExhibits(read: Reader, scope: EventScope) {
  const rows = await read
    .select({ state: exhibits.state, ahead: exhibits.ahead, n: count() })
    .from(exhibits)
    .where(eq(exhibits.eventId, scope.eventId))
    .groupBy(exhibits.state, exhibits.ahead)
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, { n }) => total + Number(n), 0)
  return {
    all: sum(() => true),
    draft: sum(({ state }) => state === 'draft'),
    submitted: sum(({ state, ahead }) => state === 'submitted' || ahead === 'submitted'),
    published: sum(({ state }) => state === 'published'),
  }
}

/** The ids a search leaves, drafts among them; null when nothing is searched for. */
async function searched(read: Reader, { eventId }: EventScope, search: string): Promise<string[] | null> {
  if (!search) return null
  const [event] = await read
    .select({ id: events.id, revision: events.revision })
    .from(events)
    .where(eq(events.id, eventId))
  return event ? exhibitsMatching(read, event, search, { drafts: true }) : null
}

/** One exhibit of the event with what is being written; null when it is not there or another event's. */
export async function readExhibit(read: Reader, scope: EventScope, exhibitId: string) {
  const [found] = await read
    .select({
      exhibit: exhibits,
      booth: { id: booths.id, code: booths.code },
      hall: halls.name,
      content: exhibitDrafts.content,
      version: exhibitDrafts.version,
    })
    .from(exhibits)
    .innerJoin(exhibitDrafts, eq(exhibitDrafts.exhibitId, exhibits.id))
    .leftJoin(booths, eq(booths.id, exhibits.boothId))
    .leftJoin(halls, eq(halls.id, booths.hallId))
    .where(and(eq(exhibits.id, exhibitId), eq(exhibits.eventId, scope.eventId)))
  if (!found) return null
  const { exhibit, booth, hall, ...draft } = found
  const { words: _, lacking: __, ...itself } = exhibit
  return { ...itself, ...draft, booth: booth && { ...booth, hall } }
}

export type Exhibit = NonNullable<Awaited<ReturnType<typeof readExhibit>>>

/** What the exhibition's screens need to know of the event. */
export async function readExhibitionEvent(read: Reader, scope: EventScope) {
  const [event] = await read
    .select({
      ...{ slug: events.slug, state: events.state, name: events.name },
      ...{ languages: events.languages, zone: events.zone },
    })
    .from(events)
    .where(eq(events.id, scope.eventId))
  if (!event) throw new Error(`No event ${scope.eventId}`)
  return event
}

/** A page of the event's booths in their order, with the exhibits shown at each. */
export async function readBooths(read: Reader, scope: EventScope, page = 1) {
  const [rows, [found]] = await Promise.all([
    read
      .select({
        ...{ id: booths.id, code: booths.code, partId: booths.partId },
        ...{ hallId: booths.hallId, hall: halls.name },
      })
      .from(booths)
      .leftJoin(halls, eq(halls.id, booths.hallId))
      .where(eq(booths.eventId, scope.eventId))
      .orderBy(asc(booths.position), asc(booths.id))
      .limit(exhibitionPageSize)
      .offset((page - 1) * exhibitionPageSize),
    read.select({ n: count() }).from(booths).where(eq(booths.eventId, scope.eventId)),
  ])
  const shown = await read
    .select({ id: exhibits.id, boothId: exhibits.boothId, title: exhibits.title })
    .from(exhibits)
    .where(
      inArray(
        exhibits.boothId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(exhibits.position))
  const byBooth = Map.groupBy(shown, ({ boothId }) => boothId)
  return {
    booths: rows.map((booth) => ({ ...booth, exhibits: byBooth.get(booth.id) ?? [] })),
    total: Number(found?.n ?? 0),
  }
}

/** Every booth of the event to choose from, in order, with what is shown there so far. */
export async function boothChoices(read: Reader, scope: EventScope) {
  return read
    .select({ id: booths.id, code: booths.code, exhibitId: exhibits.id, title: exhibits.title })
    .from(booths)
    .leftJoin(exhibits, eq(exhibits.boothId, booths.id))
    .where(eq(booths.eventId, scope.eventId))
    .orderBy(asc(booths.position), asc(booths.id), asc(exhibits.position))
}

/** The parts where booths can stand: the exhibitions, or any part of an event that has none. */
export async function boothParts(read: Reader, scope: EventScope) {
  const rows = await read
    .select({ id: parts.id, kind: parts.kind, name: parts.name })
    .from(parts)
    .where(eq(parts.eventId, scope.eventId))
    .orderBy(asc(parts.position))
  const exhibitions = rows.filter(({ kind }) => kind === 'exhibition')
  return exhibitions.length ? exhibitions : rows
}
