import { useLoaderData } from '@remix-run/react'
import { clockLocale, formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { ExhibitCard } from '../site/exhibit-card.tsx'
import { ExhibitionScript } from '../site/exhibition-script.tsx'
import { KeepBox, KeepForm } from '../site/keeping.tsx'
import { TakeAlong } from '../site/take-along.tsx'
import { LanguageSigns } from '../site.agenda/spoken.tsx'
import { FaceLinks } from '../visitor-voices/face-links.tsx'
import { isNarrowed, listAddress } from './address.ts'
import { Choices } from './choices.tsx'
import { ExhibitionHead } from './exhibition-head.tsx'
import { byHall } from './halls.ts'
import { PlanLink } from './plan-link.tsx'
import { ProgrammeLinks } from './programme-links.tsx'
import type { loader } from './route.tsx'
import { Starts } from './starts.tsx'

/** What there is to see, hall by hall, and the ways to find what one is looking for. */
export function ExhibitionPage() {
  const { event, exhibition, programmes, choice } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const home = `/${language}/${event.slug}/exhibition`
  const t = useText()
  const isHome = exhibition.page === 1 && !isNarrowed(choice)
  return (
    <main id="content" tabIndex={-1} data-exhibition={event.slug} data-locale={clockLocale(language)}>
      <LanguageSigns />
      <EventNotices event={event} />
      <ExhibitionHead />
      <div className="wrap page stack">
        {exhibition.total === 0 ? <NothingYet /> : <Choices home={home} isHome={isHome} />}
        {isHome && <Starts home={home} />}
        {isHome && <ProgrammeLinks programmes={programmes} home={home} />}
        {exhibition.total > 0 && <Results home={home} />}
        {!isHome && <ProgrammeLinks programmes={programmes} home={home} />}
        {event.state === 'published' && exhibition.total > 0 && (
          <div className="card">
            <FaceLinks page={`/${language}/${event.slug}/feedback`}>{t('voices:feedback.ofWhole')}</FaceLinks>
          </div>
        )}
        <TakeAlong />
      </div>
      <ExhibitionScript />
    </main>
  )
}

function Results({ home }: { home: string }) {
  const { exhibition, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isChosen = isNarrowed(choice)
  if (exhibition.found === 0) return <NothingFits home={home} />
  const counted = { count: exhibition.found, number: formatNumber(exhibition.found, language) }
  return (
    <>
      <div className="row between count-line">
        <h2>{isChosen ? t('visitor:list.found', counted) : t('visitor:list.exhibits', counted)}</h2>
        {choice.governorate && (
          <a className="more end" href={`${home}/map/${choice.governorate}`}>
            {t('map:place.about')}
          </a>
        )}
        <PlanLink home={home} />
        {isChosen && (
          <a className="more" href={listAddress(home, { keep: choice.keep })}>
            {t('visitor:list.clear')}
          </a>
        )}
      </div>
      <KeepForm home={home} here={exhibition.exhibits.map(({ code }) => code)} kept={choice.keep}>
        <Halls home={home} />
      </KeepForm>
      <Pager
        label={t('visitor:list.pages')}
        page={exhibition.page}
        pages={exhibition.pages}
        to={(page) => listAddress(home, { ...choice, page })}
      />
    </>
  )
}

function Halls({ home }: { home: string }) {
  const { exhibition, choice } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return byHall(exhibition.exhibits).map(({ id, hall, exhibits }) => (
    <section key={id} className="stack">
      {hall && (
        <h2 className="hall-name">
          <LocalizedText text={hall} language={language} />
        </h2>
      )}
      <div className="grid booths">
        {exhibits.map((card) => (
          <ExhibitCard key={card.id} card={card} home={home}>
            <KeepBox code={card.code} title={card.title} isKept={choice.keep.includes(card.code)} />
          </ExhibitCard>
        ))}
      </div>
    </section>
  ))
}

function NothingFits({ home }: { home: string }) {
  const t = useText()
  return (
    <div className="card empty stack" role="status">
      <h2>{t('visitor:list.none')}</h2>
      <p>{t('visitor:list.noneHint')}</p>
      <p>
        <a className="button" href={home}>
          {t('visitor:list.clear')}
        </a>
      </p>
    </div>
  )
}

function NothingYet() {
  const t = useText()
  return (
    <div className="card empty stack">
      <h2>{t('visitor:list.empty')}</h2>
      <p>{t('visitor:list.emptyHint')}</p>
    </div>
  )
}
