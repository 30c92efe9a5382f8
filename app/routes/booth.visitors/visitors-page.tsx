import { useActionData, useLoaderData } from '@remix-run/react'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { GuestFrame } from '../answer/guest-frame.tsx'
import { VisitsByTime, VisitTotal } from '../desk.event.exhibit-visits/visits-by-time.tsx'
import { EnquiryList } from '../visitor-voices/enquiry-list.tsx'
import { ScoreCounts } from '../visitor-voices/score-counts.tsx'
import { ShownChoice } from '../visitor-voices/shown-choice.tsx'
import { WordsList } from '../visitor-voices/words-list.tsx'
import type { action, loader } from './route.tsx'

const dones = ['settled', 'reopened'] as const

/** What visitors left for this booth, for those who stand there. */
export function BoothVisitorsPage() {
  const { event, exhibit, path, asked } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const answer = useActionData<typeof action>()
  const done = answer ? undefined : dones.find((one) => one === asked.done)
  return (
    <GuestFrame office={event.office.name} href={(other) => `${path}/visitors?lang=${other}`}>
      <p>
        <a className="target" href={`${path}?lang=${language}`}>
          <LocalizedText text={exhibit.title} language={language} />
        </a>
      </p>
      <h1>{t('voices:desk.title')}</h1>
      {answer && <Notice kind="error">{t('errors:tooMany')}</Notice>}
      {done && <Notice kind="success">{t(`voices:desk.did.${done}`)}</Notice>}
      <Enquiries />
      <Feedback />
      <Visits />
    </GuestFrame>
  )
}

function Enquiries() {
  const { enquiries, counts, asked, event, pages } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const to = (shown: string, page = 1) =>
    `?${new URLSearchParams({ lang: language, shown, ...(page > 1 && { page: String(page) }) })}#enquiries`
  return (
    <section className="stack" id="enquiries" aria-labelledby="enquiries-title">
      <h2 id="enquiries-title">{t('voices:desk.enquiries')}</h2>
      <p className="muted">{t('voices:desk.teamLead')}</p>
      <ShownChoice counts={counts} shown={asked.shown} to={to} />
      {enquiries.length === 0 ? (
        <p className="card empty">{t(counts.all ? 'voices:desk.noneHere' : 'voices:desk.none')}</p>
      ) : (
        <EnquiryList enquiries={enquiries} zone={event.zone} isDesk={false} />
      )}
      <Pager
        label={t('voices:desk.pages')}
        page={asked.page}
        pages={pages}
        to={(page) => to(asked.shown, page)}
      />
    </section>
  )
}

function Feedback() {
  const { scores, words, event } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <section className="stack" id="feedback" aria-labelledby="feedback-title">
      <h2 id="feedback-title">{t('voices:desk.feedback')}</h2>
      <ScoreCounts scores={scores} />
      {words.length > 0 && <WordsList words={words} zone={event.zone} hasExhibits={false} />}
    </section>
  )
}

function Visits() {
  const { visits } = useLoaderData<typeof loader>()
  const t = useText()
  const isNone = visits.total.scanned + visits.total.browsed === 0
  return (
    <section className="stack" id="visits" aria-labelledby="visits-title">
      <h2 id="visits-title">{t('visits:title')}</h2>
      <p className="muted small">{t('visits:hint')}</p>
      {isNone ? <p className="card empty">{t('voices:desk.noVisits')}</p> : <VisitTotal visits={visits} />}
      {!isNone && <VisitsByTime visits={visits} />}
    </section>
  )
}
