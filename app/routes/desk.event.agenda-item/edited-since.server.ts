import { notFound } from '#app/accounts/guard.server.ts'
import type { EventScope } from '#app/accounts/scope.server.ts'
import { lastEditOf } from '#app/agenda/editors.server.ts'
import { findAgendaItem } from '#app/agenda/read.server.ts'
import type { Reader } from '#db/client.server.ts'

/** Who has changed an item since a form of it was opened, and what it is now. */
export async function editedSince(read: Reader, scope: EventScope, itemId: string) {
  const item = await findAgendaItem(read, scope.eventId, itemId)
  if (!item) throw notFound()
  const edit = await lastEditOf(read, scope, itemId)
  const { version, takesSignUps, seats } = item
  return { by: edit?.by ?? null, at: edit?.at ?? item.updatedAt, version, takesSignUps, seats }
}
