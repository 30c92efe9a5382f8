import { formatNumber, formatPartialDate, isolate } from '../../i18n/format.ts'
import { type Language, type Localized, localizeWithLanguage } from '../../i18n/languages.ts'
import type { Translator } from '../../i18n/options.ts'
import type { Population } from './rules.ts'
import type { Unit } from './series.ts'

type Reader = { t: Translator; language: Language }

/** What a dataset counts, such as “Internally displaced persons”. */
export function whatIsCounted(
  { dataset, unit }: { dataset: { population: Population }; unit: Unit },
  { t }: Pick<Reader, 't'>,
): string {
  return unit === 'individuals'
    ? t(`displacement:population.${dataset.population}`)
    : t(`displacement:families.${dataset.population}`)
}

/** What readers call a dataset, and in which language that is; an operation's name is as its file has it. */
export function datasetName(
  { name, operation }: { name: Localized; operation: string },
  language: Language,
): { text: string; language: Language } {
  const given = localizeWithLanguage(name, language)
  return given.text ? given : { text: operation, language: 'en' }
}

/** “Round 132, 30 April 2024”; the date alone where rounds are not numbered. */
export function roundName(
  { round, reportedOn }: { round: number; reportedOn: string },
  { t, language }: Reader,
): string {
  const date = isolate(formatPartialDate(reportedOn, language))
  if (!round) return date
  return t('displacement:round', { date, round: formatNumber(round, language, { useGrouping: false }) })
}

/** A difference with its sign: +3,000, −1,200. */
export function formatChange(value: number, language: Language): string {
  return formatNumber(value, language, { signDisplay: 'exceptZero' })
}

export function formatShare(
  share: number,
  language: Language,
  options: Intl.NumberFormatOptions = {},
): string {
  return formatNumber(share, language, { style: 'percent', maximumFractionDigits: 1, ...options })
}
