import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { findInvitationByToken, type GuestScope } from '#app/answers/scope.server.ts'
import { submitAnswer } from '#app/answers/submit.server.ts'
import { submitFreeSeats, submitOfferWithdrawal, submitSeat } from '#app/answers/submit-waiting.server.ts'
import { serveWaitingLists } from '#app/answers/waiting-clock.server.ts'
import { moveInLine } from '#app/answers/waiting-order.server.ts'
import { attendeeToken } from '#app/invitations/token.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { parts, type SeatGiving } from '#db/schema/events.server.ts'
import { attendances, attendees } from '#db/schema/invitations.server.ts'
import { messages } from '#db/schema/mail.server.ts'
import type { anEvent } from '#tests/support/builders.ts'
import { anAnswer, site } from '#tests/support/guests.ts'

/* What the machine of `machine.test.ts` does with waiting lists: rules, offers, quotas, the clock. */

export type WaitingWorld = {
  database: Database
  event: Awaited<ReturnType<typeof anEvent>>
  guests: readonly { id: string; scope: GuestScope; attendeeId: string }[]
  capacity: number
  quota: number | null
  giving: SeatGiving
  /** By how much the clock was put forward, in milliseconds. */
  skipped: number
}

/** How a world's waiting lists begin. */
export function waitingBegins(): Pick<WaitingWorld, 'quota' | 'giving' | 'skipped'> {
  return { quota: null, giving: 'atOnce', skipped: 0 }
}

const giving = fc.constantFrom<SeatGiving>('atOnce', 'offer', 'offer', 'byHand')

/** A part's rule: the world begins with one, and it changes on the way. */
export const aRule = fc.record({
  kind: fc.constant('rule'),
  giving,
  quota: fc.constantFrom(null, 1, 1, 2),
  seats: fc.integer({ min: 0, max: 4 }),
})

export const waitingActs = [
  aRule,
  fc.record({ kind: fc.constant('toOffer'), who: fc.nat(), takes: fc.boolean() }),
  fc.record({ kind: fc.constant('clock') }),
  fc.record({
    kind: fc.constant('inLine'),
    who: fc.nat(),
    act: fc.constantFrom('give', 'offer', 'takeBack', 'first'),
  }),
] as const

type Act = (typeof waitingActs)[number] extends fc.Arbitrary<infer One> ? One : never

const kinds = ['rule', 'toOffer', 'clock', 'inLine']

export function isWaitingAct({ kind }: { kind: string }): boolean {
  return kinds.includes(kind)
}

/** How a waiting list's act is done; null when there is nobody to whom it could be. */
export async function waitingForm(world: WaitingWorld, act: { kind: string }, now: Date) {
  const one = act as Act
  const { database } = world
  switch (one.kind) {
    case 'rule':
      return changeRule(world, one as Extract<Act, { quota: unknown }>, now)
    case 'toOffer':
      return toOffer(world, one as Extract<Act, { takes: unknown }>, now)
    case 'clock': {
      const forward = 45 * 60_000
      world.skipped += forward
      return () => serveWaitingLists(database, { site, now: new Date(now.getTime() + forward) })
    }
    case 'inLine':
      return inLine(world, one as Extract<Act, { act: unknown }>, now)
    default:
      throw new Error(`Nobody does this: ${act.kind}`)
  }
}

export function changeRule(
  world: WaitingWorld,
  rule: { giving: SeatGiving; quota: number | null; seats: number },
  now: Date,
) {
  const { database, event } = world
  Object.assign(world, { giving: rule.giving, quota: rule.quota, capacity: rule.seats })
  const set = { seatsGiven: rule.giving, organisationQuota: rule.quota, capacity: rule.seats, offerHours: 1 }
  return async () => {
    await database.write((tx) => tx.update(parts).set(set).where(eq(parts.id, event.meeting.id)))
    await submitFreeSeats(database, event.scope, { site, now })
  }
}

async function toOffer(
  { database, event, guests }: WaitingWorld,
  { who, takes }: { who: number; takes: boolean },
  now: Date,
) {
  const offered = await placed(database, event.meeting.id, 'offered')
  const one = offered[who % Math.max(1, offered.length)]
  if (!one) return null
  const token = attendeeToken(site.secret, one.id, one.tokenVersion)
  const guest = guests.find(({ attendeeId }) => attendeeId === one.id)
  const scope = guest?.scope ?? (await findInvitationByToken(database.read, token))
  const given = {
    ...anAnswer(event.meeting.id, takes ? 'accepted' : 'declined'),
    toOffer: true,
    requestId: newId(),
  }
  return scope && (() => submitAnswer(database, scope, { given, site, now }))
}

