import { useLoaderData } from '@remix-run/react'
import { useText } from '#app/i18n/use-text.ts'
import { PaperList } from '../site.agenda-item/paper-list.tsx'
import type { loader } from './route.tsx'

/** The papers of the parts that the reader is invited to. */
export function GuestPapers() {
  const { papers, token } = useLoaderData<typeof loader>()
  const t = useText()
  if (papers.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="guest-papers">
      <h2 id="guest-papers">{t('speakers:papers.title')}</h2>
      <PaperList papers={papers} folder={`/r/${token}/papers`} />
    </section>
  )
}
