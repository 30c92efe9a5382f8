import { useLoaderData } from '@remix-run/react'
import { periodOf } from '#app/exhibition/programmes/period.ts'
import { ProgrammeResults } from '#app/exhibition/programmes/programme-results.tsx'
import { formatPartialDate } from '#app/i18n/format.ts'
import { localize } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Markdown } from '#app/ui/markdown.tsx'
import { EmbedCode } from '../site/embed-code.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { ExhibitionWays } from '../site/exhibition-ways.tsx'
import { PagePath } from '../site/page-path.tsx'
import type { loader } from './route.tsx'

/** A programme as a visitor reads it: what it is, how long it has run, and what it has achieved. */
export function ProgrammePage() {
  const { event, programme } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <main id="content" tabIndex={-1}>
      <EventNotices event={event} />
      <Head />
      <div className="wrap page sections">
        {localize(programme.description, language) && (
          <Markdown text={programme.description} language={language} />
        )}
        <Phases />
        <section className="stack" aria-labelledby="results">
          <h2 id="results">{t('programmes:site.results')}</h2>
          <ProgrammeResults programme={programme} level={3} />
        </section>
        <EmbedCode
          frames={[
            { name: localize(programme.name, language), path: `programmes/${programme.slug}`, height: 640 },
          ]}
          json={`programmes/${programme.slug}.json`}
        />
      </div>
    </main>
  )
}

function Head() {
  const { event, programme } = useLoaderData<typeof loader>()
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
        <h1>
          <LocalizedText text={programme.name} language={language} />
        </h1>
        <p className="lead">
          {localize(programme.acronym, language) && (
            <span className="block strong">
              <LocalizedText text={programme.acronym} language={language} />
            </span>
          )}
          {programme.since && (
            <span className="block">
              {t('programmes:since', { date: formatPartialDate(programme.since, language) })}
            </span>
          )}
          {localize(programme.donors, language) && (
            <span className="block">
              {t('programmes:site.donors')} <LocalizedText text={programme.donors} language={language} />
            </span>
          )}
        </p>
        <ExhibitionWays event={event} />
      </div>
    </div>
  )
}

function Phases() {
  const { programme } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (programme.phases.length === 0) return null
  return (
    <section className="stack" aria-labelledby="phases">
      <h2 id="phases">{t('programmes:site.phases')}</h2>
      <ol className="plain-list phase-list">
        {programme.phases.map((phase) => (
          <li key={phase.id} className={phase.state}>
            <p className="strong">
              <LocalizedText text={phase.name} language={language} />
            </p>
            <p className="small">{periodOf(phase, { t, language })}</p>
            <p className="small muted">{t(`programmes:state.${phase.state}`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
