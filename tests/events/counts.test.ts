import { and, count, eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCounts } from '#app/events/counts.server.ts'
import type { Database, Tx } from '#db/client.server.ts'
import {
  type AttendanceStatus,
  attendances,
  attendees,
  type InvitationState,
  invitations,
} from '#db/schema/invitations.server.ts'
import { anEvent, now } from '#tests/support/builders.ts'
import { testDatabase } from '#tests/support/database.ts'
import { aGuest } from '#tests/support/guests.ts'

const statuses: AttendanceStatus[] = ['invited', 'accepted', 'declined', 'waitlisted', 'cancelled']
const states: InvitationState[] = ['draft', 'sent', 'revoked']

const some = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 })
const change = fc.oneof(
  fc.record({ verb: fc.constant('set' as const), some, status: fc.constantFrom(...statuses) }),
  fc.record({ verb: fc.constant('put' as const), some, status: fc.constantFrom(...statuses) }),
  fc.record({ verb: fc.constant('state' as const), some, state: fc.constantFrom(...states) }),
  fc.record({ verb: fc.constant('leavePart' as const), some }),
  fc.record({ verb: fc.constant('remove' as const), some }),
)
type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never
const transaction = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  fails: fc.boolean(),
})

test('whatever is added, changed, removed or rolled back, the counts of an event are what counting would give', async () => {
  const database = await testDatabase()
  const elsewhere = await anEvent(database)
  await aGuest(database, elsewhere)
  const before = await readCounts(database.read, elsewhere.id)
  await fc.assert(
    fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 6 }), async (transactions) => {
      const event = await anEvent(database)
      const guests: Guest[] = []
      for (let i = 0; i < 6; i++) guests.push(await aGuest(database, event))
      for (const { changes, fails } of transactions) {
        const done = database.write(async (tx) => {
          for (const one of changes) await make(tx, event, guests, one)
          if (fails) throw new Error('Rolled back')
        })
        await done.catch((error: Error) => expect(error.message).toBe('Rolled back'))
        expect(await keptCounts(database, event.id)).toEqual(await counted(database, event.id))
      }
    }),
    { numRuns: 12 },
  )
  expect(await readCounts(database.read, elsewhere.id)).toEqual(before)
})

type Event = Awaited<ReturnType<typeof anEvent>>
type Guest = Awaited<ReturnType<typeof aGuest>>

async function make(tx: Tx, event: Event, guests: Guest[], one: Change): Promise<void> {
  const chosen = one.some.flatMap((i) => guests[i] ?? [])
  const attendeeIds = chosen.map(({ attendeeId }) => attendeeId)
  const itsPart = and(inArray(attendances.attendeeId, attendeeIds), eq(attendances.partId, event.meeting.id))
  switch (one.verb) {
    case 'set':
      await tx.update(attendances).set({ status: one.status }).where(itsPart)
      return
    case 'put': {
      const there = await tx
        .select({ id: attendees.id })
        .from(attendees)
        .where(inArray(attendees.id, attendeeIds))
      const rows = there.map(({ id }) => ({ attendeeId: id, partId: event.meeting.id, eventId: event.id }))
      if (!rows.length) return
      await tx
        .insert(attendances)
        .values(rows.map((row) => ({ ...row, status: one.status, answeredAt: now })))
        .onConflictDoUpdate({
          target: [attendances.attendeeId, attendances.partId],
          set: { status: one.status },
        })
      return
    }
    case 'state':
      await tx
        .update(invitations)
        .set({ state: one.state })
        .where(inArray(invitations.id, idsOf(chosen)))
      return
    case 'leavePart':
      await tx.delete(attendances).where(itsPart)
      return
    case 'remove':
      // Takes the attendee and its attendances along.
      await tx.delete(invitations).where(inArray(invitations.id, idsOf(chosen)))
  }
}

function idsOf(chosen: Guest[]): string[] {
  return chosen.map(({ id }) => id)
}

async function keptCounts(database: Database, eventId: string) {
  const { attendances: standing, ...others } = await readCounts(database.read, eventId)
  return { ...others, standing: sorted(standing) }
}

/** The same by counting the rows themselves. */
async function counted({ read }: Database, eventId: string) {
  const standing = await read
    .select({ partId: attendances.partId, status: attendances.status, n: count() })
    .from(attendances)
    .where(eq(attendances.eventId, eventId))
    .groupBy(attendances.partId, attendances.status)
  const live = inArray(invitations.state, ['draft', 'sent'])
  return {
    attendees: await read.$count(attendees, eq(attendees.eventId, eventId)),
    invitations: await read.$count(invitations, eq(invitations.eventId, eventId)),
    liveInvitations: await read.$count(invitations, and(eq(invitations.eventId, eventId), live)),
    standing: sorted(standing.map((row) => ({ ...row, n: Number(row.n) }))),
  }
}

function sorted<Row extends { partId: string; status: string }>(rows: Row[]): Row[] {
  return rows.toSorted((a, b) => `${a.partId} ${a.status}`.localeCompare(`${b.partId} ${b.status}`))
}
