import { countries, stateless } from '#app/clearance/countries.ts'
import { eventDays } from '#app/clearance/days.ts'
import { formatInstant } from '#app/i18n/format.ts'
import type { Language } from '#app/i18n/languages.ts'
import { translator } from '#app/i18n/translator.ts'

/** What the form's lists offer, named on the server: browsers do not know all names in Sorani. */
export function formChoices(span: { from: Date; to: Date }, zone: string, language: Language) {
  return {
    countries: [
      ...countries(language),
      { value: stateless, label: translator(language)('clearance:form.stateless') },
    ],
    days: eventDays(span, zone).map(({ day, noon }) => ({
      value: day,
      label: formatInstant(noon, 'shortDay', language, 'UTC'),
    })),
  }
}
