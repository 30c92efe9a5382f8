import { notFound } from '#app/accounts/guard.server.ts'
import type { EventRow } from '#app/events/lock.server.ts'
import { findPublicEvent } from '#app/events/public.server.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import type { MajlisContext } from '#app/load-context.ts'

/**
 * The event that other sites may show. Throws 404 for a draft, whoever asks, and for one that is cancelled: the notice of
 * it stands on its own page, and a frame elsewhere would go on as if it took place.
 */
export async function publishedEvent(context: MajlisContext, slug: string | undefined): Promise<EventRow> {
  const event = await findPublicEvent(context.database.read, slug)
  if (event?.state !== 'published') throw notFound()
  return event
}

/** Event and language in the address of a frame. */
export async function framedEvent(
  context: MajlisContext,
  { lang, event: slug }: { lang?: string; event?: string },
): Promise<{ event: EventRow; language: Language }> {
  if (!isLanguage(lang)) throw notFound()
  return { event: await publishedEvent(context, slug), language: lang }
}
