import { useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { PaperList } from '../site.agenda-item/paper-list.tsx'
import type { loader } from './route.tsx'

/** The papers of the agenda as a whole that everybody may open. */
export function Papers() {
  const { event, papers } = useLoaderData<typeof loader>()
  const t = useText()
  if (papers.length === 0) return null
  return (
    <section aria-labelledby="agenda-papers" className="card stack">
      <h2 id="agenda-papers">{t('speakers:papers.title')}</h2>
      <PaperList papers={papers} folder={`/${event.slug}/papers`} />
    </section>
  )
}
