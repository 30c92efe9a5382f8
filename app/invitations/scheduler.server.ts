import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import { systemEventScope } from '#app/accounts/scope.server.ts'
import type { Database, Reader } from '#db/client.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { type MailingTrouble, mailings } from '#db/schema/mail.server.ts'
import type { Enclose } from './enclosing.server.ts'
import { tell } from './mailing.server.ts'
import { releaseMailing } from './prepare.server.ts'
import { dueAtOf, isTooLate, type ScheduleEvent } from './schedule.ts'
import type { Site } from './token.server.ts'

/** Longer than writing the letters to the largest audience takes. */
const leaseMs = 10 * 60_000
type Sending = { worker: string; site: Site; enclose?: Enclose; now: Date }

/**
 * One look at all scheduled letters: those whose event has moved are due at another time, those whose time has come
 * go, and those whose time a move has put into the past wait for a person. How many went. A letter that another
 * worker has in hand is left to it until its lease runs out.
 */
export async function sendDueMailings(
  database: Database,
  { worker, site, enclose, now }: Sending,
): Promise<number> {
  let sent = 0
  for (const waiting of await readScheduled(database.read)) {
    const due = waiting.schedule && dueAtOf(waiting.schedule, waiting.event)
    const hasMoved = due?.getTime() !== waiting.dueAt?.getTime()
    if (!due) await miss(database, waiting, 'gone', now)
    else if (due <= now && (hasMoved || isTooLate(due, now))) await miss(database, waiting, 'late', now)
    else if (hasMoved) await follow(database, waiting, due, now)
    else if (due <= now && (await release(database, waiting, { worker, site, enclose, now }))) sent++
  }
  return sent
}

async function readScheduled(read: Reader) {
  const rows = await read
    .select({
      id: mailings.id,
      schedule: mailings.schedule,
      dueAt: mailings.dueAt,
      event: { id: events.id, officeId: events.officeId, slug: events.slug, zone: events.zone },
    })
    .from(mailings)
    .innerJoin(events, eq(events.id, mailings.eventId))
    .where(eq(mailings.state, 'scheduled'))
  if (!rows.length) return []
  const theirs = await read
    .select({
      id: parts.id,
      eventId: parts.eventId,
      startsAt: parts.startsAt,
      endsAt: parts.endsAt,
      answerBy: parts.answerBy,
    })
    .from(parts)
    .where(inArray(parts.eventId, [...new Set(rows.map(({ event }) => event.id))]))
  const partsOf = Map.groupBy(theirs, ({ eventId }) => eventId)
  return rows.map((row) => ({ ...row, event: { ...row.event, parts: partsOf.get(row.event.id) ?? [] } }))
}

type Waiting = {
  id: string
  dueAt: Date | null
  event: ScheduleEvent & { id: string; officeId: string; slug: string }
}

const isStillScheduled = (id: string) => and(eq(mailings.id, id), eq(mailings.state, 'scheduled'))

/** The event has moved, and the letter with it. Its approval stands: that named the rule, not the day. */
async function follow(
  database: Database,
  { id, dueAt, event }: Waiting,
  due: Date,
  now: Date,
): Promise<void> {
  await database.write(async (tx) => {
    const [moved] = await tx
      .update(mailings)
      .set({ dueAt: due })
      .where(isStillScheduled(id))
      .returning({ id: mailings.id })
    const facts = { action: 'mailing.follow', id, before: { dueAt }, after: { dueAt: due }, now }
    if (moved) await tell(tx, systemEventScope(event), facts)
  })
}

/** The letter does not go by itself any more and says so. */
async function miss(
  database: Database,
  { id, event }: Waiting,
  trouble: MailingTrouble,
  now: Date,
): Promise<void> {
  await database.write(async (tx) => {
    const [missed] = await tx
      .update(mailings)
      .set({ state: 'missed', trouble, leasedBy: null, leasedUntil: null, updatedAt: now })
      .where(isStillScheduled(id))
      .returning({ id: mailings.id })
    if (missed)
      await tell(tx, systemEventScope(event), { action: 'mailing.miss', id, after: { trouble }, now })
  })
}

async function release(
  database: Database,
  waiting: Waiting,
  { worker, site, enclose, now }: Sending,
): Promise<boolean> {
  const { id } = waiting
  const isFree = or(isNull(mailings.leasedUntil), lte(mailings.leasedUntil, now))
  const [mine] = await database.write((tx) =>
    tx
      .update(mailings)
      .set({ leasedBy: worker, leasedUntil: new Date(now.getTime() + leaseMs) })
      .where(and(isStillScheduled(id), isFree))
      .returning({ id: mailings.id }),
  )
  if (!mine) return false
  const released = await releaseMailing(database, systemEventScope(waiting.event), {
    mailingId: id,
    site,
    enclose,
    now,
  })
  if (released.ok) return true
  // Somebody has changed it at the same moment: it is theirs again, or another look finds it.
  if (released.reason !== 'changed' && released.reason !== 'notFound')
    await miss(database, waiting, released.reason, now)
  return false
}
