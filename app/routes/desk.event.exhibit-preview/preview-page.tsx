import { Link, useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { type Language, languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import type { loader } from './route.tsx'

/** The exhibit on a phone and on a desktop, side by side where there is room. */
export function PreviewPage() {
  const { event, name, exhibitId, version } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
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
      <div className="preview-frames">
        <Frame width="phone" />
        <Frame width="desktop" />
      </div>
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

function Frame({ width }: { width: 'phone' | 'desktop' }) {
  const { event, exhibitId, version, shownIn } = useLoaderData<typeof loader>()
  const t = useText()
  const query = new URLSearchParams({ lang: shownIn, ...(version ? { version: String(version) } : {}) })
  return (
    <section className="tight" aria-labelledby={`preview-${width}`}>
      <h2 id={`preview-${width}`}>{t(`exhibit:preview.${width}`)}</h2>
      <iframe
        className={`preview-frame ${width}`}
        title={t(`exhibit:preview.${width}`)}
        sandbox="allow-same-origin allow-downloads"
        src={`/desk/events/${event.slug}/exhibition/${exhibitId}/preview/page?${query}`}
      />
    </section>
  )
}
