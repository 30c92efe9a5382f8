import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FilterChoice } from '#app/ui/filter-choice.tsx'
import type { loader } from './route.tsx'

const onPaper = [
  ['list.pdf', 'listPdf'],
  ['plates.pdf', 'plates'],
  ['speaking.pdf', 'speaking'],
  ['seating.pdf', 'seating'],
] as const

/** What can be made of the people chosen: the buttons of one form, each with an address of its own. */
export function Papers() {
  const { home, filter, total, mostOnPaper } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  const isTooMany = total > mostOnPaper
  const named = languages.map((value) => ({ value, label: languageNames[value] }))
  return (
    <section className="card stack" aria-labelledby="papers">
      <h2 id="papers">{t('participants:download.title')}</h2>
      <p className="muted">{t('participants:download.hint')}</p>
      <form className="stack" action={`${home}/participants/list.pdf`}>
        {Object.entries(filter).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <div className="row">
          <FilterChoice
            name="language"
            label={t('participants:download.language')}
            value={language}
            choices={named}
          />
          <FilterChoice
            name="second"
            label={t('participants:download.second')}
            value=""
            choices={[{ value: '', label: t('participants:download.noSecond') }, ...named]}
          />
        </div>
        {isTooMany && (
          <p className="muted">
            {t('participants:download.tooMany', { number: formatNumber(mostOnPaper, language) })}
          </p>
        )}
        <p className="row">
          {!isTooMany &&
            onPaper.map(([file, label]) => (
              <button
                key={file}
                className="button quiet"
                formAction={`${home}/participants/${file}`}
                type="submit"
              >
                {t(`participants:download.${label}`)}
              </button>
            ))}
          <button className="button quiet" formAction={`${home}/participants/list.xlsx`} type="submit">
            {t('participants:download.listXlsx')}
          </button>
        </p>
        <p className="hint">{t('participants:download.platesHint')}</p>
      </form>
    </section>
  )
}
