import { redirect } from '@remix-run/node'
import type { EventScope } from '#app/accounts/scope.server.ts'
import type { MajlisContext } from '#app/load-context.ts'

export type Desk = { context: MajlisContext; scope: EventScope; exhibitId: string }

/** Back to the exhibit's page, at the part that changed. */
export function backTo({ scope, exhibitId }: Omit<Desk, 'context'>, done: string, part = '') {
  const query = done && `?done=${done}`
  return redirect(`/desk/events/${scope.slug}/exhibition/${exhibitId}${query}${part}`, { status: 303 })
}
