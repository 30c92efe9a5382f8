import { and, asc, count, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { readCounts } from '#app/events/counts.server.ts'
import type { Reader } from '#db/client.server.ts'
import { organisations } from '#db/schema/directory.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { asItStands, offerEnd } from './offers.ts'
import { holdsSeatNow, lineOrder, readQuota } from './seating.server.ts'
import { roomOf } from './seats.ts'

export const waitingPerPage = 100

/** The parts of an event that people are invited to, in their order, with how many wait for a seat or are offered one. */
export async function readWaitingParts(read: Reader, { eventId }: EventScope) {
  const [rows, { attendances: counts }] = await Promise.all([
    read
      .select({ id: parts.id, name: parts.name })
      .from(parts)
      .where(and(eq(parts.eventId, eventId), eq(parts.audience, 'invited')))
      .orderBy(asc(parts.position)),
    readCounts(read, eventId),
  ])
  const waits = (id: string) =>
    counts
      .filter(({ partId, status }) => partId === id && (status === 'waitlisted' || status === 'offered'))
      .reduce((total, { n }) => total + n, 0)
  return rows.map((part) => ({ ...part, waits: waits(part.id) }))
}

/** A part's waiting list, a page of it, with who is offered a seat and what each organisation holds; null when it is not this event's. */
export async function readWaitingList(
  read: Reader,
  scope: EventScope,
  { partId, page, now }: { partId: string; page: number; now: Date },
) {
  const [found] = await read
    .select({ part: parts, event: { state: events.state, zone: events.zone } })
    .from(parts)
    .innerJoin(events, eq(events.id, parts.eventId))
    .where(and(eq(parts.id, partId), eq(parts.eventId, scope.eventId)))
  if (!found) return null
  const { part, event } = found
  const quota = await readQuota(read, part, now)
  const [{ offered, line, total }, taken] = [
    await readLine(read, { partId, page }),
    await countSeats(read, partId, now),
  ]
  const shown = [...offered, ...line].map((row) => asItStands(row, event, part, now))
  const rights = quota && { ...quota, organisationOf: () => undefined }
  const withRoom = shown.map((row) => {
    const organisation = row.organisationId ?? undefined
    const most = quota?.own.get(organisation ?? '') ?? quota?.general ?? null
    return {
      ...row,
      held: quota?.held.get(organisation ?? '') ?? 0,
      most: organisation ? most : null,
      isBeyondQuota: roomOf(rights, organisation) < 1,
    }
  })
  return {
    part,
    event,
    seats: taken,
    canOffer: event.state === 'published' && offerEnd(part, now) !== null,
    isOver: event.state === 'cancelled' || now > part.endsAt,
    offered: withRoom.filter(({ status }) => status === 'offered'),
    line: withRoom.filter(({ status }) => status !== 'offered'),
    first: (page - 1) * waitingPerPage,
    pages: Math.max(1, Math.ceil(total / waitingPerPage)),
    organisations: await readOrganisations(read, scope, { rows: shown, own: quota?.own ?? new Map() }),
  }
}

export type WaitingList = NonNullable<Awaited<ReturnType<typeof readWaitingList>>>

const shownColumns = {
  id: attendances.attendeeId,
  invitationId: attendees.invitationId,
  organisationId: attendees.organisationId,
  organisationName: attendees.organisationName,
  names: attendees.names,
  email: attendees.email,
  status: attendances.status,
  waitingSince: attendances.waitingSince,
  offerUntil: attendances.offerUntil,
  restsSince: attendances.restsSince,
}

async function readLine(read: Reader, { partId, page }: { partId: string; page: number }) {
  const rows = (status: 'offered' | 'waitlisted') =>
    read
      .select(shownColumns)
      .from(attendances)
      .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
      .where(and(eq(attendances.partId, partId), eq(attendances.status, status)))
      .$dynamic()
  const isHere = and(eq(attendances.partId, partId), eq(attendances.status, 'waitlisted'))
  return {
    offered: await rows('offered').orderBy(asc(attendances.offerUntil), asc(attendances.attendeeId)),
    // Who let an offer go by comes after those whom a free seat reaches.
    line: await rows('waitlisted')
      .orderBy(asc(isNotNull(attendances.restsSince)), ...lineOrder)
      .limit(waitingPerPage)
      .offset((page - 1) * waitingPerPage),
    total: await read.$count(attendances, isHere),
  }
}

async function countSeats(read: Reader, partId: string, now: Date) {
  const rows = await read
    .select({ status: attendances.status, n: count() })
    .from(attendances)
    .where(and(eq(attendances.partId, partId), or(holdsSeatNow(now), eq(attendances.status, 'waitlisted'))))
    .groupBy(attendances.status)
  const of = (...wanted: string[]) =>
    rows.filter(({ status }) => wanted.includes(status)).reduce((sum, { n }) => sum + Number(n), 0)
  return { taken: of('accepted', 'attended'), offered: of('offered'), waiting: of('waitlisted') }
}

/** The organisations of those who wait, and those that have a number of their own. */
async function readOrganisations(
  read: Reader,
  { officeId }: EventScope,
  { rows, own }: { rows: readonly { organisationId: string | null }[]; own: ReadonlyMap<string, number> },
) {
  const ids = [...new Set([...rows.flatMap(({ organisationId }) => organisationId ?? []), ...own.keys()])]
  const found = await read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(and(inArray(organisations.id, ids), eq(organisations.officeId, officeId)))
    .orderBy(asc(organisations.sortKey), asc(organisations.id))
  return found.map((one) => ({ ...one, seats: own.get(one.id) ?? null }))
}
