import { useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { PaperList } from './paper-list.tsx'
import type { loader } from './route.tsx'

/** The papers of an item that everybody may open. */
export function Papers() {
  const { event, papers } = useLoaderData<typeof loader>()
  const t = useText()
  if (papers.length === 0) return null
  return (
    <section aria-labelledby="papers" className="stack">
      <h2 id="papers">{t('speakers:papers.title')}</h2>
      <PaperList papers={papers} folder={`/${event.slug}/papers`} />
    </section>
  )
}
