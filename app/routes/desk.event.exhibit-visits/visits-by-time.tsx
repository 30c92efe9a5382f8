import type { readVisits } from '#app/exhibition/visits/read.server.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { useLanguage } from '#app/i18n/use-language.ts'
import { useText } from '#app/i18n/use-text.ts'
import { VisitTable } from './visit-table.tsx'

type Given = { visits: Awaited<ReturnType<typeof readVisits>> }

/** All visits in one sentence. */
export function VisitTotal({ visits: { total } }: Given) {
  const t = useText()
  const language = useLanguage()
  const all = total.scanned + total.browsed
  return (
    <p className="strong">
      {t('visits:total', {
        count: all,
        number: formatNumber(all, language),
        scanned: formatNumber(total.scanned, language),
        browsed: formatNumber(total.browsed, language),
      })}
    </p>
  )
}

/** Visits by day, by hour of the day and by language. */
export function VisitsByTime({ visits: { byDay, byHour, byLanguage } }: Given) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <VisitTable
        title={t('visits:byDay')}
        of={t('visits:day')}
        rows={byDay.map(({ day, ...visits }) => ({
          ...visits,
          key: day,
          // The day is one of the event's zone already.
          name: formatInstant(new Date(`${day}T12:00:00Z`), 'day', language, 'UTC'),
        }))}
      />
      <VisitTable
        title={t('visits:byHour')}
        of={t('visits:hour')}
        rows={byHour.map(({ hour, ...visits }) => ({
          ...visits,
          key: String(hour),
          name: <bdi dir="ltr">{hoursFrom(hour)}</bdi>,
        }))}
      />
      <VisitTable
        title={t('visits:byLanguage')}
        of={t('visits:language')}
        rows={byLanguage.map(({ language: spoken, ...visits }) => ({
          ...visits,
          key: spoken,
          name: <span lang={spoken}>{languageNames[spoken]}</span>,
        }))}
      />
    </>
  )
}

function hoursFrom(hour: number): string {
  const at = (one: number) => `${String(one).padStart(2, '0')}:00`
  return `${at(hour)}–${at(hour + 1)}`
}
