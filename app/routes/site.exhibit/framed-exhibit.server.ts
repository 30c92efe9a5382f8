import { data } from '@remix-run/node'
import type { EventRow } from '#app/events/lock.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { MajlisContext } from '#app/load-context.ts'
import { shownExhibit } from './shown-exhibit.server.ts'

// Shown inside a frame of our own page, where it may run nothing and send nothing.
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

type Shown = Parameters<typeof shownExhibit>[1]

/** An exhibit as visitors would see it, for a frame beside the form in which it is written. */
export async function framedExhibit(
  context: MajlisContext,
  exhibit: Shown,
  visit: { event: EventRow; language: Language; handouts?: string },
) {
  const shown = await shownExhibit(context, exhibit, { ...visit, isPreview: false, isFramed: true })
  return data(shown, { headers: { 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' } })
}
