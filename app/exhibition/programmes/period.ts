import { formatPartialDate, isolate } from '../../i18n/format.ts'
import type { Language } from '../../i18n/languages.ts'
import type { Translator } from '../../i18n/options.ts'

type Reader = { t: Translator; language: Language }

/** From when to when a phase is, as far as it is known; empty when nothing is. */
export function periodOf(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  { t, language }: Reader,
): string {
  const day = (date: string) => isolate(formatPartialDate(date, language))
  if (startsOn && endsOn) return t('programmes:phase.period', { from: day(startsOn), to: day(endsOn) })
  if (startsOn) return t('programmes:phase.from', { from: day(startsOn) })
  return endsOn ? t('programmes:phase.until', { to: day(endsOn) }) : ''
}
