import { and, eq, exists, gte, inArray, notExists, type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { type AttendeeChange, changeAttendees } from '#app/invitations/attendees.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'

/** What of an office ended before an instant. */
export type Due = { officeId: string; before: Date }

/** One kind of rows that a purge goes through: those left to do, and some hundred of them done. */
export type Sweep = {
  count(read: Reader, due: Due): Promise<number>
  take(tx: Tx, due: Due): Promise<number>
}

// A slice holds up nobody for longer than a few milliseconds.
const slice = 300

type Condition = (read: Reader, due: Due) => SQL | undefined

/** Rows of `table` found by `key` that still hold something; `change` is what they become, null that they go. */
export function sweep(table: PgTable, key: PgColumn, which: Condition, change: object | null): Sweep {
  return {
    count: (read, due) => read.$count(table, which(read, due)),
    async take(tx, due) {
      const some = tx.selectDistinct({ key }).from(table).where(which(tx, due)).limit(slice)
      const these = and(inArray(key, some), which(tx, due))
      const done = change
        ? await tx
            .update(table)
            .set(change as never)
            .where(these)
            .returning({ key })
        : await tx.delete(table).where(these).returning({ key })
      return done.length
    },
  }
}

/** The same for attendees, who are written in one place alone. */
export function attendeeSweep(which: Condition, set: AttendeeChange['set']): Sweep {
  return {
    count: (read, due) => read.$count(attendees, which(read, due)),
    async take(tx, due) {
      const some = tx.select({ id: attendees.id }).from(attendees).where(which(tx, due)).limit(slice)
      // Asked once more of each row: another run may have done it while this one waited for it.
      const these = and(inArray(attendees.id, some), which(tx, due))
      return (await changeAttendees(tx, { which: these, set })).length
    },
  }
}

/** Events of the office all of whose parts were over before then. */
export function overBy(read: Reader, { officeId, before }: Due) {
  const itsParts = (isLater: SQL | undefined) =>
    read
      .select({ one: sql`1` })
      .from(parts)
      .where(and(eq(parts.eventId, events.id), isLater))
  return read
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.officeId, officeId),
        exists(itsParts(undefined)),
        notExists(itsParts(gte(parts.endsAt, before))),
      ),
    )
}

export const inOver =
  (eventId: PgColumn, isLeft: SQL | undefined): Condition =>
  (read, due) =>
    and(inArray(eventId, overBy(read, due)), isLeft)
