import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import type { PublicBooth } from '#app/exhibition/plan/public.server.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { KeepBox, KeepForm } from '../site/keeping.tsx'
import { planAddress } from './address.ts'
import type { loader } from './route.tsx'
import type { Plan } from './use-plan.ts'

/** On one sheet of paper there is room for so many beside the drawing. */
const mostOnOneSheet = 48

/** The booths of the drawing in the order in which one walks past them; with a search, those that were found. */
export function BoothList({ plan }: { plan: Plan }) {
  const { event, choice, halls } = useLoaderData<typeof loader>()
  const t = useText()
  const { listed, area, areas, hits } = plan
  const home = `/${useLanguage()}/${event.slug}/exhibition`
  const address = `${home}/plan`
  const here = listed.flatMap(({ exhibits }) => exhibits.map(({ code }) => code))
  const hall = halls.find(({ isShown }) => isShown)?.number ?? null
  const isOverview = areas.length > 1 && !area
  if (isOverview && !hits) return null
  const step = (number: number, word: 'plan:previousArea' | 'plan:nextArea') =>
    areas[number - 1] && (
      <a className="button quiet" href={planAddress(address, { hall, area: number, sector: choice.sector })}>
        {t(word)}
      </a>
    )
  return (
    <section
      aria-labelledby="booths"
      className={listed.length > mostOnOneSheet ? 'stack plan-booths long' : 'stack plan-booths'}
    >
      <div className="row between">
        <h2 id="booths">
          {hits ? t('plan:foundHere', { count: listed.length }) : t('plan:booths', { count: listed.length })}
        </h2>
        {area && (
          <nav className="row" aria-label={t('plan:areas')}>
            {step(area.number - 1, 'plan:previousArea')}
            <a className="button quiet" href={planAddress(address, { hall })}>
              {t('plan:wholeHall')}
            </a>
            {step(area.number + 1, 'plan:nextArea')}
          </nav>
        )}
      </div>
      <KeepForm home={home} here={here} kept={choice.keep}>
        <ol className="plain-list plan-list">
          {listed.map((booth) => (
            <ListedBooth key={booth.id} booth={booth} isHere={booth.id === plan.here?.id} />
          ))}
        </ol>
      </KeepForm>
    </section>
  )
}

function ListedBooth({ booth, isHere }: { booth: PublicBooth; isHere: boolean }) {
  const { event, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  return (
    <li className={isHere ? 'is-here' : undefined}>
      <bdi className="booth-code">{booth.code}</bdi>
      <div>
        {booth.exhibits.map(({ id, slug, code, title, organisationName }) => (
          <Fragment key={id}>
            <p>
              <a href={`/${language}/${event.slug}/exhibition/${slug}`}>
                <LocalizedText text={title} language={language} />
              </a>
              <span className="muted small block">
                <LocalizedText text={organisationName} language={language} />
              </span>
            </p>
            <KeepBox code={code} title={title} isKept={choice.keep.includes(code)} />
          </Fragment>
        ))}
        {booth.state !== 'taken' && <p className="muted">{t(`plan:state.${booth.state}`)}</p>}
        {(booth.category || isHere || !booth.box) && (
          <p className="small muted">
            {isHere && <strong className="apart">{t('plan:youAreHere')}</strong>}
            {booth.category && <span className="apart">{t(`plan:category.${booth.category}`)}</span>}
            {!booth.box && <span className="apart">{t('plan:notDrawn')}</span>}
          </p>
        )}
      </div>
    </li>
  )
}
