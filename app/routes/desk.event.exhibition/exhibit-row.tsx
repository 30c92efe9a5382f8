import { Link, useLoaderData } from '@remix-run/react'
import type { ListedExhibit } from '#app/exhibition/read.server.ts'
import { saysNothing } from '#app/exhibition/rules.ts'
import { formatInstant, formatNumber, isolate } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { ExhibitStateTag } from './exhibit-state.tsx'
import type { loader } from './route.tsx'

/** One exhibit in the list, a way to its page. */
export function ExhibitRow({ exhibit }: { exhibit: ListedExhibit }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const number = (count: number) => ({ count, number: formatNumber(count, language) })
  return (
    <li className="exhibit-row">
      <span className="booth-code">
        {exhibit.booth ? (
          <>
            <span className="visually-hidden">{t('exhibition:field.booth')} </span>
            <bdi>{exhibit.booth}</bdi>
          </>
        ) : (
          <span className="muted small">{t('exhibition:list.noBooth')}</span>
        )}
      </span>
      <div className="tight">
        <Link className="strong" to={`/desk/events/${event.slug}/exhibition/${exhibit.id}`}>
          <LocalizedText text={exhibit.title} language={language} />
        </Link>
        <p className="muted small">
          {!saysNothing(exhibit.organisationName) && (
            <span className="apart">
              <LocalizedText text={exhibit.organisationName} language={language} />
            </span>
          )}
          <span className="apart">{t('exhibition:list.figures', number(exhibit.figures))}</span>
          <span className="apart">{t('exhibition:list.pictures', number(exhibit.pictures))}</span>
          <Deadline exhibit={exhibit} />
        </p>
      </div>
      <div className="row tags exhibit-signs">
        <ExhibitStateTag state={exhibit.state} ahead={exhibit.ahead} />
        <MissingLanguages exhibit={exhibit} />
      </div>
    </li>
  )
}

/** By when its team is to hand it in, as long as it has not. */
function Deadline({ exhibit: { dueAt, state, ahead } }: { exhibit: ListedExhibit }) {
  const { event, now } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!dueAt || (state !== 'draft' && ahead !== 'changed')) return null
  const due = new Date(dueAt)
  const at = isolate(formatInstant(due, 'dayAndTime', language, event.zone))
  const isLate = due < new Date(now)
  return (
    <span className={isLate ? 'apart strong' : 'apart'}>
      {t(isLate ? 'team:due.passed' : 'team:due.until', { at })}
    </span>
  )
}

/** The languages in which a visitor would miss anything. */
function MissingLanguages({ exhibit }: { exhibit: ListedExhibit }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const missing = event.languages.filter((language) => exhibit.lacking.includes(language))
  if (missing.length === 0) return <span className="muted small">{t('exhibition:list.complete')}</span>
  return (
    <span className="row tags">
      <span className="muted small">{t('exhibition:list.toWrite')}</span>
      {missing.map((language) => (
        <span key={language} className="tag quiet" lang={language}>
          {languageNames[language]}
        </span>
      ))}
    </span>
  )
}
