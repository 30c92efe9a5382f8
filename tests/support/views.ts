import type { Database } from '#db/client.server.ts'
import { newId } from '#db/id.server.ts'
import { guestViews } from '#db/schema/guest-views.server.ts'
import { aMember } from './accounts.ts'
import { now } from './builders.ts'

type ViewGiven = { officeId: string; name: string; search?: string }

/** A view of an event's guests that a member of the office shares; its id. */
export async function aView(database: Database, event: { id: string }, given: ViewGiven): Promise<string> {
  const { officeId, name, search = 'nobody' } = given
  const { userId } = await aMember(database, officeId, { role: 'organiser', hasPassword: false })
  const id = newId()
  const kept = { name, nameKey: name.toLowerCase(), query: { search }, isShared: true }
  const row = { id, eventId: event.id, userId, ...kept, createdAt: now, updatedAt: now }
  await database.write((tx) => tx.insert(guestViews).values(row))
  return id
}
