import type { EventScope } from '#app/accounts/scope.server.ts'
import type { Reader } from '#db/client.server.ts'
import { deskAnswering } from './behalf.server.ts'
import { readStanding } from './standing.server.ts'

/** One invitation of this event with its people and where they stand; null when it is not there. */
export function readGuestPage(read: Reader, scope: EventScope, invitationId: string, now: Date) {
  return readStanding(read, deskAnswering(scope, invitationId), now)
}
