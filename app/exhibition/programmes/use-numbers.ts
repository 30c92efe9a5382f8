import { formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useText } from '../../i18n/use-text.ts'
import type { FigureQualifier } from '../rules.ts'

/** Numbers as the reader writes them, with how exact they are. */
export function useNumbers() {
  const t = useText()
  const language = useLanguage()
  const number = (value: number) => formatNumber(value, language, { maximumFractionDigits: 6 })
  return {
    number,
    percent: (value: number) => formatNumber(value / 100, language, { style: 'percent' }),
    said: ({ value, qualifier }: { value: number; qualifier: FigureQualifier }) =>
      qualifier === 'exactly' ? number(value) : `${t(`site:figure.${qualifier}`)} ${number(value)}`,
  }
}
