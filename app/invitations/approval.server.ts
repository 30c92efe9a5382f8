import type { EventScope } from '#app/accounts/scope.server.ts'
import { needsSecondPerson } from '#app/accounts/second-person.server.ts'
import type { Reader } from '#db/client.server.ts'

type Written = { createdBy: string | null; editedBy: string | null }

/** Whether this user is a second person to a letter: neither who began it nor who last changed it. */
export function isSecondPerson(userId: string | null, { createdBy, editedBy }: Written): boolean {
  return userId !== null && userId !== createdBy && userId !== editedBy
}

/** `secondPerson` when the office wants somebody else to approve this letter; null when the one who asks may. */
export async function refuseApproval(read: Reader, scope: EventScope, written: Written) {
  const userId = scope.actor.kind === 'user' ? scope.actor.id : null
  if (isSecondPerson(userId, written)) return null
  return (await needsSecondPerson(read, scope)) ? ('secondPerson' as const) : null
}
