import { and, eq } from 'drizzle-orm'
import { renewPrecedence } from '../../app/directory/precedence-keys.server.ts'
import { placeSubject } from '../../app/participants/places.server.ts'
import type { Database } from '../client.server.ts'
import { attendees } from '../schema/invitations.server.ts'
import { granted } from './granted.server.ts'
import type { DemoGuests } from './invitations.server.ts'

/** The order is as usage has it, but for the guest of honour: whoever speaks for the donor goes first. */
export async function buildPrecedence(
  database: Database,
  { scope, directory, days }: DemoGuests,
): Promise<void> {
  const personId = directory.persons.get('harding') ?? ''
  await database.write(async (tx) => {
    const [guest] = await tx
      .select({ id: attendees.id })
      .from(attendees)
      .where(and(eq(attendees.eventId, scope.eventId), eq(attendees.personId, personId)))
    const placing = { place: 'first', anchorId: null, now: days.ago(1, '16:05') } as const
    granted(await placeSubject(tx, scope, { subject: 'attendee', id: guest?.id ?? '', ...placing }))
  })
  await renewPrecedence(database)
}
