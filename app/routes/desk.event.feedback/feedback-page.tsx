import { Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Scores } from '#app/exhibition/voices/feedback.server.ts'
import { scores as steps } from '#app/exhibition/voices/forms.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Face } from '../visitor-voices/face.tsx'
import { WordsList } from '../visitor-voices/words-list.tsx'
import type { loader } from './route.tsx'

/** What visitors made of the exhibition: three steps by exhibit, and their words. */
export function FeedbackPage() {
  const { event, exhibit, words, page, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/desk/events/${event.slug}/exhibition`
  return (
    <div className="stack">
      <p>
        <Link className="target" to={exhibit ? `${home}/${exhibit.id}` : home}>
          {exhibit ? <LocalizedText text={exhibit.title} language={language} /> : t('exhibition:toList')}
        </Link>
      </p>
      <div className="row between">
        <h1>{t('voices:desk.feedback')}</h1>
        <a className="button quiet" href={`${home}/feedback.csv${exhibit ? `?exhibit=${exhibit.id}` : ''}`}>
          {t('visits:csv')}
        </a>
      </div>
      <p className="muted">{t('voices:desk.feedbackLead')}</p>
      <Table />
      <h2>{t('voices:desk.words')}</h2>
      {words.length === 0 ? (
        <p className="card empty">{t('voices:desk.noWords')}</p>
      ) : (
        <WordsList words={words} zone={event.zone} hasExhibits={!exhibit} />
      )}
      <Pager
        label={t('voices:desk.pages')}
        page={page}
        pages={pages}
        to={(to) => `?${new URLSearchParams({ ...(exhibit && { exhibit: exhibit.id }), page: String(to) })}`}
      />
    </div>
  )
}

function Table() {
  const { event, exhibit, whole } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <section className="card">
      <table className="visit-table score-table">
        <thead>
          <tr>
            <th scope="col">{t('visits:exhibit')}</th>
            {steps.map((step) => (
              <th key={step} scope="col">
                <Face score={step} /> {t(`voices:score.${step}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {whole && <Row name={t('voices:desk.whole')} scores={whole.whole} />}
          {exhibit && (
            <Row name={<LocalizedText text={exhibit.title} language={language} />} scores={exhibit.scores} />
          )}
          {whole?.exhibits.map(({ id, title, booth, scores }) => (
            <Row
              key={id}
              name={
                <>
                  {booth && (
                    <>
                      <bdi>{booth}</bdi> ·{' '}
                    </>
                  )}
                  <Link to={`/desk/events/${event.slug}/exhibition/feedback?exhibit=${id}`}>
                    <LocalizedText text={title} language={language} />
                  </Link>
                </>
              }
              scores={scores}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ name, scores }: { name: ReactNode; scores: Scores }) {
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">{name}</th>
      {steps.map((step) => (
        <td key={step}>{formatNumber(scores[step], language)}</td>
      ))}
    </tr>
  )
}
