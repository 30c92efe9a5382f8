import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FilterChoice } from '#app/ui/filter-choice.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { LabelFields } from './label-fields.tsx'
import type { loader } from './route.tsx'
import { useDistance } from './use-distance.ts'

/** One form, whose buttons each print something else of the same choice, and what it looks like beside it. */
export function PostersPage() {
  const { title, home, exhibit, isDraft, counts } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <p>
        <a className="more" href={exhibit ? `${home}/${exhibit.id}` : home}>
          {t(exhibit ? 'posters:back' : 'exhibition:toList')}
        </a>
      </p>
      <h1>{title}</h1>
      <p className="muted">{t('posters:intro')}</p>
      {isDraft && <Notice kind="warning">{t('posters:eventIsDraft')}</Notice>}
      {exhibit && !exhibit.isPublished && <Notice kind="warning">{t('posters:unpublished')}</Notice>}
      {counts.all === 0 && <p className="card empty">{t('posters:none')}</p>}
      <div className="poster-desk">
        <PrintForm />
        <Preview />
      </div>
    </div>
  )
}

function PrintForm() {
  const { counts } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <form className="stack">
      <Posters />
      {counts.all > 0 && <LabelFields />}
      <p>
        <button type="submit" className="button quiet">
          {t('posters:show')}
        </button>
      </p>
    </form>
  )
}

function Posters() {
  const { home, exhibit, counts, choice, sizes } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const distance = useDistance()
  const number = (count: number) => formatNumber(count, language)
  return (
    <section className="card stack">
      <div className="row">
        <FilterChoice
          name="paper"
          label={t('posters:paper')}
          value={choice.paper}
          choices={sizes.papers.map(({ paper }) => ({ value: paper, label: paper.toUpperCase() }))}
        />
        {exhibit ? (
          <input type="hidden" name="exhibit" value={exhibit.id} />
        ) : (
          <FilterChoice
            name="which"
            label={t('posters:which')}
            value={choice.evenUnpublished ? 'all' : 'published'}
            choices={(['published', 'all'] as const)
              .filter((value) => value === 'all' || counts.published > 0)
              .map((value) => ({ value, label: t(`posters:${value}`, { number: number(counts[value]) }) }))}
          />
        )}
      </div>
      <ul className="plain-list hint">
        {sizes.papers.map(({ paper, side, ...size }) => (
          <li key={paper}>
            {t('posters:size', {
              paper: paper.toUpperCase(),
              side: number(side),
              distance: distance(size.distance),
            })}
          </li>
        ))}
      </ul>
      <Languages />
      <p className="row">
        {counts.all > 0 && (
          <button type="submit" className="button" formAction={`${home}/posters/booths.pdf`}>
            {t(exhibit ? 'posters:booth' : 'posters:booths')}
          </button>
        )}
        {!exhibit && (
          <button type="submit" className="button quiet" formAction={`${home}/posters/entrance.pdf`}>
            {t('posters:entrance')}
          </button>
        )}
      </p>
      {!exhibit && (
        <p className="hint">
          {t('posters:boothsHint')} {t('posters:entranceHint')}
        </p>
      )}
    </section>
  )
}

function Languages() {
  const { languages, choice } = useLoaderData<typeof loader>()
  const t = useText()
  if (languages.length < 2) return null
  return (
    <fieldset className="field many-choices">
      <legend>{t('posters:languages')}</legend>
      <div className="choice">
        {languages.map((language) => (
          <label key={language} lang={language}>
            <input
              type="checkbox"
              name="lang"
              value={language}
              defaultChecked={choice.languages.includes(language)}
            />
            <span>{languageNames[language]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Preview() {
  const { home, choice } = useLoaderData<typeof loader>()
  const t = useText()
  const asked = new URLSearchParams([
    ['paper', choice.paper],
    ...choice.languages.map((language) => ['lang', language]),
    ...(choice.evenUnpublished ? [['which', 'all']] : []),
    ...(choice.exhibit ? [['exhibit', choice.exhibit]] : []),
  ])
  return (
    <figure className="poster-shown">
      <img src={`${home}/posters/preview.svg?${asked}`} alt={t('posters:preview')} width={210} height={297} />
    </figure>
  )
}
