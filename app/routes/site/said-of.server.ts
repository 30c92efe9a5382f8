import { notFound } from '#app/accounts/guard.server.ts'
import { findExhibit } from '#app/exhibition/exhibit-page.server.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { visitedEvent } from './visited-event.server.ts'

type Address = { lang?: string; event?: string; exhibit?: string }

/** The event and the exhibit to which visitors may say something. Throws 404 unless both are public and take place. */
export async function saidOf(context: MajlisContext, params: Address) {
  const { event, language } = await visitedEvent(context, params)
  if (event.state !== 'published') throw notFound()
  const exhibit = await findExhibit(context.database.read, event.id, params.exhibit ?? '')
  if (params.exhibit && !exhibit) throw notFound()
  return { event, language, exhibit }
}
