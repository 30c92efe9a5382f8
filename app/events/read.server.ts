import { and, asc, desc, eq, inArray, like, max, min, or, sql } from 'drizzle-orm'
import type { EventScope, OfficeScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { memberships, offices, users } from '#db/schema/accounts.server.ts'
import { assignments, events, parts, venues } from '#db/schema/events.server.ts'
import { exhibits } from '#db/schema/exhibition.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import { countedTo, countUpTo } from './counts.server.ts'
import type { EventShelf } from './rules.ts'

/** The office somebody belongs to, and as what; null for those who are assigned to single events only. */
export async function readDesk(read: Reader, userId: string) {
  const [desk] = await read
    .select({ officeId: offices.id, name: offices.name, role: memberships.role })
    .from(memberships)
    .innerJoin(offices, eq(offices.id, memberships.officeId))
    .where(eq(memberships.userId, userId))
    .limit(1)
  return desk ?? null
}

/** What stands around every page of one event on the desk: its name, state, days, and how much waits where. */
export async function readEventFrame(read: Reader, scope: EventScope) {
  const [[event], days, unsent, submitted] = await Promise.all([
    read
      .select({
        name: events.name,
        state: events.state,
        zone: events.zone,
        languages: events.languages,
      })
      .from(events)
      .where(eq(events.id, scope.eventId)),
    read
      .select({ startsAt: parts.startsAt, endsAt: parts.endsAt })
      .from(parts)
      .where(eq(parts.eventId, scope.eventId)),
    countUpTo(
      read,
      messages,
      and(
        eq(messages.eventId, scope.eventId),
        inArray(messages.state, ['draft', 'failed', 'bounced', 'unknown']),
      ),
    ),
    read.$count(
      exhibits,
      and(
        eq(exhibits.eventId, scope.eventId),
        or(eq(exhibits.state, 'submitted'), eq(exhibits.ahead, 'submitted')),
      ),
    ),
  ])
  if (!event) throw new Error(`No event ${scope.eventId}`)
  return {
    ...{ ...event, ...span(days) },
    counts: {
      unsent: { value: Math.min(unsent, countedTo), isMore: unsent > countedTo },
      submitted: { value: submitted },
    },
  }
}

/** From the first beginning to the last end; null while nothing is planned. */
function span(days: { startsAt: Date; endsAt: Date }[]): { startsAt: Date | null; endsAt: Date | null } {
  const times = (of: 'startsAt' | 'endsAt') => days.map((day) => day[of].getTime())
  if (!days.length) return { startsAt: null, endsAt: null }
  return {
    startsAt: new Date(Math.min(...times('startsAt'))),
    endsAt: new Date(Math.max(...times('endsAt'))),
  }
}

/** The event with its parts and venues, as the settings show and edit them. */
export async function readEvent(read: Reader, scope: EventScope) {
  const [[event], itsParts, itsVenues] = await Promise.all([
    read.select().from(events).where(eq(events.id, scope.eventId)),
    read.select().from(parts).where(eq(parts.eventId, scope.eventId)).orderBy(asc(parts.position)),
    read.select().from(venues).where(eq(venues.eventId, scope.eventId)).orderBy(asc(venues.id)),
  ])
  if (!event) throw new Error(`No event ${scope.eventId}`)
  return { event, parts: itsParts, venues: itsVenues }
}

const eventsPerPage = 20

type EventSearch = { search: string; when: EventShelf; page: number; now: Date }

/** The events somebody may see on their desk: their office's and those they are assigned to, a page at a time. */
export async function readEvents(
  read: Reader,
  who: { userId: string; officeId: string | null },
  { search, when, page, now }: EventSearch,
) {
  const isOver = sql`max(${parts.endsAt}) < ${sql.param(now, parts.endsAt)}`
  const onShelf = {
    past: isOver,
    upcoming: sql`max(${parts.endsAt}) is null or not (${isOver})`,
    drafts: undefined,
  }
  const undated = sql`case when min(${parts.startsAt}) is null then 0 else 1 end`
  const rows = await read
    .select({
      id: events.id,
      slug: events.slug,
      name: events.name,
      state: events.state,
      zone: events.zone,
      startsAt: min(parts.startsAt),
      endsAt: max(parts.endsAt),
    })
    .from(events)
    .leftJoin(parts, eq(parts.eventId, events.id))
    .where(and(mine(read, who), matches(search), when === 'drafts' ? eq(events.state, 'draft') : undefined))
    .groupBy(events.id)
    .having(onShelf[when])
    .orderBy(undated, when === 'past' ? desc(min(parts.startsAt)) : asc(min(parts.startsAt)), asc(events.id))
    .limit(eventsPerPage + 1)
    .offset((page - 1) * eventsPerPage)
  return { events: rows.slice(0, eventsPerPage), hasMore: rows.length > eventsPerPage }
}

/** How many events are on somebody's desk at all. */
export function countEvents(read: Reader, who: { userId: string; officeId: string | null }): Promise<number> {
  return read.$count(events, mine(read, who))
}

function mine(read: Reader, { userId, officeId }: { userId: string; officeId: string | null }) {
  const assigned = read
    .select({ id: assignments.eventId })
    .from(assignments)
    .where(eq(assignments.userId, userId))
  return or(officeId ? eq(events.officeId, officeId) : undefined, inArray(events.id, assigned))
}

function matches(search: string) {
  const wanted = search
    .replace(/[%_\\"]/g, ' ')
    .trim()
    .toLowerCase()
  if (!wanted) return undefined
  return or(like(sql`lower(cast(${events.name} as text))`, `%${wanted}%`), like(events.slug, `%${wanted}%`))
}

/** Who has a role in this event alone, with the accounts that could be given one. */
export async function readRoles(read: Reader, scope: EventScope) {
  const [assigned, members] = await Promise.all([
    read
      .select({ id: assignments.id, role: assignments.role, name: users.name, email: users.email })
      .from(assignments)
      .innerJoin(users, eq(users.id, assignments.userId))
      .where(eq(assignments.eventId, scope.eventId))
      .orderBy(asc(users.name), asc(assignments.role)),
    read
      .select({ name: users.name, email: users.email, role: memberships.role })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.officeId, scope.officeId))
      .orderBy(asc(users.name)),
  ])
  return { assigned, members }
}

/** What a new event of this office starts from. */
export async function readOfficeDefaults(read: Reader, scope: OfficeScope) {
  const [office] = await read
    .select({ languages: offices.languages, zone: offices.zone })
    .from(offices)
    .where(eq(offices.id, scope.officeId))
  if (!office) throw new Error(`No office ${scope.officeId}`)
  return { office }
}
