import { formatNumber } from '#app/i18n/format.ts'
import { useLanguage } from '#app/i18n/use-language.ts'

/** Metres as a sentence says them: rather too few than too many. */
export function useDistance() {
  const language = useLanguage()
  return (metres: number) =>
    formatNumber(Math.floor(metres * 10) / 10, language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    })
}
