import { useLoaderData } from '@remix-run/react'
import { localize, localizeWithLanguage } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { KeyFigures } from '../site/key-figures.tsx'
import { PagePath } from '../site/page-path.tsx'
import { Glance } from './glance.tsx'
import { OnPlan } from './on-plan.tsx'
import { Gallery, LeadPicture } from './pictures.tsx'
import type { loader } from './route.tsx'
import { Walk } from './walk.tsx'

/** One booth as a visitor reads it standing before it: what it is, what it achieved, where, and whom to ask. */
export function ExhibitPage() {
  const { event, exhibit } = useLoaderData<typeof loader>()
  return (
    <main id="content" tabIndex={-1}>
      <EventNotices event={event} />
      {exhibit.state !== 'published' && <Preview />}
      <Head />
      <div className="wrap page sections">
        <FallbackNote />
        <div className="columns exhibit-columns">
          <Story />
          <Glance />
        </div>
        <Gallery />
        <Walk />
      </div>
    </main>
  )
}

function Story() {
  const { exhibit, figures, pictures } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isEmpty = !localize(exhibit.body, language) && figures.length === 0 && pictures.length === 0
  if (isEmpty) return null
  return (
    <article className="stack">
      <LeadPicture />
      <Markdown text={exhibit.body} language={language} />
      {figures.length > 0 && (
        <section aria-labelledby="figures" className="stack">
          <h2 id="figures">{t('visitor:exhibit.figures')}</h2>
          <KeyFigures figures={figures} />
        </section>
      )}
    </article>
  )
}

function Head() {
  const { event, exhibit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  return (
    <div className="hero slim">
      <Lattice />
      <div className="wrap stack">
        <PagePath
          steps={[
            { href: home, text: event.name },
            { href: `${home}/exhibition`, text: t('site:event.exhibition') },
          ]}
        />
        <div className="exhibit-head">
          {exhibit.booth && (
            <p className="booth-sign">
              <span>{t('visitor:exhibit.booth')}</span>
              <bdi>{exhibit.booth}</bdi>
            </p>
          )}
          <div className="tight">
            <h1>
              <LocalizedText text={exhibit.title} language={language} />
            </h1>
            <p className="kicker">
              <LocalizedText text={exhibit.organisationName} language={language} />
            </p>
          </div>
        </div>
        <p className="lead">
          <LocalizedText text={exhibit.summary} language={language} />
        </p>
        <OnPlan />
      </div>
    </div>
  )
}

/** Said only where a text exists but not in the reader's language; what nobody has written is simply not there. */
function FallbackNote() {
  const { exhibit } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isForeign = [exhibit.title, exhibit.summary, exhibit.body].some(
    (text) => localizeWithLanguage(text, language).language !== language,
  )
  return isForeign ? <p className="notice">{t('visitor:exhibit.fallback')}</p> : null
}

function Preview() {
  const { event, exhibit } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="wrap before-hero">
      <Notice kind="warning">
        {t('visitor:exhibit.preview')}{' '}
        <a href={`/desk/events/${event.slug}/exhibition/${exhibit.id}`}>{t('visitor:exhibit.toDesk')}</a>
      </Notice>
    </div>
  )
}