async function inLine(world: WaitingWorld, { who, act }: { who: number; act: string }, now: Date) {
  const { database, event } = world
  const waiting = await placed(database, event.meeting.id, act === 'takeBack' ? 'offered' : 'waitlisted')
  const one = waiting[who % Math.max(1, waiting.length)]
  if (!one) return null
  const shared = { partId: event.meeting.id, attendeeId: one.id, note: '', now }
  if (act === 'takeBack') return () => submitOfferWithdrawal(database, event.scope, { ...shared, site })
  if (act === 'first')
    return () => database.write((tx) => moveInLine(tx, event.scope, { ...shared, direction: 'first' }))
  const how = act === 'give' ? ('give' as const) : ('offer' as const)
  return () => submitSeat(database, event.scope, { ...shared, how, anyway: false, site })
}

function placed(database: Database, partId: string, status: 'offered' | 'waitlisted') {
  return database.read
    .select({ id: attendees.id, tokenVersion: attendees.tokenVersion })
    .from(attendances)
    .innerJoin(attendees, eq(attendees.id, attendances.attendeeId))
    .where(and(eq(attendances.partId, partId), eq(attendances.status, status)))
    .orderBy(attendees.createdAt, attendees.id)
}

type Row = typeof attendances.$inferSelect

/**
 * No seat is given beyond those there are, none beyond an organisation's share, and no free one passes anybody by whom
 * it could reach. What was given before seats became fewer, or a share smaller, stays given.
 */
export function seatsHold(
  world: WaitingWorld,
  { before, after, at, now }: { before: readonly Row[]; after: readonly Row[]; at: string; now: Date },
  organisationOf: (attendeeId: string) => string | null | undefined,
): void {
  const holds = (row: Row) =>
    row.status === 'accepted' ||
    (row.status === 'offered' && row.offerUntil !== null && row.offerUntil >= now)
  const held = (rows: readonly Row[], organisation?: string) =>
    rows.filter(
      (row) => holds(row) && (organisation === undefined || organisationOf(row.attendeeId) === organisation),
    ).length
  expect(held(after), `seats ${at}`).toBeLessThanOrEqual(Math.max(world.capacity, held(before)))
  const inLine = after.filter(({ status, restsSince }) => status === 'waitlisted' && !restsSince)
  const organisations = new Set(after.flatMap(({ attendeeId }) => organisationOf(attendeeId) ?? []))
  for (const organisation of organisations)
    if (world.quota !== null)
      expect(held(after, organisation), `an organisation’s seats ${at}`).toBeLessThanOrEqual(
        Math.max(world.quota, held(before, organisation)),
      )
  // An offer that is over and that the worker has not seen yet leaves a seat to nobody for a moment.
  const isUnseen = after.some((row) => row.status === 'offered' && !holds(row))
  const reached = inLine.filter(({ attendeeId }) => {
    const organisation = organisationOf(attendeeId)
    return !organisation || world.quota === null || held(after, organisation) < world.quota
  })
  const isServed = isUnseen || world.giving === 'byHand' || held(after) >= world.capacity
  expect(reached.length > 0 && !isServed, `a free seat passed somebody by ${at}`).toBe(false)
  for (const { status, offerUntil } of after)
    expect(offerUntil !== null, `${status} ${at}`).toBe(status === 'offered')
}

/** Once the event is called off every offer ends, nobody moves any more, and nobody is written to about it. */
export async function offersEnd({ database, event }: WaitingWorld, now: Date): Promise<void> {
  const mails = await database.read.$count(messages)
  await serveWaitingLists(database, { site, now })
  const rows = await database.read.select().from(attendances)
  const standing = rows.map(({ status }) => status).sort()
  await submitFreeSeats(database, event.scope, { site, now })
  const later = await database.read.select().from(attendances)
  expect(later.map(({ status }) => status).sort()).toEqual(standing)
  expect([standing.includes('offered'), await database.read.$count(messages)]).toEqual([false, mails])
}
