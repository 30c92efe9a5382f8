import { Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { type Language, languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { PreviewFrames } from '../exhibit-editor/preview-frames.tsx'
import type { loader } from './route.tsx'

/** The exhibit on a phone and on a desktop, side by side where there is room. */
export function PreviewPage() {
  const { event, name, exhibitId, version, shownIn } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const here = `/desk/events/${event.slug}/exhibition/${exhibitId}/preview`
  const query = new URLSearchParams({ lang: shownIn, ...(version ? { version: String(version) } : {}) })
  return (
    <div className="stack">
      <p>
        <Link className="target" to={`/desk/events/${event.slug}/exhibition/${exhibitId}`}>
          {t('exhibit:preview.back')}
        </Link>
      </p>
      <h1>
        {t('exhibit:preview.title')}: <bdi>{name}</bdi>
      </h1>
      {version && (
        <p className="notice">{t('exhibit:history.version', { number: formatNumber(version, language) })}</p>
      )}
      <Languages />
      <PreviewFrames address={`${here}/page?${query}`} />
    </div>
  )
}

function Languages() {
  const { event, version, shownIn } = useLoaderData<typeof loader>()
  const t = useText()
  const to = (one: Language) =>
    `?${new URLSearchParams({ in: one, ...(version ? { version: String(version) } : {}) })}`
  return (
    <nav className="filters" aria-label={t('exhibit:preview.languages')}>
      {event.languages.map((one) => (
        <Link key={one} to={to(one)} lang={one} aria-current={one === shownIn ? 'true' : undefined}>
          {languageNames[one]}
        </Link>
      ))}
    </nav>
  )
}
