import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { EventScope } from '../../app/accounts/scope.server.ts'
import { giveListingOnBehalf } from '../../app/privacy/listing.server.ts'
import { recordRightsRequest } from '../../app/privacy/requests.server.ts'
import type { Database } from '../client.server.ts'
import { attendances, attendees, invitations } from '../schema/invitations.server.ts'
import type { DemoDays } from './days.server.ts'
import { granted } from './granted.server.ts'

/** Half of those who come have agreed to be listed, and one who does not come asks to be erased. */
export async function buildPrivacy(
  database: Database,
  { scope, days }: { scope: EventScope; days: DemoDays },
): Promise<void> {
  const coming = await guestsWho(database, scope, 'accepted')
  const [gone] = await guestsWho(database, scope, 'declined')
  const now = days.ago(2, '11:20')
  for (const [index, attendeeId] of coming.entries())
    if (index % 2 === 0)
      granted(await database.write((tx) => giveListingOnBehalf(tx, scope, { attendeeId, agrees: true, now })))
  if (!gone) return
  const reason = 'I have left the organisation.'
  const asking = { attendeeId: gone, kind: 'erasure' as const, reason, now }
  granted(await database.write((tx) => recordRightsRequest(tx, scope, asking)))
}

async function guestsWho({ read }: Database, { eventId }: EventScope, status: 'accepted' | 'declined') {
  const rows = await read
    .selectDistinct({ id: attendees.id, sortKey: attendees.sortKey })
    .from(attendees)
    .innerJoin(invitations, and(eq(invitations.id, attendees.invitationId), eq(invitations.state, 'sent')))
    .innerJoin(attendances, and(eq(attendances.attendeeId, attendees.id), eq(attendances.status, status)))
    .where(and(eq(attendees.eventId, eventId), isNotNull(invitations.personId)))
    .orderBy(asc(attendees.sortKey))
  return rows.map(({ id }) => id)
}
