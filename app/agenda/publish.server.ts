import { and, eq, ne, notExists } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.server.ts'
import { settings } from '#db/schema/accounts.server.ts'
import { events } from '#db/schema/events.server.ts'
import { releases } from '#db/schema/releases.server.ts'
import { type EventScope, systemEventScope } from '../accounts/scope.server.ts'
import { lockEvent } from '../events/lock.server.ts'
import { publishEvent } from '../events/publish.server.ts'
import { releaseAgenda } from './release.server.ts'
import { lastRelease } from './released.server.ts'

/** Makes a draft public, and its agenda with it where it has one and none was ever released. Refused as `publishEvent` is. */
export async function publishWithAgenda(tx: Tx, scope: EventScope, { now }: { now: Date }) {
  const published = await publishEvent(tx, scope, { now })
  if (published.ok) await releaseFirst(tx, scope, { now })
  return published
}

/** An agenda that is still empty is released when there is something in it. */
async function releaseFirst(tx: Tx, scope: EventScope, { now }: { now: Date }): Promise<void> {
  if (!(await lastRelease(tx, scope.eventId))) await releaseAgenda(tx, scope, { note: {}, now })
}

const done = 'oldAgendas'

/**
 * Once, after releases came to be: makes what the public of an event saw until then its first version. An agenda that
 * has none later is one that nobody wanted to be seen yet.
 */
export async function releaseOldAgendas(database: Database, { now }: { now: Date }): Promise<void> {
  const { read, write } = database
  const [isDone] = await read.select().from(settings).where(eq(settings.key, done))
  if (isDone) return
  const itsReleases = read.select({ id: releases.id }).from(releases).where(eq(releases.eventId, events.id))
  const seen = await read
    .select({ id: events.id, officeId: events.officeId, slug: events.slug })
    .from(events)
    .where(and(ne(events.state, 'draft'), notExists(itsReleases)))
  for (const event of seen)
    await write(async (tx) => {
      await lockEvent(tx, event.id)
      await releaseFirst(tx, systemEventScope(event), { now })
    })
  await write((tx) => tx.insert(settings).values({ key: done, value: true }).onConflictDoNothing())
}
