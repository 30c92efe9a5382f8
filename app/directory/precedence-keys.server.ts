import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import { attendees } from '#db/schema/invitations.server.ts'
import { precedencePlaces, precedenceRecounts } from '#db/schema/precedence.server.ts'
import { type Protocol, precedenceKey, type RankedPerson } from './precedence.ts'
import { followers, officeOf, readProtocol, readRanked, withGuests } from './precedence-facts.server.ts'

/** How many keys are renewed in one transaction at most; more than that is done in slices. */
const slice = 500

/** Renews the keys of these attendees and of those whose place follows from theirs. Belongs to every write of what an order depends on. */
export async function keepPrecedence(tx: Tx, eventId: string, attendeeIds: readonly string[]): Promise<void> {
  if (!attendeeIds.length) return
  const protocol = await readProtocol(tx, { eventId, officeId: await officeOf(tx, eventId) })
  for (let at = 0; at < attendeeIds.length; at += slice) {
    const ids = await followers(tx, protocol, attendeeIds.slice(at, at + slice))
    await renew(tx, eventId, protocol, await readRanked(tx, eventId, { where: inArray(attendees.id, ids) }))
  }
}

/** Renews the keys of all attendees that are this person of the directory. */
export async function keepPersonPrecedence(tx: Tx, personId: string, now: Date): Promise<void> {
  await keepEverywhere(tx, eq(attendees.personId, personId), now)
}

/**
 * Renews the keys of all that belong to an organisation of the directory. Where others follow its place, or its people are
 * many, its events are renewed in slices, see `renewPrecedence`.
 */
export async function keepOrganisationPrecedence(tx: Tx, organisationId: string, now: Date): Promise<void> {
  const placed = await tx
    .select({ eventId: precedencePlaces.eventId })
    .from(precedencePlaces)
    .where(and(eq(precedencePlaces.subject, 'organisation'), eq(precedencePlaces.anchorId, organisationId)))
  await askRecount(
    tx,
    placed.map(({ eventId }) => eventId),
    now,
  )
  await keepEverywhere(tx, eq(attendees.organisationId, organisationId), now)
}

async function keepEverywhere(tx: Tx, where: SQL, now: Date): Promise<void> {
  const rows = await tx
    .select({ id: attendees.id, eventId: attendees.eventId })
    .from(attendees)
    .where(where)
    .limit(slice + 1)
  if (rows.length > slice) return askRecountOf(tx, where, now)
  for (const [eventId, some] of Map.groupBy(rows, (row) => row.eventId))
    await keepPrecedence(
      tx,
      eventId,
      some.map(({ id }) => id),
    )
}

/** Has the events of these attendees renewed: for what is about to leave the directory. */
export async function askRecountOf(tx: Tx, where: SQL, now: Date): Promise<void> {
  const rows = await tx.selectDistinct({ eventId: attendees.eventId }).from(attendees).where(where)
  await askRecount(
    tx,
    rows.map(({ eventId }) => eventId),
    now,
  )
}

/** Has all keys of these events renewed; one under way begins again. */
export async function askRecount(tx: Tx, eventIds: readonly string[], now: Date): Promise<void> {
  for (const eventId of new Set(eventIds)) {
    const asked = { afterId: '', askedAt: now }
    await tx
      .insert(precedenceRecounts)
      .values({ eventId, ...asked })
      .onConflictDoUpdate({ target: precedenceRecounts.eventId, set: asked })
  }
}

/** Has the keys of all events of an office renewed, the latest ones first. */
export async function askOfficeRecount(tx: Tx, officeId: string, now: Date): Promise<void> {
  const rows = await tx.select({ id: events.id }).from(events).where(eq(events.officeId, officeId))
  await askRecount(
    tx,
    rows.map(({ id }) => id),
    now,
  )
}

/**
 * Renews what waits to be renewed, a slice to a transaction, so that others get their turn; in `eventIds` only, or
 * everywhere. Ends after `most` slices and says whether anything is left. May be stopped at any moment and go on elsewhere.
 */
export async function renewPrecedence(
  database: Pick<Database, 'read' | 'write'>,
  { eventId, most = 40 }: { eventId?: string; most?: number } = {},
): Promise<boolean> {
  const only = eventId ? eq(precedenceRecounts.eventId, eventId) : undefined
  for (let done = 0; done < most; done++) {
    const [next] = await database.read
      .select()
      .from(precedenceRecounts)
      .where(only)
      .orderBy(asc(precedenceRecounts.askedAt), asc(precedenceRecounts.eventId))
      .limit(1)
    if (!next) return false
    await database.write((tx) => renewSlice(tx, next.eventId))
  }
  return true
}

async function renewSlice(tx: Tx, eventId: string): Promise<void> {
  // Locks the event as every change of one of its attendees does: what it reads stays so.
  const [event] = await tx
    .update(events)
    .set({ revision: sql`${events.revision} + 1` })
    .where(eq(events.id, eventId))
    .returning({ officeId: events.officeId })
  const [recount] = await tx.select().from(precedenceRecounts).where(eq(precedenceRecounts.eventId, eventId))
  if (!event || !recount) return
  const protocol = await readProtocol(tx, { eventId, officeId: event.officeId })
  const people = await readRanked(tx, eventId, { after: recount.afterId, size: slice })
  await renew(tx, eventId, protocol, people)
  const last = people.at(-1)
  const isIt = eq(precedenceRecounts.eventId, eventId)
  if (last && people.length === slice)
    await tx.update(precedenceRecounts).set({ afterId: last.id }).where(isIt)
  else await tx.delete(precedenceRecounts).where(isIt)
}

async function renew(tx: Tx, eventId: string, protocol: Protocol, people: readonly RankedPerson[]) {
  if (!people.length) return
  const known = new Map([...protocol.people, ...(await withGuests(tx, eventId, people))])
  const keys = people.map((person) => ({
    id: person.id,
    key: precedenceKey(person, { ...protocol, people: known }),
  }))
  for (let at = 0; at < keys.length; at += 100) await saveKeys(tx, keys.slice(at, at + 100))
}

async function saveKeys(tx: Tx, keys: readonly { id: string; key: string }[]): Promise<void> {
  const cases = keys.map(({ id, key }) => sql`when ${id} then ${key}`)
  await tx
    .update(attendees)
    .set({ precedenceKey: sql`case ${attendees.id} ${sql.join(cases, sql` `)} end` })
    .where(
      inArray(
        attendees.id,
        keys.map(({ id }) => id),
      ),
    )
}
