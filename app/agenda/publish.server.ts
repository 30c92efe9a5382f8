import type { Tx } from '#db/client.server.ts'
import type { EventScope } from '../accounts/scope.server.ts'
import { publishEvent } from '../events/publish.server.ts'
import { releaseAgenda } from './release.server.ts'
import { lastRelease } from './released.server.ts'

/** Makes a draft public, and its agenda with it where it has one and none was ever released. Refused as `publishEvent` is. */
export async function publishWithAgenda(tx: Tx, scope: EventScope, { now }: { now: Date }) {
  const published = await publishEvent(tx, scope, { now })
  if (!published.ok || (await lastRelease(tx, scope.eventId))) return published
  // An agenda that is still empty is released when there is something in it.
  await releaseAgenda(tx, scope, { note: {}, now })
  return published
}
