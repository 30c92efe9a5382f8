import { Link, useLoaderData } from '@remix-run/react'
import { displayName } from '#app/directory/names.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { isChosen } from '#app/questions/rules.ts'
import { saidText } from '#app/questions/text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Pager } from '#app/ui/pager.tsx'
import type { loader } from './route.tsx'

/** One question's answers: the figures first, then who said what. */
export function AnswersPage() {
  const { question, people, page, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <div className="stack sections">
      <p>
        <Link to="../.." relative="path" className="target">
          {t('questions:desk.title')}
        </Link>
      </p>
      <header className="tight">
        <h1>
          <LocalizedText text={question.label} language={language} />
        </h1>
        <p className="muted row">
          <span>{t('questions:summary.people', { count: people })}</span>
          {question.isSensitive && <span className="tag sun">{t('questions:sensitive.tag')}</span>}
          {question.archivedAt && <span className="tag quiet">{t('questions:desk.archivedTag')}</span>}
        </p>
        <p className="hint">{t('questions:summary.who')}</p>
      </header>
      {isChosen(question.kind) && <Counts />}
      <Numbers />
      {people > 0 && <Given />}
      <Pager label={t('questions:summary.pages')} page={page} pages={pages} to={(to) => `?page=${to}`} />
    </div>
  )
}

function Counts() {
  const { options } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="counts">
      <h2 id="counts">{t('questions:summary.counts')}</h2>
      <ul className="plain-list rows">
        {options
          .filter(({ isOffered, people }) => isOffered || people > 0)
          .map(({ id, text, isOffered, people }) => (
            <li key={id} className="row between">
              <span>
                <LocalizedText text={text} language={language} />{' '}
                {!isOffered && <span className="tag quiet">{t('questions:option.retired')}</span>}
              </span>
              <b>
                <bdi>{formatNumber(people, language)}</bdi>
              </b>
            </li>
          ))}
      </ul>
    </section>
  )
}

function Numbers() {
  const { numbers } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (!numbers) return null
  return (
    <dl className="card said">
      {(['total', 'least', 'most'] as const).map((figure) => (
        <div key={figure}>
          <dt>{t(`questions:summary.${figure}`)}</dt>
          <dd>
            <bdi>{formatNumber(numbers[figure], language)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Given() {
  const { question, given, slug } = useLoaderData<typeof loader>()
  const files = `/desk/events/${slug}/questions/${question.id}/files`
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card stack" aria-labelledby="given">
      <div className="row between">
        <h2 id="given">{t('questions:answers')}</h2>
        {question.kind === 'file' && (
          <a className="button quiet" href={`${files}/all.zip`}>
            {t('questions:file.all')}
          </a>
        )}
      </div>
      <ul className="plain-list rows">
        {given.map(({ attendeeId, invitationId, names, organisationName, said, fileName }) => (
          <li key={attendeeId} className="tight">
            <p>
              <Link className="target" to={`/desk/events/${slug}/guests/${invitationId}`}>
                <bdi className="wraps">{displayName(names, language)}</bdi>
              </Link>{' '}
              <span className="muted small">
                <LocalizedText text={organisationName} language={language} />
              </span>
            </p>
            <p className="lines" dir="auto">
              {question.kind === 'file' ? (
                <a href={`${files}/${said[0]}`}>{fileName}</a>
              ) : (
                saidText(question, said, language)
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
