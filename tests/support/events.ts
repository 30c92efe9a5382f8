import { eq } from 'drizzle-orm'
import type { OfficeRole } from '#app/accounts/permission.ts'
import type { PartContent } from '#app/events/rules.ts'
import type { VenueContent } from '#app/events/venues.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { memberships, users } from '#db/schema/accounts.server.ts'
import { events, parts } from '#db/schema/events.server.ts'
import { now } from './builders.ts'

/** A meeting on 14 December 2026, 09:00 to 15:30 in Baghdad. */
export function partContent(given: Partial<PartContent> = {}): PartContent {
  return {
    kind: 'meeting',
    name: { en: 'Partner meeting' },
    startsAt: new Date('2026-12-14T06:00:00Z'),
    endsAt: new Date('2026-12-14T12:30:00Z'),
    audience: 'invited',
    capacity: 60,
    answerBy: null,
    venueId: null,
    ...given,
  }
}

export function venueContent(given: Partial<VenueContent> = {}): VenueContent {
  return {
    name: { en: 'Hall A' },
    address: { en: '60 Metre Street, Erbil' },
    directions: {},
    mapUrl: null,
    ...given,
  }
}

/** A person with an account, and a rank in an office if one is given. */
export async function aUser(
  database: Database,
  given: { email: string; officeId?: string; role?: OfficeRole },
): Promise<string> {
  const id = newId()
  const { email, officeId, role = 'organiser' } = given
  await database.write(async (tx) => {
    await tx.insert(users).values({ id, name: email, email, createdAt: now, updatedAt: now })
    if (officeId)
      await tx.insert(memberships).values({ id: newId(), officeId, userId: id, role, createdAt: now })
  })
  return id
}

export async function revisionOf(database: Database, eventId: string): Promise<number> {
  const [event] = await database.read
    .select({ revision: events.revision })
    .from(events)
    .where(eq(events.id, eventId))
  return event?.revision ?? Number.NaN
}

export async function sequenceOf(database: Database, partId: string): Promise<number> {
  const [part] = await database.read
    .select({ sequence: parts.sequence })
    .from(parts)
    .where(eq(parts.id, partId))
  return part?.sequence ?? Number.NaN
}
