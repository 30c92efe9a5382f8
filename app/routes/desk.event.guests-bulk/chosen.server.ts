import { requireEvent } from '#app/accounts/guard.server.ts'
import { choiceOf } from '#app/answers/guest-filter.ts'
import { selectionOf } from '#app/answers/selection.server.ts'
import type { MajlisContext } from '#app/load-context.ts'

/** Whom an act is meant for, as the address of its page says; and the way back to the table they were chosen in. */
export async function openChosen(context: MajlisContext, request: Request, event: string | undefined) {
  const scope = await requireEvent(context, request, event, 'guests.edit')
  const query = new URL(request.url).searchParams
  return {
    ...{ scope, query },
    selection: await selectionOf(context.database.read, scope, query),
    back: `/desk/events/${scope.slug}/guests?${choiceOf(query)}`,
  }
}

/** What of an address says whom is meant: what a further form of the page takes along. */
export function choosingIn(query: URLSearchParams): [string, string][] {
  return [...choiceOf(query), ...[...query].filter(([name]) => name === 'pick' || name === 'everybody')]
}
