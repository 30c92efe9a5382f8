import { eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lockEvent } from '#app/events/lock.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Reader, Tx } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { mailsFor, sendOut } from './answer.server.ts'
import { moveUp } from './history.server.ts'
import type { Letters } from './letters.server.ts'
import { type Change, decide } from './rules.ts'
import { readSeatings } from './standing.server.ts'

/** Who would be seated from the waiting lists as things stand; nobody once the event is called off. */
export async function planFreeSeats(read: Reader, { eventId }: EventScope): Promise<Change[]> {
  const [event] = await read.select({ state: events.state }).from(events).where(eq(events.id, eventId))
  if (event?.state === 'cancelled') return []
  const itsParts = await read.select().from(parts).where(eq(parts.eventId, eventId))
  const seatings = await readSeatings(
    read,
    { parts: itsParts },
    itsParts.map(({ id }) => ({ partId: id })),
  )
  return decide(seatings, [])
}

/**
 * Seats those who wait, in their order, wherever seats are free: after a part was given more of them. `changed` when
 * others would be seated than mails were prepared for.
 */
export async function giveFreeSeats(
  tx: Tx,
  scope: EventScope,
  { letters, now }: { letters: Letters; now: Date },
) {
  await lockEvent(tx, scope.eventId)
  const changes = await planFreeSeats(tx, scope)
  const mails = mailsFor(changes, letters)
  if (!mails) return { ok: false, reason: 'changed' } as const
  await moveUp(tx, scope.eventId, { changes, now })
  await sendOut(tx, { mails, now })
  await audit(tx, scope.actor, {
    officeId: scope.officeId,
    eventId: scope.eventId,
    action: 'waitingList.serve',
    after: { changes },
    now,
  })
  return { ok: true, seated: changes.length } as const
}
