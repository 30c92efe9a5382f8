import { useLoaderData } from '@remix-run/react'
import { missingTexts } from '#app/exhibition/content/needs.ts'
import { textAt } from '#app/exhibition/content/texts.ts'
import { saysNothing } from '#app/exhibition/rules.ts'
import { clockLocale } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Photo } from '../exhibit-blocks/photo.tsx'
import { Blocks } from '../exhibit-blocks/show.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { ExhibitionScript } from '../site/exhibition-script.tsx'
import { Listing } from '../site/listing.tsx'
import { PagePath } from '../site/page-path.tsx'
import { LanguageSigns } from '../site.agenda/spoken.tsx'
import { Glance } from './glance.tsx'
import { Here } from './here.tsx'
import { Keep } from './keep.tsx'
import { OnPlan } from './on-plan.tsx'
import { Respond } from './respond.tsx'
import { Reuse } from './reuse.tsx'
import type { loader } from './route.tsx'
import { Walk } from './walk.tsx'

/** One booth as a visitor reads it standing before it: what it is, what it achieved, where, and whom to ask. */
export function ExhibitPage() {
  const { event, isPreview, isFramed, listing } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return (
    <main id="content" tabIndex={-1} data-exhibition={event.slug} data-locale={clockLocale(language)}>
      <LanguageSigns />
      <EventNotices event={event} />
      {isPreview && <Preview />}
      <Head />
      <div className="wrap page sections">
        <FallbackNote />
        <div className="columns exhibit-columns">
          <Story />
          <Glance />
        </div>
        <Respond />
        <Walk />
        <Reuse />
      </div>
      <Listing text={listing} />
      {!isPreview && !isFramed && <ExhibitionScript />}
    </main>
  )
}

function Story() {
  const { content, ...around } = useLoaderData<typeof loader>()
  const cover = around.media.pictures[content.coverPicture ?? '']
  if (!cover && !content.blocks.length) return null
  return (
    <article className="stack blocks">
      {cover && <Photo picture={cover} sizes="(min-width: 56rem) 40rem, 100vw" isFirstView />}
      <Blocks blocks={content.blocks} {...around} />
    </article>
  )
}

function Head() {
  const { event, exhibit, content } = useLoaderData<typeof loader>()
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
        <Here />
        <div className="exhibit-head">
          {exhibit.booth && (
            <p className="booth-sign">
              <span>{t('visitor:exhibit.booth')}</span>
              <bdi>{exhibit.booth}</bdi>
            </p>
          )}
          <div className="tight">
            <h1>
              <LocalizedText text={content.title} language={language} />
            </h1>
            <p className="kicker">
              <LocalizedText text={content.organisationName} language={language} />
            </p>
          </div>
        </div>
        <p className="lead">
          <LocalizedText text={content.summary} language={language} />
        </p>
        <OnPlan />
        <Keep />
      </div>
    </div>
  )
}

/** Said only where a text exists but not in the reader's language; what nobody has written is simply not there. */
function FallbackNote() {
  const { content } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isForeign = missingTexts(content, [language]).some(
    ({ path }) => !saysNothing(textAt(content, path) ?? {}),
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
