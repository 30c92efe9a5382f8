import { notFound } from '#app/accounts/guard.server.ts'
import type { EventRow } from '#app/events/lock.server.ts'
import { findDraft, findPublicEvent } from '#app/events/public.server.ts'
import { isLanguage, type Language } from '#app/i18n/languages.ts'
import type { MajlisContext } from '#app/load-context.ts'

/** The event and language in a public address; a draft for those who work on it. Throws 404 for everything else. */
export async function visitedEvent(
  context: MajlisContext,
  { lang, event: slug }: { lang?: string; event?: string },
): Promise<{ event: EventRow; language: Language }> {
  const { read } = context.database
  if (!isLanguage(lang)) throw notFound()
  const event =
    (await findPublicEvent(read, slug)) ?? (await findDraft(read, (await context.user())?.id, slug))
  if (!event) throw notFound()
  return { event, language: lang }
}
