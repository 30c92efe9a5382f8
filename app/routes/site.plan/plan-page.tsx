import { useLoaderData } from '@remix-run/react'
import { clockLocale } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { Lattice } from '#app/ui/lattice.tsx'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { EventNotices } from '../site/event-notices.tsx'
import { ExhibitionScript } from '../site/exhibition-script.tsx'
import { ExhibitionWays } from '../site/exhibition-ways.tsx'
import { PagePath } from '../site/page-path.tsx'
import { LanguageSigns } from '../site.agenda/spoken.tsx'
import { planAddress } from './address.ts'
import { BoothList } from './booth-list.tsx'
import { Areas, Drawing } from './drawing.tsx'
import { Find } from './find.tsx'
import { Here } from './here.tsx'
import { Legend } from './legend.tsx'
import type { loader } from './route.tsx'
import { Stops, Tours } from './tours.tsx'
import { usePlan } from './use-plan.ts'

/** Where everything stands: the halls as drawings, and the same booths as a list for those who rather read. */
export function PlanPage() {
  const { event, plan } = useLoaderData<typeof loader>()
  return (
    <main
      id="content"
      tabIndex={-1}
      className="plan-page"
      data-exhibition={event.slug}
      data-locale={clockLocale(useLanguage())}
    >
      <LanguageSigns />
      <EventNotices event={event} />
      <Head />
      <div className="wrap page stack">{plan ? <Hall /> : <NothingDrawn />}</div>
      <ExhibitionScript />
    </main>
  )
}

function Head() {
  const { event, halls } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const home = `/${language}/${event.slug}`
  const shown = halls.find(({ isShown }) => isShown)
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
        {/* On paper, where no path leads anywhere. */}
        <p className="plan-event">
          <LocalizedText text={event.name} language={language} />
        </p>
        <h1>
          {t('plan:title')}
          {shown && (
            <span className="plan-hall">
              <LocalizedText text={shown.name} language={language} />
            </span>
          )}
        </h1>
        <ExhibitionWays event={event} here="plan" />
      </div>
    </div>
  )
}

function Hall() {
  const plan = usePlan()
  if (!plan) return null
  return (
    <>
      <Find />
      <Tabs />
      <Here plan={plan} />
      <Tours />
      {plan.area === null && plan.areas.length > 1 && <Areas plan={plan} />}
      <section className="plan-sheet stack">
        <Drawing plan={plan} />
        <Legend plan={plan} />
      </section>
      <Stops />
      <BoothList plan={plan} />
    </>
  )
}

function Tabs() {
  const { event, halls, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (halls.length < 2) return null
  const { search, sector, route } = choice
  const address = `/${language}/${event.slug}/exhibition/plan`
  return (
    <nav className="filters" aria-label={t('plan:halls')}>
      {halls.map(({ number, name, isShown, found }) => (
        <a
          key={number}
          href={planAddress(address, { hall: number, search, sector, route })}
          aria-current={isShown ? 'page' : undefined}
        >
          <LocalizedText text={name} language={language} />
          {found !== null && (
            <span className="filter-count">
              <span className="visually-hidden">{t('plan:foundHere', { count: found })}</span>
              <bdi aria-hidden="true">{t('plan:number', { count: found })}</bdi>
            </span>
          )}
        </a>
      ))}
    </nav>
  )
}

function NothingDrawn() {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="card empty stack">
      <h2>{t('plan:none')}</h2>
      <p>{t('plan:noneHint')}</p>
      <p>
        <a className="button" href={`/${useLanguage()}/${event.slug}/exhibition`}>
          {t('plan:toList')}
        </a>
      </p>
    </div>
  )
}
