import { Form, Link, useLoaderData } from '@remix-run/react'
import { pairQuery } from '#app/exhibition/translation/pair.ts'
import type { Progress } from '#app/exhibition/translation/state.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { LocalizedText } from '#app/ui/localized-text.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Report } from './report.tsx'
import type { loader } from './route.tsx'
import { Upload } from './upload.tsx'

/** How far the event's exhibits are in each language, and the files that go to a translator and come back. */
export function TranslationsPage() {
  const { slug, languages, total, page, pages, pair } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <div className="stack">
      <p>
        <Link className="target" to={`/desk/events/${slug}/exhibition`}>
          {t('exhibition:toList')}
        </Link>
      </p>
      <h1>{t('translation:title')}</h1>
      {languages.length < 2 ? (
        <p className="card empty">{t('translation:pair.one')}</p>
      ) : (
        <>
          <p>{t('translation:hint')}</p>
          <PairForm />
          <Report />
          <Totals />
          {total === 0 ? <p className="card empty">{t('translation:none')}</p> : <Exhibits />}
          <Pager
            label={t('translation:pages')}
            page={page}
            pages={pages}
            to={(wanted) => `?${pairQuery(pair)}&page=${wanted}`}
          />
          {total > 0 && <Upload />}
        </>
      )}
    </div>
  )
}

function PairForm() {
  const { languages, pair } = useLoaderData<typeof loader>()
  const t = useText()
  return (
    <Form className="row language-pair">
      {(['from', 'to'] as const).map((name) => (
        <div className="field" key={name}>
          <label htmlFor={name}>{t(`translation:pair.${name}`)}</label>
          <select id={name} name={name} key={pair[name]} defaultValue={pair[name]}>
            {languages.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageNames[language]}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" className="button quiet">
        {t('translation:pair.choose')}
      </button>
    </Form>
  )
}

function Exhibits() {
  const { exhibits, slug, pair } = useLoaderData<typeof loader>()
  const language = useLanguage()
  return (
    <ul className="plain-list rows card">
      {exhibits.map(({ id, title, progress }) => (
        <li key={id} className="row between translated">
          <Link
            className="strong target"
            to={`/desk/events/${slug}/exhibition/${id}/translation?${pairQuery(pair)}`}
          >
            <LocalizedText text={title} language={language} />
          </Link>
          <ul className="plain-list row tags">
            {progress.map((one) => (
              <li key={one.language}>
                <HowFar
                  {...one}
                  href={`/desk/events/${slug}/exhibition/${id}/translation?${pairQuery({ from: pair.from, to: one.language })}`}
                />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** All exhibits together, unless there is but one. */
function Totals() {
  const { totals, total } = useLoaderData<typeof loader>()
  const t = useText()
  if (!totals || total < 2) return null
  return (
    <div className="row between card">
      <h2>{t('translation:total')}</h2>
      <ul className="plain-list row tags">
        {totals.map((one) => (
          <li key={one.language}>
            <HowFar {...one} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One language of one exhibit, or of all: how much of it is done, and how much of that is old. */
function HowFar({ language: of, all, missing, changed, href }: Progress & { href?: string }) {
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  const isWhole = missing + changed === 0
  const told = isWhole
    ? t(all ? 'translation:progress.done' : 'translation:progress.nothing')
    : t('translation:progress.of', { done: number(all - missing), all: number(all) })
  const look = `tag ${isWhole ? (all ? 'yes' : 'quiet') : 'wait'}`
  const words = (
    <>
      <span lang={of}>{languageNames[of]}</span> <bdi>{told}</bdi>
      {changed > 0 && ` · ${t('translation:progress.changed', { number: number(changed) })}`}
    </>
  )
  return href ? (
    <Link className={look} to={href}>
      {words}
    </Link>
  ) : (
    <span className={look}>{words}</span>
  )
}
