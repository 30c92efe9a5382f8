import { useLoaderData } from '@remix-run/react'
import { paperLayouts } from '#app/agenda/paper/choice.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { FilterChoice } from '#app/ui/filter-choice.tsx'
import type { loader } from './route.tsx'

/** What can be printed of the agenda: one form, whose buttons print the draft or the version that holds. */
export function Prints() {
  const { event, release, days } = useLoaderData<typeof loader>()
  const t = useText()
  const language = useLanguage()
  if (days.length === 0) return null
  const other = event.languages.find((one) => one !== language)
  const named = languages.map((value) => ({ value, label: languageNames[value] }))
  const dayName = (day: string) => formatInstant(new Date(`${day}T12:00Z`), 'shortDay', language, 'UTC')
  return (
    <details className="card">
      <summary>{t('prints:desk.title')}</summary>
      <form
        className="stack"
        action={`/desk/events/${event.slug}/agenda/draft.pdf`}
        target="_blank"
        rel="noopener"
      >
        <p className="muted">{t('prints:desk.hint')}</p>
        <div className="row">
          <FilterChoice
            name="layout"
            label={t('prints:desk.layout')}
            value="overview"
            choices={paperLayouts.map((value) => ({ value, label: t(`prints:site.${value}`) }))}
          />
          <FilterChoice name="lang" label={t('prints:desk.language')} value={language} choices={named} />
          <FilterChoice
            name="second"
            label={t('prints:desk.second')}
            value=""
            choices={[{ value: '', label: t('prints:desk.noSecond') }, ...named]}
          />
          <FilterChoice
            name="day"
            label={t('prints:desk.day')}
            value=""
            choices={[
              { value: '', label: t('prints:desk.allDays') },
              ...days.map(({ day }) => ({ value: day, label: dayName(day) })),
            ]}
          />
        </div>
        <p className="row">
          <button type="submit" className="button quiet">
            {t('prints:desk.draft')}
          </button>
          {release.last && event.state !== 'draft' && (
            <button type="submit" className="button quiet" formAction={`/${event.slug}/agenda.pdf`}>
              {t('prints:desk.released', { version: formatNumber(release.last.number, language) })}
            </button>
          )}
          {release.last && (
            <a
              className="target"
              href={`/${language}/${event.slug}/agenda/screen${other ? `?second=${other}` : ''}`}
            >
              {t('screen:open')}
            </a>
          )}
        </p>
        <p className="hint">{t('screen:hint')}</p>
      </form>
    </details>
  )
}
