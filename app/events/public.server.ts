import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.server.ts'
import { events } from '#db/schema/events.server.ts'
import type { EventRow } from './lock.server.ts'

/** The event as the public may see it: published, or cancelled and saying so. Null for drafts and what is not there. */
export async function findPublicEvent(read: Reader, slug: string | undefined): Promise<EventRow | null> {
  const [event] = await read
    .select()
    .from(events)
    .where(and(eq(events.slug, slug ?? ''), inArray(events.state, ['published', 'cancelled'])))
    .limit(1)
  return event ?? null
}
