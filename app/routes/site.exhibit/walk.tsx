import { useLoaderData } from '@remix-run/react'
import type { Localized } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import type { loader } from './route.tsx'

/** To the booths before and after, as one walks. */
export function Walk() {
  const { previous, next } = useLoaderData<typeof loader>()
  const t = useText()
  if (!previous && !next) return null
  return (
    <nav className="walk" aria-label={t('visitor:exhibit.around')}>
      {previous && <Step to={previous} rel="prev" word={t('visitor:exhibit.previous')} />}
      {next && <Step to={next} rel="next" word={t('visitor:exhibit.next')} />}
    </nav>
  )
}

type Neighbour = { slug: string; title: Localized; booth: string | null }

function Step({ to, rel, word }: { to: Neighbour; rel: 'prev' | 'next'; word: string }) {
  const { event } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return (
    <a className={`card ${rel}`} rel={rel} href={`/${language}/${event.slug}/exhibition/${to.slug}`}>
      <span className="small muted">
        {word}
        {to.booth && (
          <>
            {' · '}
            <bdi>{to.booth}</bdi>
          </>
        )}
      </span>
      <span className="strong block">
        <LocalizedText text={to.title} language={language} />
      </span>
    </a>
  )
}
