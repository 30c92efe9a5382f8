import { redirect } from '@remix-run/node'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { MajlisContext } from '#app/load-context.ts'

export type Desk = { context: MajlisContext; scope: EventScope; hallId: string }

/** Back to the hall after something was done. */
export function backTo(
  { scope, hallId }: Pick<Desk, 'scope' | 'hallId'>,
  done: string,
  more: Record<string, string> = {},
) {
  const query = new URLSearchParams({ ...(hallId && { hall: hallId }), ...(done && { done }), ...more })
  return redirect(`/desk/events/${scope.slug}/booths/plan?${query}`, { status: 303 })
}
