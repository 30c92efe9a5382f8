import { and, eq } from 'drizzle-orm'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { audit } from '#db/audit.server.ts'
import type { Tx } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { madeBefore } from '#db/made-before.server.ts'
import { venues } from '#db/schema/events.server.ts'
import { type Localized, languages } from '../i18n/languages.ts'
import { lockEvent } from './lock.server.ts'
import { keepUnseen } from './rules.ts'
import { raiseSequence } from './sequence.server.ts'

export type VenueContent = {
  name: Localized
  address: Localized
  directions: Localized
  mapUrl: string | null
}

/** Adds a place where parts can be; once, however often its form is sent. */
export async function addVenue(
  tx: Tx,
  scope: EventScope,
  { id = newId(), content, now }: { id?: string; content: VenueContent; now: Date },
) {
  const { officeId, eventId, actor } = scope
  await lockEvent(tx, eventId)
  const before = await madeBefore(tx, venues, { id, ours: eq(venues.eventId, eventId) })
  if (before) return before
  await tx.insert(venues).values({ ...content, id, eventId })
  await audit(tx, actor, { officeId, eventId, action: 'venue.add', subjectId: id, after: content, now })
  return { ok: true, id } as const
}

/** Changes a place. Its parts' calendar sequence rises when its name or address reads differently. */
export async function editVenue(
  tx: Tx,
  scope: EventScope,
  { venueId, content, now }: { venueId: string; content: VenueContent; now: Date },
) {
  const { officeId, eventId, actor } = scope
  const event = await lockEvent(tx, eventId)
  const before = await findVenue(tx, scope, venueId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  const after = {
    name: keepUnseen(before.name, content.name, event.languages),
    address: keepUnseen(before.address, content.address, event.languages),
    directions: keepUnseen(before.directions, content.directions, event.languages),
    mapUrl: content.mapUrl,
  }
  await tx.update(venues).set(after).where(eq(venues.id, before.id))
  if (readsDifferently(before.name, after.name) || readsDifferently(before.address, after.address))
    await raiseSequence(tx, { eventId, venueId })
  await audit(tx, actor, { officeId, eventId, action: 'venue.edit', subjectId: venueId, before, after, now })
  return { ok: true, id: venueId } as const
}

/** Removes a place; parts that were there have none, and their calendars learn of it. */
export async function removeVenue(
  tx: Tx,
  scope: EventScope,
  { venueId, now }: { venueId: string; now: Date },
) {
  const { officeId, eventId, actor } = scope
  await lockEvent(tx, eventId)
  const before = await findVenue(tx, scope, venueId)
  if (!before) return { ok: false, reason: 'notFound' } as const
  await raiseSequence(tx, { eventId, venueId })
  await tx.delete(venues).where(eq(venues.id, before.id))
  await audit(tx, actor, { officeId, eventId, action: 'venue.remove', subjectId: venueId, before, now })
  return { ok: true } as const
}

/** A translation added where there was none moves nobody; another text where one could be read may. */
function readsDifferently(before: Localized, after: Localized): boolean {
  return languages.some((language) => before[language] && before[language] !== after[language])
}

async function findVenue(tx: Tx, scope: EventScope, venueId: string) {
  const [venue] = await tx
    .select()
    .from(venues)
    .where(and(eq(venues.id, venueId), eq(venues.eventId, scope.eventId)))
  return venue ?? null
}
