import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { localize, missingLanguages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { MissingIn } from '../desk.event.agenda/missing-in.tsx'
import type { action, loader } from './route.tsx'
import { TourForm } from './tour-form.tsx'

export type TourRow = ReturnType<typeof useLoaderData<typeof loader>>['tours'][number]

const doings = ['added', 'saved', 'removed'] as const

/** The routes that are suggested to visitors. One form is open at a time, the one its address names. */
export function ToursPage() {
  const { tours, booths } = useLoaderData<typeof loader>()
  const t = useText()
  const isAnswered = useActionData<typeof action>() !== undefined
  const [search] = useSearchParams()
  const open = search.get('tour')
  const done = doings.find((doing) => doing === search.get('done'))
  const isAdding = open === 'new'
  return (
    <div className="stack">
      <div className="row between">
        <h1>{t('tours:title')}</h1>
        {!isAdding && booths.length > 0 && (
          <Link className="button" to="?tour=new#tour">
            {t('tours:add')}
          </Link>
        )}
      </div>
      {done && !isAnswered && <Notice kind="success">{t(`tours:done.${done}`)}</Notice>}
      <p className="muted">{t('tours:lead')}</p>
      {tours.length === 0 && !isAdding && (
        <p className="card empty">{booths.length ? t('tours:none') : t('tours:noBooths')}</p>
      )}
      {tours.length > 0 && (
        <ul className="card plain-list rows">
          {tours.map((tour) => (
            <li key={tour.id}>{tour.id === open ? <TourForm tour={tour} /> : <Row tour={tour} />}</li>
          ))}
        </ul>
      )}
      {isAdding && (
        <div className="card">
          <TourForm />
        </div>
      )}
    </div>
  )
}

function Row({ tour }: { tour: TourRow }) {
  const { event } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const { id, slug, name, stops } = tour
  const count = stops.length
  const silent = stops.filter(({ title }) => !title)
  return (
    <div className="row between part-row">
      <div className="tight">
        <p className="row tags">
          <strong>
            <LocalizedText text={name} language={language} />
          </strong>
          <MissingIn languages={missingLanguages(name, event.languages)} />
        </p>
        <p className="muted">
          {t('tours:stops', { count, number: formatNumber(count, language) })}
          {': '}
          <Codes codes={stops.map(({ code }) => code)} />
        </p>
        {silent.length > 0 && (
          <p className="small">
            {t('tours:silent')} <Codes codes={silent.map(({ code }) => code)} />
          </p>
        )}
        <p className="row">
          <a className="more" href={`/${language}/${event.slug}/exhibition/plan?route=${slug}`}>
            {t('tours:see')}
          </a>
        </p>
      </div>
      <Link
        className="button quiet"
        to={`?tour=${id}#tour`}
        aria-label={t('tours:editNamed', { name: localize(name, language) })}
      >
        {t('common:edit')}
      </Link>
    </div>
  )
}

/** Codes are read from left to right in every language, and in the order in which one walks in the reader's. */
function Codes({ codes }: { codes: readonly string[] }) {
  return codes.map((code, at) => (
    <span key={code}>
      {at > 0 && ' · '}
      <bdi>{code}</bdi>
    </span>
  ))
}
